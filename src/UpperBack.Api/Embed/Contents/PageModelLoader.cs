using Microsoft.AspNetCore.WebUtilities;
using UpperBack.Content;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Recommending;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Embed.Contents;

/// <summary>Loads the model of a page from the store.</summary>
internal sealed class PageModelLoader(RecommendationCatalogueCache published, PublishedDocuments store)
{
    /// <summary>The model of the page at a path, or the response to send instead.</summary>
    /// <param name="context">The request.</param>
    /// <param name="address">The path of the page.</param>
    /// <param name="query">The query of the page.</param>
    public async Task<PageModelResult> ReadAsync(HttpContext context, EmbedAddress address, IQueryCollection query)
    {
        var reader = new QueryReader(query);
        var language = Locales.Choose(reader, context);
        var frame = new PageFrame(Texts.In(language), Look.Read(reader), context.Request.Origin, context.Request.PathBase.ToUriComponent());
        var question = address.Collection is null ? QuestionReader.FromQuery(reader) : null;
        var (snapshot, cancellation) = (await published.InAsync(language, context.RequestAborted), context.RequestAborted);
        var builder = new PageModelBuilder(frame, address, QueryHelpers.AddQueryString("", query), snapshot.Catalogue);
        if (question is not null)
        {
            var names = new QuestionNames(snapshot.Names, inBody: false);
            var request = names.Resolve(question);
            return reader.Faults.Count > 0 ? new(frame, Problems.BadParameters([.. reader.Faults, .. names.Faults]))
                : names.Faults.Count > 0 ? new(frame, Problems.Unprocessable(names.Faults))
                : new(frame, builder.Of(await WithExercises(snapshot.Recommender.Recommend(request))));
        }

        if (reader.Faults.Count > 0)
            return new(frame, Problems.BadParameters(reader.Faults));
        if (address.Collection == EmbedAddress.Exercises)
        {
            var (exercise, insteadOfExercise) = await OpenAsync<Exercise>(context, address.Slug!, language);
            return exercise is null ? new(frame, insteadOfExercise!) : new(frame, builder.Of(exercise));
        }

        var (routine, instead) = await OpenAsync<Routine>(context, address.Slug!, language);
        return routine is null ? new(frame, instead!)
            : new(frame, builder.Of(routine, await store.ReadAsync<Exercise>(routine.Blocks.SelectMany(block => block.Items).Select(item => item.Exercise), language, cancellation)));

        async Task<(Recommendation, IReadOnlyList<Exercise>)> WithExercises(Recommendation recommendation) =>
            (recommendation, await store.ReadAsync<Exercise>(recommendation.Items.Select(item => item.Exercise.Slug), language, cancellation));
    }

    // Pages are public, so they never show drafts.
    private static async Task<(T? Document, IResult? Instead)> OpenAsync<T>(HttpContext context, string slug, Language language) where T : Document
    {
        var (opened, instead) = await OpenedDocument<T>.OpenAsync(context, slug, language, under: EmbedAddress.Under, withDrafts: false);
        return (opened?.Document, instead);
    }
}

/// <summary>The result of loading a page.</summary>
/// <param name="Frame">The surroundings of the page, or of the error page.</param>
/// <param name="Model">The model. Null when there is another response.</param>
/// <param name="Instead">The response to send instead. Null when there is a page.</param>
internal sealed record PageModelResult(PageFrame Frame, PageModel? Model, IResult? Instead)
{
    public PageModelResult(PageFrame frame, PageModel model) : this(frame, model, null) { }

    public PageModelResult(PageFrame frame, IResult instead) : this(frame, null, instead) { }
}
