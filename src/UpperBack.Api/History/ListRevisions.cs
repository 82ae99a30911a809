using System.Globalization;
using System.Text.Json;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Api.History;

/// <summary>GET /v1/{collection}/{slug}/revisions: how a document came to be what it is.</summary>
internal static class ListRevisions
{
    public static void Map(IEndpointRouteBuilder routes, Collection collection) => routes
        .MapRead($"/v1/{collection.Name}/{{slug}}/revisions", (string slug, HttpContext context, DocumentHistory history, PublishedDocuments store) => Handle(collection, slug, context, history, store))
        .ServesJson()
        .WithMetadata(HistoryOperations.List(collection))
        .Produces<RevisionPage>(StatusCodes.Status200OK, "application/json")
        .Produces(StatusCodes.Status304NotModified)
        .Produces(StatusCodes.Status308PermanentRedirect)
        .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json");

    private static async Task<IResult> Handle(Collection collection, string slug, HttpContext context, DocumentHistory history, PublishedDocuments store)
    {
        var reader = new QueryReader(context.Request.Query);
        var identity = $"revisions {collection.Name}/{slug}";
        var limit = reader.Number("limit", 1, Paging.MostItems) ?? Paging.DefaultLimit;
        var before = Before(reader, identity);
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);

        context.DependsOnKey();
        var mayReadDrafts = context.May(Scopes.ReadDrafts);
        var (revisions, total) = await history.ListAsync(collection, slug, mayReadDrafts, limit + 1, before, context.RequestAborted);
        if (total == 0)
            return await Missing.Document(context, store, collection, slug, "/revisions");
        var items = revisions.Take(limit).ToList();
        var next = revisions.Count > limit ? new Cursor([items[^1].Number.ToString(CultureInfo.InvariantCulture)], null).Encode(identity) : null;
        var page = new RevisionPage
        {
            Items = [.. items.Select(revision => new RevisionRecord(revision, mayReadDrafts))],
            Total = total,
            NextCursor = next,
            Links = PageAddresses.Write(context, next),
        };
        return context.Answer(JsonSerializer.SerializeToUtf8Bytes(page, DocumentJson.Compact), items.FirstOrDefault()?.Number ?? 0,
            Language.En, $"{collection.Name} {collection.Name}/{slug}", mayReadDrafts ? Keeping.Never : Keeping.Shortly);
    }

    private static int? Before(QueryReader reader, string identity)
    {
        if (reader.Text("cursor") is not { } text)
            return null;
        if (Cursor.Decode(text, identity) is { Search: null, Place: [{ } place] } && RevisionAddress.NumberOf(place) is { } number)
            return number;
        reader.Add(ProblemFault.InvalidCursor("cursor"));
        return null;
    }
}
