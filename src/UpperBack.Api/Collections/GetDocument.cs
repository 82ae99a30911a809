using UpperBack.Api.Http;
using UpperBack.Api.Http.Caching;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Indexing;
using UpperBack.Store.Reading;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Collections;

/// <summary>GET /v1/{collection}/{slug}: one document, by its slug or by what people call it.</summary>
internal static class GetDocument
{
    public static void Map(IEndpointRouteBuilder routes, Collection collection) => routes
        .MapRead($"/v1/{collection.Name}/{{slug}}", (string slug, HttpContext context, PublishedDocuments store, DocumentHistory history, CatalogueIndex index) => Handle(collection, slug, context, store, history, index))
        .Serves(LinkedDocument.FormsOf(collection))
        .KeepsAnswers()
        .WithMetadata(CollectionOperations.One(collection))
        .Produces(StatusCodes.Status200OK, collection.Shape.Type, "application/json", LinkedDocument.OthersOf(collection))
        .Produces(StatusCodes.Status304NotModified)
        .Produces(StatusCodes.Status308PermanentRedirect)
        .Produces<Problem>(StatusCodes.Status401Unauthorized, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status403Forbidden, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status410Gone, "application/problem+json");

    private static async Task<IResult> Handle(Collection collection, string slug, HttpContext context, PublishedDocuments store, DocumentHistory history, CatalogueIndex index)
    {
        var reader = new QueryReader(context.Request.Query);
        LinkedDocument.Vary(context, collection);
        if (PastDocument.IsAsked(slug, reader))
            return await PastDocument.Handle(collection, slug, reader, context, store, history);
        var language = Locales.Choose(reader, context);
        var fields = LinkedDocument.KeptFields(reader, collection, context);
        var isDraft = reader.Flag(GetDraft.Parameter) ?? false;
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);
        if (isDraft)
            return await GetDraft.Handle(collection, slug, context, fields);

        var isLinked = LinkedDocument.IsAsked(context);
        if (!isLinked && ConditionalRequests.MayNeedNoBody(context.Request) && (await index.CurrentAsync(context.RequestAborted)).StateOf(collection, slug, language) is { } state
            && IsKnown(context, collection, slug, state.Revision, state.Tag, state.Language, fields))
            return Results.Empty;

        var found = await store.FindAsync(collection, slug, language, context.RequestAborted);
        if (found.RetiredAt is { } retiredAt)
            return Problems.Retired(collection.Name, slug, found.ReplacedBy, retiredAt, found.RetirementReason);
        if (found.Body is null)
            return await Missing.Document(context, store, collection, slug);

        if (isLinked)
            return await LinkedDocument.Answer(context, collection, found.Body, found.Revision, Keeping.Shortly);

        // The tag is that of this very body, whatever the index knows: the document may have moved meanwhile.
        var isKnown = IsKnown(context, collection, slug, found.Revision, BodyDigest.Of(found.Body), found.TranslationRevision is null ? Language.En : language, fields);
        return isKnown ? Results.Empty : new ReadyBytes(fields is null ? found.Body : Projection.Keep(found.Body, fields));
    }

    private static bool IsKnown(HttpContext context, Collection collection, string slug, int revision, string bodyTag, Language language, IReadOnlyList<string>? fields) =>
        ConditionalRequests.IsNotModified(context, ConditionalRequests.ForDocument(revision, bodyTag, fields), language, $"{collection.Name} {collection.Name}/{slug}")
        || ConditionalRequests.IsHeadEnough(context);
}
