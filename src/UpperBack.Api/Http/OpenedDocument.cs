using System.Text.Json;
using UpperBack.Api.Http.Access;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Http;

/// <summary>The document that something is made from: a picture, a page, a calendar.</summary>
/// <param name="Document">The document, in the language if it is translated to it.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="Keeping">For how long what is made from it may be kept: a draft never.</param>
internal sealed record OpenedDocument<T>(T Document, int Revision, Keeping Keeping) where T : Document
{
    /// <summary>The document that an address names, pinned or not; or the answer to give instead: where it is, that it was retired, that there is none.</summary>
    /// <param name="context">The request.</param>
    /// <param name="slug">What stands in the place of the slug.</param>
    /// <param name="language">The language to have it in.</param>
    /// <param name="rest">What follows the slug in the path, escaped.</param>
    /// <param name="under">Below what the collections stand that the caller asked.</param>
    /// <param name="withDrafts">Whether a key may open what readers never saw. Without, the answer is the same for everybody.</param>
    public static async Task<(OpenedDocument<T>? Opened, IResult? Instead)> OpenAsync(
        HttpContext context, string slug, Language language, string rest = "", string under = "/v1", bool withDrafts = true)
    {
        var (collection, services) = (CollectionRegistry.For(typeof(T)), context.RequestServices);
        var store = services.GetRequiredService<PublishedDocuments>();
        if (RevisionAddress.IsPinned(slug))
            return await OpenPinnedAsync(context, RevisionAddress.Pinned(collection, slug), language, rest, under, withDrafts);
        var found = await store.FindAsync(collection, slug, language, context.RequestAborted);
        if (found.RetiredAt is { } retiredAt)
            return (null, Problems.Retired(collection.Name, slug, found.ReplacedBy, retiredAt, found.RetirementReason));
        return found.Body is { } body
            ? (new(Read(body), found.Revision, Keeping.Shortly), null)
            : (null, await Missing.Document(context, store, collection, slug, rest, under));
    }

    private static async Task<(OpenedDocument<T>? Opened, IResult? Instead)> OpenPinnedAsync(
        HttpContext context, RevisionAddress address, Language language, string rest, string under, bool withDrafts)
    {
        var history = context.RequestServices.GetRequiredService<DocumentHistory>();
        if (withDrafts)
            context.DependsOnKey();
        var found = address.Number is { } number
            ? await history.FindAsync(address.Collection, address.Slug, [number], withDrafts && context.May(Scopes.ReadDrafts), context.RequestAborted)
            : [];
        if (found is not [var revision])
            return (null, await Missing.Revision(context, address, $"@{Uri.EscapeDataString(address.Revision)}{rest}", under));
        if (revision.Body is null)
            return (null, Problems.Retired(address.Collection.Name, address.Slug, revision.ReplacedBy, revision.PublishedAt, revision.Comment));
        var body = await history.TranslateAsync(address.Collection, address.Slug, revision.Body, language, context.RequestAborted) ?? revision.Body;
        try
        {
            return (new(Read(body), revision.Number, revision.PublishedAt is null ? Keeping.Never : Keeping.Shortly), null);
        }
        catch (JsonException)
        {
            // Of a time when documents were of another shape: it can be read as it is, and nothing can be made from it.
            return (null, Problems.UnknownRevision(address.Collection.Name, address.Slug, address.Revision));
        }
    }

    private static T Read(byte[] body) => JsonSerializer.Deserialize<T>(body, DocumentJson.Compact)!;
}
