using System.Text.Json;
using System.Text.Json.Nodes;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Api.History;

/// <summary>GET /v1/{collection}/{slug}/revisions/{revision}: one saved state of a document, with what is known of it.</summary>
internal static class GetRevision
{
    public static void Map(IEndpointRouteBuilder routes, Collection collection) => routes
        .MapRead($"/v1/{collection.Name}/{{slug}}/revisions/{{revision}}", (string slug, string revision, HttpContext context, DocumentHistory history) =>
            Handle(new(collection, slug, revision), context, history))
        .ServesJson()
        .WithMetadata(HistoryOperations.One(collection))
        .Produces(StatusCodes.Status200OK, typeof(DocumentRevision<>).MakeGenericType(collection.Shape.Type), "application/json")
        .Produces(StatusCodes.Status304NotModified)
        .Produces(StatusCodes.Status308PermanentRedirect)
        .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json");

    private static async Task<IResult> Handle(RevisionAddress address, HttpContext context, DocumentHistory history)
    {
        var reader = new QueryReader(context.Request.Query);
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);

        context.DependsOnKey();
        var mayReadDrafts = context.May(Scopes.ReadDrafts);
        var found = address.Number is { } number ? await history.FindAsync(address.Collection, address.Slug, [number], mayReadDrafts, context.RequestAborted) : [];
        if (found is not [var revision])
            return await Missing.Revision(context, address, $"/revisions/{Uri.EscapeDataString(address.Revision)}");
        var record = new DocumentRevision<JsonNode>(revision, revision.Body is null ? null : JsonNode.Parse(revision.Body), mayReadDrafts);
        // What became of a revision changes, so even a published one is not kept for good.
        return context.Answer(JsonSerializer.SerializeToUtf8Bytes(record, DocumentJson.Compact), revision.Number,
            Language.En, $"{address.Collection.Name} {address.Collection.Name}/{address.Slug}", mayReadDrafts ? Keeping.Never : Keeping.Shortly);
    }
}
