using Microsoft.AspNetCore.WebUtilities;
using UpperBack.Api.Documents;
using UpperBack.Api.Recommendations;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Embed.Contents;

/// <summary>Loads the model of a page from the store.</summary>
internal sealed class PageModelLoader(RecommendationCatalogueCache published, PublishedDocuments store, DocumentLookup lookup)
{
    /// <summary>The model of the page at an address, or the response in its place.</summary>
    /// <param name="context">The request.</param>
    /// <param name="frame">The surroundings of the page.</param>
    /// <param name="address">The address of the page.</param>
    /// <param name="request">The parameters of the page.</param>
    /// <param name="query">The query of the page.</param>
    public async Task<(PageModel? Model, IResult? Instead)> LoadAsync(HttpContext context, PageFrame frame, EmbedAddress address, IPageRequest request, IQueryCollection query)
    {
        var (language, cancellation) = (request.Locale, context.RequestAborted);
        var snapshot = await published.InAsync(language, cancellation);
        var builder = new PageModelBuilder(frame, address, QueryHelpers.AddQueryString("", query), snapshot.Catalogue);
        if (request is RecommendationPageRequest recommendations)
        {
            var names = new QuestionNames(snapshot.Names, inBody: false);
            var question = names.Resolve(recommendations.ToQuestion());
            return names.Faults.Count > 0
                ? (null, ProblemResults.Unprocessable(names.Faults))
                : (builder.Of(await WithExercises(snapshot.Recommender.Recommend(question))), null);
        }

        if (address.Collection == EmbedAddress.Exercises)
        {
            var (exercise, insteadOfExercise) = await FindAsync<Exercise>(context, address.Slug!, language);
            return exercise is null ? (null, insteadOfExercise) : (builder.Of(exercise), null);
        }

        var (routine, instead) = await FindAsync<Routine>(context, address.Slug!, language);
        return routine is null
            ? (null, instead)
            : (builder.Of(routine, await store.ReadAsync<Exercise>(routine.Blocks.SelectMany(block => block.Items).Select(item => item.Exercise), language, cancellation)), null);

        async Task<(Recommendation, IReadOnlyList<Exercise>)> WithExercises(Recommendation recommendation) =>
            (recommendation, await store.ReadAsync<Exercise>(recommendation.Items.Select(item => item.Exercise.Slug), language, cancellation));
    }

    // Pages are public, so they never show drafts.
    private async Task<(T? Document, IResult? Instead)> FindAsync<T>(HttpContext context, string slug, Language language) where T : Document
    {
        var (found, instead) = await lookup.FindAsync<T>(context, slug, language, under: EmbedAddress.Under, withDrafts: false);
        return (found?.Document, instead);
    }
}
