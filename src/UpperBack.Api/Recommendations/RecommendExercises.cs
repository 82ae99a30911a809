using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Caching;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Api.Http.Recommending;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Recommendations;

/// <summary>GET and POST /v1/recommendations: exercises for chosen conditions, with reasons.</summary>
internal static class RecommendExercises
{
    public const string DependsOn = "exercises conditions muscles structures techniques equipment red-flags sources";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead("/v1/recommendations", Get)
            .ServesJson()
            .KeepsAnswers()
            .WithName("getRecommendations")
            .WithTags("recommendations")
            .WithSummary("Look up exercises for conditions that you chose.")
            .WithDescription("What the catalogue supports for these conditions, under your limits, each with its reasons and sources; what was left out and why; what nothing acts on; a routine that fits the time. Educational content, not a diagnosis. A reported warning sign turns the answer into a referral without any exercise; report those by POST, so that they stay out of addresses.")
            .WithMetadata(new OperationDescription(operation => operation.Parameters = [.. RecommendationParameters.All()]))
            .Produces<Recommendation>(StatusCodes.Status200OK, "application/json")
            .Produces(StatusCodes.Status304NotModified)
            .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, "application/problem+json");
        routes.MapLazily(HttpMethods.Post, "/v1/recommendations", Post)
            .ServesJson()
            .WithName("askForRecommendations")
            .WithTags("recommendations")
            .WithSummary("Look up exercises, with the question in the body.")
            .WithDescription("The same as GET, for questions that should not stand in an address: nothing of the body is stored or logged, and no cache keeps the answer.")
            .WithMetadata(new RequestSizeLimitAttribute(RecommendationLimits.BodyBytes))
            .Accepts<RecommendationQuestion>("application/json")
            .Produces<Recommendation>(StatusCodes.Status200OK, "application/json")
            .Produces<Problem>(StatusCodes.Status413PayloadTooLarge, "application/problem+json")
            .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, "application/problem+json");
    }

    private static async Task<IResult> Get(HttpContext context, RecommendationCatalogueCache published)
    {
        var reader = new QueryReader(context.Request.Query);
        var language = Locales.Choose(reader, context);
        var question = QuestionReader.FromQuery(reader) with { RedFlags = reader.List("redFlag") };
        var snapshot = await published.InAsync(language, context.RequestAborted);
        var names = new QuestionNames(snapshot.Names, inBody: false);
        var request = names.Resolve(question);
        if (reader.Faults.Count > 0)
            return Problems.BadParameters([.. reader.Faults, .. names.Faults]);
        if (names.Faults.Count > 0)
            return Problems.Unprocessable(names.Faults);
        // What somebody answered about themselves is for nobody else to keep.
        if (request.RedFlags.Count > 0)
            return Private(context, snapshot, language, request);
        var tag = ConditionalRequests.ForList(snapshot.Versions, $"{language} {CanonicalQuery.Of(context.Request)}");
        return ConditionalRequests.IsNotModified(context, tag, language, DependsOn) || ConditionalRequests.IsHeadEnough(context)
            ? Results.Empty
            : Answer(snapshot, request);
    }

    private static async Task<IResult> Post(HttpContext context, RecommendationCatalogueCache published)
    {
        var query = new QueryReader(context.Request.Query);
        if (query.Faults.Count > 0)
            return Problems.BadParameters(query.Faults);
        var (question, problem) = await QuestionReader.FromBodyAsync(context);
        if (question is null)
            return problem!;
        var language = question.Locale is { } locale ? Locales.Parse(locale)!.Value : Locales.Accepted(context);
        var snapshot = await published.InAsync(language, context.RequestAborted);
        var names = new QuestionNames(snapshot.Names, inBody: true);
        var request = names.Resolve(question);
        return names.Faults.Count > 0 ? Problems.Unprocessable(names.Faults) : Private(context, snapshot, language, request);
    }

    private static IResult Private(HttpContext context, RecommendationCatalogue snapshot, Language language, RecommendationRequest request)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentLanguage = DocumentJson.NameOf(language.ToString());
        return Answer(snapshot, request);
    }

    private static IResult Answer(RecommendationCatalogue snapshot, RecommendationRequest request) =>
        Results.Json(snapshot.Recommender.Recommend(request), KeptJson.Options);
}
