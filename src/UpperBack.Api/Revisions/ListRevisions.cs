using System.Text.Json;
using UpperBack.Api.Documents;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Revisions;

/// <summary>GET /v1/{collection}/{slug}/revisions: the history of a document, newest first.</summary>
internal sealed class ListRevisions(DocumentHistory history, DocumentLookup lookup) : CollectionEndpoint<ListRevisionsRequest>
{
    /// <summary>Who sees which revisions, for API users.</summary>
    public const string Audience =
        "Everybody sees the revisions that were ever published; a key with the scope `content:read-drafts` also sees drafts, and who wrote what.";

    private string identity = "";
    private long? before;

    /// <inheritdoc/>
    protected override void Configure(Operation operation, Collection collection) => operation
        .Get($"/v1/{collection.Name}/{{slug}}/revisions")
        .Named($"list{collection.Shape.Type.Name}Revisions", collection.Name)
        .Describe($"The history of one {OperationNames.OneOf(collection)}, newest first.", $"{Audience} It stays when the document is retired.")
        .Returns<RevisionPage>()
        .Conditional()
        .Redirects()
        .ShowsMoreWith(Scope.ReadDrafts)
        .Problems(StatusCodes.Status404NotFound);

    /// <inheritdoc/>
    public override void OnBeforeValidate(ListRevisionsRequest req)
    {
        identity = $"revisions {Collection.Name}/{req.Slug}";
        before = req.Cursor is { } cursor ? NumberedCursor.Decode(cursor, identity) : null;
        if (req.Cursor is not null && before is null or < 1 or > int.MaxValue)
            AddFault(ProblemFault.InvalidCursor("cursor"));
    }

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(ListRevisionsRequest req, CancellationToken ct)
    {
        HttpContext.VaryByKey();
        var mayReadDrafts = HttpContext.User.HasScope(Scope.ReadDrafts);
        var (revisions, total) = await history.ListAsync(Collection, req.Slug, mayReadDrafts, req.Limit + 1, (int?)before, ct);
        if (total == 0)
            return await lookup.NotFoundAsync(HttpContext, Collection, req.Slug, "/revisions");
        var items = revisions.Take(req.Limit).ToList();
        var next = revisions.Count > req.Limit ? NumberedCursor.Encode(items[^1].Number, identity) : null;
        var page = new RevisionPage
        {
            Items = [.. items.Select(revision => new RevisionRecord(revision, mayReadDrafts))],
            Total = total,
            NextCursor = next,
            Links = PageLinks.Write(HttpContext, next),
        };
        return HttpContext.Cacheable(JsonSerializer.SerializeToUtf8Bytes(page, DocumentJson.Compact), items.FirstOrDefault()?.Number ?? 0,
            Language.En, CacheDependencies.Of(Collection.Name, req.Slug), mayReadDrafts ? CacheLifetime.None : CacheLifetime.Short);
    }
}
