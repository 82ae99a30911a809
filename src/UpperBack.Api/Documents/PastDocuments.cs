using Microsoft.Net.Http.Headers;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Documents;

/// <summary>GET /v1/{collection}/{slug}@{revision} and GET /v1/{collection}/{slug}?asOf={time}: one document as it was.</summary>
internal sealed class PastDocuments(DocumentHistory history, DocumentLookup lookup, LinkedDocuments linked)
{
    /// <summary>The document as the request names it.</summary>
    public Task<IResult> GetAsync(HttpContext context, Collection collection, GetDocumentRequest request)
    {
        context.VaryByKey();
        return request.AsOf is { } time
            ? GetAtAsync(context, collection, request, time)
            : GetPinnedAsync(context, RevisionAddress.Pinned(collection, request.Slug), request);
    }

    private async Task<IResult> GetPinnedAsync(HttpContext context, RevisionAddress address, GetDocumentRequest request)
    {
        var found = address.Number is { } number
            ? await history.FindAsync(address.Collection, address.Slug, [number], context.User.HasScope(Scope.ReadDrafts), context.RequestAborted)
            : [];
        return found is [var revision]
            ? await RespondAsync(context, address.Collection, address.Slug, revision, request)
            : await lookup.RevisionNotFoundAsync(context, address, $"@{Uri.EscapeDataString(address.Revision)}");
    }

    private async Task<IResult> GetAtAsync(HttpContext context, Collection collection, GetDocumentRequest request, DateTimeOffset time)
    {
        var slug = request.Slug;
        var past = await history.AtAsync(collection, slug, time, context.RequestAborted);
        if (time > past.Now)
            return ProblemResults.BadParameters(
                [ProblemFault.InvalidValue("asOf", context.Request.Query["asOf"].ToString(), $"a time that has been (now it is {Times.Text(past.Now)})")]);
        if (past.FirstPublishedAt is not { } first)
            return await lookup.NotFoundAsync(context, collection, slug);
        if (past.Revision is not { } revision)
            return ProblemResults.NotYetPublished(collection.Name, slug, first);
        var others = QueryString.Create(context.Request.Query.Where(parameter => parameter.Key != "asOf"));
        context.Response.Headers.ContentLocation = RevisionAddress.PinnedPath(context.Request.PathBase, collection, slug, revision.Number) + others;
        return await RespondAsync(context, collection, slug, revision, request);
    }

    private async Task<IResult> RespondAsync(HttpContext context, Collection collection, string slug, StoredRevision revision, GetDocumentRequest request)
    {
        if (revision.Body is null)
            return ProblemResults.Retired(collection.Name, slug, revision.ReplacedBy, revision.PublishedAt, revision.Comment);
        var translated = await history.TranslateAsync(collection, slug, revision.Body, request.Locale, context.RequestAborted);
        var body = translated ?? revision.Body;
        var place = $"{context.Request.PathBase}/v1/{collection.Name}/{slug}";
        context.Response.Headers.Append(HeaderNames.Link, $"<{place}>; rel=\"latest-version\", <{place}/revisions>; rel=\"version-history\"");
        if (LinkedDocuments.IsRequested(context))
            return await linked.GetAsync(context, collection, body, revision.Number, revision.PublishedAt is null ? CacheLifetime.None : CacheLifetime.Short);
        return context.Cacheable(
            request.Fields is null ? body : Projection.Keep(body, request.Fields), revision.Number,
            translated is null ? Language.En : request.Locale, CacheDependencies.Of(collection.Name, slug), Lifetime());

        // A translation may come or change; the English of a published revision does not.
        CacheLifetime Lifetime() => revision.PublishedAt is null ? CacheLifetime.None
            : request is { AsOf: null, Locale: Language.En } ? CacheLifetime.Immutable : CacheLifetime.Short;
    }
}
