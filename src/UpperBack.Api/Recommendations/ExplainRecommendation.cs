using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Caching;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Api.Http.Recommending;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;
using UpperBack.Store.Reading;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Recommendations;

/// <summary>GET /v1/recommendations/explain: why an exercise is or is not suggested for a condition.</summary>
internal static class ExplainRecommendation
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead("/v1/recommendations/explain", Handle)
        .ServesJson()
        .KeepsAnswers()
        .WithName("explainRecommendation")
        .WithTags("recommendations")
        .WithSummary("Why an exercise is or is not suggested for a condition.")
        .WithDescription("The whole chain: each mechanism of the condition, the muscle that it names, the way to a muscle that the exercise works on, what it does to it, and the source of every link; then the reasons, the points and the verdict. Limits of a caller, such as equipment, play no part.")
        .WithMetadata(new OperationDescription(operation => operation.Parameters = [.. Parameters()]))
        .Produces<Explanation>(StatusCodes.Status200OK, "application/json")
        .Produces(StatusCodes.Status304NotModified)
        .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, "application/problem+json");

    private static IEnumerable<IOpenApiParameter> Parameters()
    {
        var condition = Parameter("condition", "One condition, by slug or by what people call it.", Text());
        (condition.Required, condition.Example) = (true, "poor-posture");
        var exercise = Parameter("exercise", "One exercise, by slug or by what people call it.", Text());
        (exercise.Required, exercise.Example) = (true, "push-up");
        return [condition, exercise, Locale()];
    }

    private static async Task<IResult> Handle(HttpContext context, RecommendationCatalogueCache published)
    {
        var reader = new QueryReader(context.Request.Query);
        var language = Locales.Choose(reader, context);
        var (condition, exercise) = (Required(reader, context, "condition", "which condition"), Required(reader, context, "exercise", "which exercise"));
        var snapshot = await published.InAsync(language, context.RequestAborted);
        var names = new QuestionNames(snapshot.Names, inBody: false);
        var (conditionSlug, exerciseSlug) = (names.One("conditions", condition, "condition"), names.One("exercises", exercise, "exercise"));
        if (reader.Faults.Count > 0)
            return Problems.BadParameters([.. reader.Faults, .. names.Faults]);
        if (names.Faults.Count > 0)
            return Problems.Unprocessable(names.Faults);
        var tag = ConditionalRequests.ForList(snapshot.Versions, $"explain {language} {CanonicalQuery.Of(context.Request)}");
        if (ConditionalRequests.IsNotModified(context, tag, language, RecommendExercises.DependsOn) || ConditionalRequests.IsHeadEnough(context))
            return Results.Empty;
        var explanation = snapshot.Recommender.Explain(snapshot.Catalogue.Find<Exercise>(exerciseSlug!)!, snapshot.Catalogue.Find<Condition>(conditionSlug!)!);
        return Results.Json(explanation, KeptJson.Options);
    }

    private static string? Required(QueryReader reader, HttpContext context, string parameter, string meaning)
    {
        if (!context.Request.Query.ContainsKey(parameter))
            reader.Add(ProblemFault.MissingParameter(parameter, meaning));
        return reader.Text(parameter);
    }
}
