using System.Text.Json;
using UpperBack.Api.Documents;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Revisions;

/// <summary>GET /v1/{collection}/{slug}/revisions/{from}/compare/{to}: the JSON Patch from one revision to another.</summary>
internal sealed class CompareRevisions(DocumentHistory history, DocumentLookup lookup) : CollectionEndpoint<CompareRevisionsRequest>
{
    /// <summary>The media type of JSON Patches (RFC 6902).</summary>
    public const string MediaType = "application/json-patch+json";

    /// <inheritdoc/>
    protected override void Configure(Operation operation, Collection collection) => operation
        .Get($"/v1/{collection.Name}/{{slug}}/revisions/{{from}}/compare/{{to}}")
        .Named($"compare{collection.Shape.Type.Name}Revisions", collection.Name)
        .Describe(
            $"What turns one revision of one {OperationNames.OneOf(collection)} into another.",
            $"A JSON Patch (RFC 6902): applied to the document of the first, it gives that of the second, either of which may be the newer one. {ListRevisions.Audience} A revision that retired the document has none to compare: 410.")
        .Returns(StatusCodes.Status200OK, new(MediaType) { Type = typeof(IReadOnlyList<PatchOperation>) })
        .AlsoAcceptable(Operation.Json)
        .Conditional()
        .Redirects()
        .ShowsMoreWith(Scope.ReadDrafts)
        .Problems(StatusCodes.Status404NotFound, StatusCodes.Status410Gone);

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(CompareRevisionsRequest req, CancellationToken ct)
    {
        HttpContext.VaryByKey();
        RevisionAddress from = new(Collection, req.Slug, req.From), to = new(Collection, req.Slug, req.To);
        var numbers = new[] { from, to }.Select(address => address.Number).OfType<int>().ToList();
        var found = await history.FindAsync(Collection, req.Slug, numbers, HttpContext.User.HasScope(Scope.ReadDrafts), ct);
        var (before, after) = (Of(from, found), Of(to, found));
        if (before is null || after is null)
            return await lookup.RevisionNotFoundAsync(
                HttpContext, before is null ? from : to, $"/revisions/{Uri.EscapeDataString(req.From)}/compare/{Uri.EscapeDataString(req.To)}");
        if (new[] { before, after }.FirstOrDefault(revision => revision.Body is null) is { } retired)
            return ProblemResults.Retired(Collection.Name, req.Slug, retired.ReplacedBy, retired.PublishedAt, retired.Comment);

        using var old = JsonDocument.Parse(before.Body);
        using var changed = JsonDocument.Parse(after.Body);
        var patch = JsonSerializer.SerializeToUtf8Bytes(JsonDifference.Between(old.RootElement, changed.RootElement), DocumentJson.Compact);
        var isPublic = before.PublishedAt is not null && after.PublishedAt is not null;
        return HttpContext.Cacheable(patch, after.Number, Language.En, CacheDependencies.Of(Collection.Name, req.Slug),
            isPublic ? CacheLifetime.Immutable : CacheLifetime.None, MediaType);
    }

    private static StoredRevision? Of(RevisionAddress address, IReadOnlyList<StoredRevision> found) =>
        found.FirstOrDefault(revision => revision.Number == address.Number);
}
