using System.Text.Json;
using System.Text.Json.Nodes;
using UpperBack.Api.Documents;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Revisions;

/// <summary>GET /v1/{collection}/{slug}/revisions/{revision}: one saved state of a document.</summary>
internal sealed class GetRevision(DocumentHistory history, DocumentLookup lookup) : CollectionEndpoint<GetRevisionRequest>
{
    // Until version 1.1 two revisions were compared at {from}..{to}, which OpenAPI cannot tell from {revision}.
    private const string Range = "..";

    /// <inheritdoc/>
    protected override void Configure(Operation operation, Collection collection) => operation
        .Get($"/v1/{collection.Name}/{{slug}}/revisions/{{revision}}")
        .Named($"get{collection.Shape.Type.Name}Revision", collection.Name)
        .Describe(
            $"One revision of one {OperationNames.OneOf(collection)}, with the document as it was.",
            $"{ListRevisions.Audience} To pin a document for reading, use its own address with `@` and the number behind the slug: that answer is the bare document and may be kept for good.")
        .Returns(typeof(DocumentRevision<>).MakeGenericType(collection.Shape.Type))
        .AlsoAcceptable(CompareRevisions.MediaType)
        .Conditional()
        .Redirects()
        .ShowsMoreWith(Scope.ReadDrafts)
        .Problems(StatusCodes.Status404NotFound);

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(GetRevisionRequest req, CancellationToken ct)
    {
        if (req.Revision.Split(Range) is [var from, var to])
            return Results.Redirect(
                $"{HttpContext.Request.PathBase}/v1/{Collection.Name}/{Uri.EscapeDataString(req.Slug)}/revisions/{Uri.EscapeDataString(from)}/compare/{Uri.EscapeDataString(to)}{HttpContext.Request.QueryString}",
                permanent: true, preserveMethod: true);

        HttpContext.VaryByKey();
        var address = new RevisionAddress(Collection, req.Slug, req.Revision);
        var mayReadDrafts = HttpContext.User.HasScope(Scope.ReadDrafts);
        var found = address.Number is { } number ? await history.FindAsync(Collection, req.Slug, [number], mayReadDrafts, ct) : [];
        if (found is not [var revision])
            return await lookup.RevisionNotFoundAsync(HttpContext, address, $"/revisions/{Uri.EscapeDataString(req.Revision)}");
        var record = new DocumentRevision<JsonNode>(revision, revision.Body is null ? null : JsonNode.Parse(revision.Body), mayReadDrafts);
        // The state of a revision changes, so even a published one is not immutable.
        return HttpContext.Cacheable(JsonSerializer.SerializeToUtf8Bytes(record, DocumentJson.Compact), revision.Number,
            Language.En, CacheDependencies.Of(Collection.Name, req.Slug), mayReadDrafts ? CacheLifetime.None : CacheLifetime.Short);
    }
}
