using Microsoft.AspNetCore.WebUtilities;
using UpperBack.Api.Embed.Words;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Recommending;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Embed.Contents;

/// <summary>Reads what a page shows.</summary>
internal sealed class SheetReading(RecommendationCatalogueCache published, DocumentStore store)
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
        if (address.Collection == EmbedAddress.Exercises)
        {
            var (exercise, insteadOfExercise) = await OpenAsync<Exercise>(context, address.Slug!, language);
            return exercise is null ? new(frame, insteadOfExercise!) : new(frame, making.Of(exercise));
        }

        var (routine, instead) = await OpenAsync<Routine>(context, address.Slug!, language);
        return routine is null ? new(frame, instead!)
            : new(frame, making.Of(routine, await store.ReadAsync<Exercise>(routine.Blocks.SelectMany(block => block.Items).Select(item => item.Exercise), language, cancellation)));

        async Task<(Recommendation, IReadOnlyList<Exercise>)> WithExercises(Recommendation recommendation) =>
            (recommendation, await store.ReadAsync<Exercise>(recommendation.Items.Select(item => item.Exercise.Slug), language, cancellation));
    }

    // Without drafts, whoever asks: what a page shows is for everybody.
    private static async Task<(T? Document, IResult? Instead)> OpenAsync<T>(HttpContext context, string slug, Language language) where T : Document
    {
        var (opened, instead) = await OpenedDocument<T>.OpenAsync(context, slug, language, under: EmbedAddress.Under, withDrafts: false);
        return (opened?.Document, instead);
    }
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
