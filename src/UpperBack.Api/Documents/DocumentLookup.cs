using System.Text.Json;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Indexing;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Documents;

/// <summary>
/// Finds the document that an address names, and responds when there is none. Without the scope for drafts, the response for a draft
/// is the same as for nothing.
/// </summary>
internal sealed class DocumentLookup(PublishedDocuments store, DocumentHistory history, CatalogueIndex index)
{
    /// <summary>The document that an address names, pinned or not, or the response in its place: 308, 404 or 410.</summary>
    /// <param name="context">The request.</param>
    /// <param name="slug">What stands in the place of the slug.</param>
    /// <param name="language">The language to have it in.</param>
    /// <param name="rest">What follows the slug in the path, escaped.</param>
    /// <param name="under">The prefix of the path.</param>
    /// <param name="withDrafts">Whether a key may open drafts. Otherwise the response is the same for every caller.</param>
    public async Task<(FoundDocument<T>? Found, IResult? Instead)> FindAsync<T>(
        HttpContext context, string slug, Language language, string rest = "", string under = "/v1", bool withDrafts = true) where T : Document
    {
        var collection = CollectionRegistry.For(typeof(T));
        if (RevisionAddress.IsPinned(slug))
            return await FindPinnedAsync<T>(context, RevisionAddress.Pinned(collection, slug), language, rest, under, withDrafts);
        var found = await store.FindAsync(collection, slug, language, context.RequestAborted);
        if (found.RetiredAt is { } retiredAt)
            return (null, ProblemResults.Retired(collection.Name, slug, found.ReplacedBy, retiredAt, found.RetirementReason));
        return found.Body is { } body
            ? (new(Read<T>(body), found.Revision, CacheLifetime.Short), null)
            : (null, await NotFoundAsync(context, collection, slug, rest, under));
    }

    /// <summary>308 from what people call a document to its slug, 410 where they called a retired one so, or 404.</summary>
    /// <param name="context">The request.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="name">What stands in the place of the slug.</param>
    /// <param name="rest">What follows the slug in the path, escaped.</param>
    /// <param name="under">The prefix of the path.</param>
    public async Task<IResult> NotFoundAsync(HttpContext context, Collection collection, string name, string rest = "", string under = "/v1")
    {
        var catalogue = await index.CurrentAsync(context.RequestAborted);
        var (byAlias, nearest) = await store.GuessAsync(collection, AliasSlug.Of(name), catalogue, context.RequestAborted);
        if (byAlias.Count > 1)
            return ProblemResults.AmbiguousName(collection.Name, name, byAlias);
        if (byAlias.Count == 0)
            return await store.FindRetiredAsync(collection, AliasSlug.Of(name), context.RequestAborted) is { } retired
                ? ProblemResults.Retired(collection.Name, name, retired.ReplacedBy, retired.RetiredAt, retired.RetirementReason)
                : ProblemResults.UnknownDocument(collection.Name, name, nearest);
        // Another document may get the same name later.
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Redirect($"{context.Request.PathBase}{under}/{collection.Name}/{byAlias[0]}{rest}{context.Request.QueryString}", permanent: true, preserveMethod: true);
    }

    /// <summary>404 for a revision that a document does not have, or the response for a document that does not exist.</summary>
    /// <param name="context">The request.</param>
    /// <param name="address">The revision.</param>
    /// <param name="rest">What follows the slug in the path, escaped.</param>
    /// <param name="under">The prefix of the path.</param>
    public async Task<IResult> RevisionNotFoundAsync(HttpContext context, RevisionAddress address, string rest, string under = "/v1") =>
        await history.ExistsAsync(address.Collection, address.Slug, context.User.HasScope(Scope.ReadDrafts), context.RequestAborted)
            ? ProblemResults.UnknownRevision(address.Collection.Name, address.Slug, address.Revision)
            : await NotFoundAsync(context, address.Collection, address.Slug, rest, under);

    private async Task<(FoundDocument<T>? Found, IResult? Instead)> FindPinnedAsync<T>(
        HttpContext context, RevisionAddress address, Language language, string rest, string under, bool withDrafts) where T : Document
    {
        if (withDrafts)
            context.VaryByKey();
        var found = address.Number is { } number
            ? await history.FindAsync(address.Collection, address.Slug, [number], withDrafts && context.User.HasScope(Scope.ReadDrafts), context.RequestAborted)
            : [];
        if (found is not [var revision])
            return (null, await RevisionNotFoundAsync(context, address, $"@{Uri.EscapeDataString(address.Revision)}{rest}", under));
        if (revision.Body is null)
            return (null, ProblemResults.Retired(address.Collection.Name, address.Slug, revision.ReplacedBy, revision.PublishedAt, revision.Comment));
        var body = await history.TranslateAsync(address.Collection, address.Slug, revision.Body, language, context.RequestAborted) ?? revision.Body;
        try
        {
            return (new(Read<T>(body), revision.Number, revision.PublishedAt is null ? CacheLifetime.None : CacheLifetime.Short), null);
        }
        catch (JsonException)
        {
            // A revision of a time when documents had another shape: it can be served as it is, and nothing can be made from it.
            return (null, ProblemResults.UnknownRevision(address.Collection.Name, address.Slug, address.Revision));
        }
    }

    private static T Read<T>(byte[] body) => JsonSerializer.Deserialize<T>(body, DocumentJson.Compact)!;
}

/// <summary>The document that a picture, a page or a calendar is made from.</summary>
/// <param name="Document">The document, in the language if it is translated to it.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="Lifetime">For how long what is made from it may be cached: a draft not at all.</param>
internal sealed record FoundDocument<T>(T Document, int Revision, CacheLifetime Lifetime) where T : Document;
