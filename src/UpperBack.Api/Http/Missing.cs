using UpperBack.Api.Http.Access;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Indexing;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Http;

/// <summary>Answers for what is not there. Who may not see drafts gets the same answer for a draft as for nothing.</summary>
internal static class Missing
{
    /// <summary>Leads what people call a document to it, or says that there is none.</summary>
    /// <param name="context">The request.</param>
    /// <param name="store">The catalogue.</param>
    /// <param name="collection">The collection that was asked.</param>
    /// <param name="name">What stands in the place of a slug.</param>
    /// <param name="rest">What follows the slug in the path, escaped.</param>
    /// <param name="under">Below what the collections stand that the caller asked.</param>
    public static async Task<IResult> Document(HttpContext context, PublishedDocuments store, Collection collection, string name, string rest = "", string under = "/v1")
    {
        var catalogue = await context.RequestServices.GetRequiredService<CatalogueIndex>().CurrentAsync(context.RequestAborted);
        var (byAlias, nearest) = await store.GuessAsync(collection, AliasSlug.Of(name), catalogue, context.RequestAborted);
        if (byAlias.Count > 1)
            return Problems.AmbiguousName(collection.Name, name, byAlias);
        if (byAlias.Count == 0)
            return Problems.UnknownDocument(collection.Name, name, nearest);
        // What people call a document may come to stand for another one as well.
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Redirect($"{context.Request.PathBase}{under}/{collection.Name}/{byAlias[0]}{rest}{context.Request.QueryString}", permanent: true, preserveMethod: true);
    }

    /// <summary>The same for a revision: says that the document has none of this number, or leads on when there is no such document.</summary>
    /// <param name="context">The request.</param>
    /// <param name="address">The revision that was asked for.</param>
    /// <param name="rest">What follows the slug in the path, escaped.</param>
    /// <param name="under">Below what the collections stand that the caller asked.</param>
    public static async Task<IResult> Revision(HttpContext context, RevisionAddress address, string rest, string under = "/v1")
    {
        var services = context.RequestServices;
        return await services.GetRequiredService<DocumentHistory>().ExistsAsync(address.Collection, address.Slug, context.May(Scopes.ReadDrafts), context.RequestAborted)
            ? Problems.UnknownRevision(address.Collection.Name, address.Slug, address.Revision)
            : await Document(context, services.GetRequiredService<PublishedDocuments>(), address.Collection, address.Slug, rest, under);
    }
}
