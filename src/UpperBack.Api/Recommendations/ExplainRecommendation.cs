using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Recommendations;

/// <summary>GET /v1/recommendations/explain: why an exercise is or is not suggested for a condition.</summary>
internal sealed class ExplainRecommendation(RecommendationCatalogueCache published) : ApiEndpoint<ExplainRecommendationRequest>
{
    private RecommendationCatalogue snapshot = null!;
    private string? condition, exercise;

    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Get("/v1/recommendations/explain")
        .Named("explainRecommendation", "recommendations")
        .Describe(
            "Why an exercise is or is not suggested for a condition.",
            "The whole chain: each mechanism of the condition, the muscle that it names, the way to a muscle that the exercise works on, what it does to it, and the source of every link; then the reasons, the points and the verdict. Limits of a caller, such as equipment, play no part.")
        .Returns<Explanation>()
        .Problems(StatusCodes.Status422UnprocessableEntity)
        .CacheUntilCatalogueChanges();

    /// <inheritdoc/>
    public override async Task OnBeforeValidateAsync(ExplainRecommendationRequest req, CancellationToken ct)
    {
        snapshot = await published.InAsync(req.Locale, ct);
        var names = new QuestionNames(snapshot.Names, inBody: false);
        (condition, exercise) = (names.One("conditions", req.Condition, "condition"), names.One("exercises", req.Exercise, "exercise"));
        AddFaults(names.Faults);
    }

    /// <inheritdoc/>
    public override Task<IResult> ExecuteAsync(ExplainRecommendationRequest req, CancellationToken ct)
    {
        var tag = ConditionalRequests.ForList(snapshot.Versions, $"explain {req.Locale} {CanonicalQuery.Of(HttpContext.Request)}");
        if (ConditionalRequests.IsNotModified(HttpContext, tag, req.Locale, RecommendationResults.Dependencies) || ConditionalRequests.IsHeadEnough(HttpContext))
            return Task.FromResult(Results.Empty);
        var explanation = snapshot.Recommender.Explain(snapshot.Catalogue.Find<Exercise>(exercise!)!, snapshot.Catalogue.Find<Condition>(condition!)!);
        return Task.FromResult(Results.Json(explanation, PreserializedJson.Options));
    }
}
