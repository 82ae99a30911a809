using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using UpperBack.Api.Embed.Words;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Recommending;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Embed.Contents;

/// <summary>Reads what a page shows.</summary>
internal sealed class SheetReading(PublishedCatalogue published, DocumentStore store, DocumentHistory history)
{
    /// <summary>What the page at an address shows, or what to answer instead.</summary>
    /// <param name="context">The request.</param>
    /// <param name="address">What the page is about.</param>
    /// <param name="query">The query of the page.</param>
    public async Task<SheetFound> ReadAsync(HttpContext context, EmbedAddress address, IQueryCollection query)
    {
        var reader = new QueryReader(query);
        var language = Locales.Choose(reader, context);
        var frame = new PageFrame(PageWords.In(language), Look.Read(reader), context.Request.Origin, context.Request.PathBase.ToUriComponent());
        var question = address.Collection is null ? QuestionReader.FromQuery(reader) : null;
        var (snapshot, cancellation) = (await published.InAsync(language, context.RequestAborted), context.RequestAborted);
        var making = new SheetMaking(frame, address, QueryHelpers.AddQueryString("", query), snapshot.Catalogue);
        if (question is not null)
        {
            var names = new QuestionNames(snapshot.Names, inBody: false);
            var request = names.Resolve(question);
            return reader.Faults.Count > 0 ? new(frame, Problems.BadParameters([.. reader.Faults, .. names.Faults]))
                : names.Faults.Count > 0 ? new(frame, Problems.Unprocessable(names.Faults))
                : new(frame, making.Of(await WithExercises(snapshot.Recommender.Recommend(request))));
        }

        if (reader.Faults.Count > 0)
            return new(frame, Problems.BadParameters(reader.Faults));
        var (document, instead) = await FindAsync(context, address.Collection!, address.Slug!, language);
        return document switch
        {
            Routine routine => new(frame, making.Of(routine, await store.ReadAsync<Exercise>(routine.Blocks.SelectMany(block => block.Items).Select(item => item.Exercise), language, cancellation))),
            Exercise exercise => new(frame, making.Of(exercise)),
            _ => new(frame, instead!),
        };

        async Task<(Recommendation, IReadOnlyList<Exercise>)> WithExercises(Recommendation recommendation) =>
            (recommendation, await store.ReadAsync<Exercise>(recommendation.Items.Select(item => item.Exercise.Slug), language, cancellation));
    }

    private Task<(Document? Document, IResult? Instead)> FindAsync(HttpContext context, Collection collection, string slug, Language language) =>
        RevisionAddress.IsPinned(slug)
            ? PinnedAsync(context, RevisionAddress.Pinned(collection, slug), language)
            : PublishedAsync(context, collection, slug, language);

    private async Task<(Document?, IResult?)> PublishedAsync(HttpContext context, Collection collection, string slug, Language language)
    {
        var found = await store.FindAsync(collection, slug, language, context.RequestAborted);
        if (found.RetiredAt is { } retiredAt)
            return (null, Problems.Retired(collection.Name, slug, found.ReplacedBy, retiredAt, found.RetirementReason));
        return found.Body is { } body ? (Parse(collection, body), null) : (null, await Missing.Document(context, store, collection, slug, under: EmbedAddress.Under));
    }

    // Without drafts, whoever asks: what a page shows is for everybody.
    private async Task<(Document?, IResult?)> PinnedAsync(HttpContext context, RevisionAddress pinned, Language language)
    {
        var revisions = pinned.Number is { } number ? await history.FindAsync(pinned.Collection, pinned.Slug, [number], withDrafts: false, context.RequestAborted) : [];
        if (revisions is not [var revision])
            return (null, await Missing.Revision(context, pinned, $"@{Uri.EscapeDataString(pinned.Revision)}", EmbedAddress.Under));
        if (revision.Body is not { } body)
            return (null, Problems.Retired(pinned.Collection.Name, pinned.Slug, revision.ReplacedBy, revision.PublishedAt, revision.Comment));
        return (Parse(pinned.Collection, await history.TranslateAsync(pinned.Collection, pinned.Slug, body, language, context.RequestAborted) ?? body), null);
    }

    private static Document Parse(Collection collection, byte[] body) => (Document)JsonSerializer.Deserialize(body, collection.Shape.Type, DocumentJson.Compact)!;
}

/// <summary>What came of reading a page.</summary>
/// <param name="Frame">What stands around it, whatever came of it.</param>
/// <param name="Sheet">What it shows. Null when something else is to be answered.</param>
/// <param name="Instead">What is to be answered instead. Null when there is a page.</param>
internal sealed record SheetFound(PageFrame Frame, Sheet? Sheet, IResult? Instead)
{
    public SheetFound(PageFrame frame, Sheet sheet) : this(frame, sheet, null) { }

    public SheetFound(PageFrame frame, IResult instead) : this(frame, null, instead) { }
}
