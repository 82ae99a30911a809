using System.Text.Json;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Api.History;

/// <summary>GET /v1/{collection}/{slug}/revisions/{from}..{to}: what turns one revision into another.</summary>
internal static class CompareRevisions
{
    private const string MediaType = "application/json-patch+json";

    public static void Map(IEndpointRouteBuilder routes, Collection collection) => routes
        .MapRead($"/v1/{collection.Name}/{{slug}}/revisions/{{from}}..{{to}}", (string slug, string from, string to, HttpContext context, DocumentHistory history) =>
            Handle(new(collection, slug, from), new(collection, slug, to), context, history))
        // Who takes JSON takes a patch as well.
        .Serves(MediaType, "application/json")
        .WithMetadata(HistoryOperations.Compare(collection))
        .Produces<IReadOnlyList<PatchOperation>>(StatusCodes.Status200OK, MediaType)
        .Produces(StatusCodes.Status304NotModified)
        .Produces(StatusCodes.Status308PermanentRedirect)
        .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status410Gone, "application/problem+json");

    private static async Task<IResult> Handle(RevisionAddress from, RevisionAddress to, HttpContext context, DocumentHistory history)
    {
        var reader = new QueryReader(context.Request.Query);
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);

        context.DependsOnKey();
        var numbers = new[] { from, to }.Select(address => address.Number).OfType<int>().ToList();
        var found = await history.FindAsync(from.Collection, from.Slug, numbers, context.May(Scopes.ReadDrafts), context.RequestAborted);
        var (before, after) = (Of(from, found), Of(to, found));
        if (before is null || after is null)
            return await Missing.Revision(context, before is null ? from : to, $"/revisions/{Uri.EscapeDataString(from.Revision)}..{Uri.EscapeDataString(to.Revision)}");
        if (new[] { before, after }.FirstOrDefault(revision => revision.Body is null) is { } retired)
            return Problems.Retired(from.Collection.Name, from.Slug, retired.ReplacedBy, retired.PublishedAt, retired.Comment);

        using var old = JsonDocument.Parse(before.Body);
        using var changed = JsonDocument.Parse(after.Body);
        var patch = JsonSerializer.SerializeToUtf8Bytes(JsonDifference.Between(old.RootElement, changed.RootElement), DocumentJson.Compact);
        var isPublic = before.PublishedAt is not null && after.PublishedAt is not null;
        return context.Answer(patch, after.Number, Language.En, $"{from.Collection.Name} {from.Collection.Name}/{from.Slug}", isPublic ? Keeping.Forever : Keeping.Never, MediaType);
    }

    private static StoredRevision? Of(RevisionAddress address, IReadOnlyList<StoredRevision> found) => found.FirstOrDefault(revision => revision.Number == address.Number);
}
