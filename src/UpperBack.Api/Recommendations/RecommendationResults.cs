using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Recommendations;

/// <summary>Responses with recommendations.</summary>
internal static class RecommendationResults
{
    /// <summary>The collections that recommendations are made of.</summary>
    public static readonly CacheDependencies Dependencies = new(["exercises", "conditions", "muscles", "structures", "techniques", "equipment", "red-flags", "sources"]);

    /// <summary>The recommendation, for one caller: not to be cached.</summary>
    public static IResult Private(HttpContext context, RecommendationCatalogue snapshot, Language language, RecommendationRequest question)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentLanguage = DocumentJson.NameOf(language.ToString());
        return Of(snapshot, question);
    }

    /// <summary>The recommendation.</summary>
    public static IResult Of(RecommendationCatalogue snapshot, RecommendationRequest question) =>
        Results.Json(snapshot.Recommender.Recommend(question), PreserializedJson.Options);
}
