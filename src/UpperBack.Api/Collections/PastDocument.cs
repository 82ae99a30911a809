using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Collections;

/// <summary>GET /v1/{collection}/{slug}@{revision} and GET /v1/{collection}/{slug}?asOf={time}: one document as it was.</summary>
internal static class PastDocument
{
    private const string AsOf = "asOf";

    /// <summary>Whether a request asks for the past.</summary>
    public static bool IsAsked(string slug, QueryReader reader) => reader.Text(AsOf) is not null || RevisionAddress.IsPinned(slug);

    /// <summary>The parameter as the OpenAPI document has it.</summary>
    public static OpenApiParameter Parameter() => QueryParameters.Parameter(
        AsOf,
        "The document as readers saw it at this time, such as 2026-11-20T10:00:00Z; not in the future. `Content-Location` names the revision. 404 before its first publication, 410 when it was retired then.",
        new() { Type = JsonSchemaType.String, Format = "date-time" });

    public static async Task<IResult> Handle(Collection collection, string slug, QueryReader reader, HttpContext context, PublishedDocuments store, DocumentHistory history)
    {
        var (time, isPinned) = (reader.Time(AsOf), RevisionAddress.IsPinned(slug));
        if (time is not null && isPinned)
            reader.Add(ProblemFault.InvalidValue(AsOf, reader.Text(AsOf)!, "left out where the address pins a revision"));
        var question = new Question(collection, Locales.Choose(reader, context), LinkedDocument.KeptFields(reader, collection, context), context, history);
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);
        context.DependsOnKey();
        return time is { } past ? await At(past, slug, question, store) : await Pinned(RevisionAddress.Pinned(collection, slug), question);
    }

    private static async Task<IResult> Pinned(RevisionAddress address, Question question)
    {
        var context = question.Context;
        var found = address.Number is { } number
            ? await question.History.FindAsync(address.Collection, address.Slug, [number], context.May(Scopes.ReadDrafts), context.RequestAborted)
            : [];
        return found is [var revision]
            ? await Answer(address.Slug, revision, question, isPinned: true)
            : await Missing.Revision(context, address, $"@{Uri.EscapeDataString(address.Revision)}");
    }

    private static async Task<IResult> At(DateTimeOffset time, string slug, Question question, PublishedDocuments store)
    {
        var (collection, context) = (question.Collection, question.Context);
        var past = await question.History.AtAsync(collection, slug, time, context.RequestAborted);
        if (time > past.Now)
            return Problems.BadParameters([ProblemFault.InvalidValue(AsOf, context.Request.Query[AsOf].ToString(), $"a time that has been (now it is {Times.Text(past.Now)})")]);
        if (past.FirstPublishedAt is not { } first)
            return await Missing.Document(context, store, collection, slug);
        if (past.Revision is not { } revision)
            return Problems.NotYetPublished(collection.Name, slug, first);
        var others = QueryString.Create(context.Request.Query.Where(parameter => parameter.Key != AsOf));
        context.Response.Headers.ContentLocation = RevisionAddress.PinnedPath(context.Request.PathBase, collection, slug, revision.Number) + others;
        return await Answer(slug, revision, question, isPinned: false);
    }

    private static async Task<IResult> Answer(string slug, StoredRevision revision, Question question, bool isPinned)
    {
        var (collection, context) = (question.Collection, question.Context);
        if (revision.Body is null)
            return Problems.Retired(collection.Name, slug, revision.ReplacedBy, revision.PublishedAt, revision.Comment);
        var translated = await question.History.TranslateAsync(collection, slug, revision.Body, question.Language, context.RequestAborted);
        var body = translated ?? revision.Body;
        var place = $"{context.Request.PathBase}/v1/{collection.Name}/{slug}";
        context.Response.Headers.Append(HeaderNames.Link, $"<{place}>; rel=\"latest-version\", <{place}/revisions>; rel=\"version-history\"");
        if (LinkedDocument.IsAsked(context))
            return await LinkedDocument.Answer(context, collection, body, revision.Number, revision.PublishedAt is null ? Keeping.Never : Keeping.Shortly);
        return context.Answer(question.Fields is null ? body : Projection.Keep(body, question.Fields), revision.Number,
            translated is null ? Language.En : question.Language, $"{collection.Name} {collection.Name}/{slug}", KeepingOf());

        // A translation may come, or come to be a better one; the English of a published revision is what it was.
        Keeping KeepingOf() => revision.PublishedAt is null ? Keeping.Never : isPinned && question.Language is Language.En ? Keeping.Forever : Keeping.Shortly;
    }

    private sealed record Question(Collection Collection, Language Language, IReadOnlyList<string>? Fields, HttpContext Context, DocumentHistory History);
}
