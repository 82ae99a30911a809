using UpperBack.Content.Recommendations;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Recommendations;

/// <summary>GET /v1/recommendations: exercises for chosen conditions, with reasons.</summary>
internal sealed class GetRecommendations(RecommendationCatalogueCache published) : ApiEndpoint<GetRecommendationsRequest>
{
    private RecommendationCatalogue snapshot = null!;
    private RecommendationRequest question = null!;

    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Get("/v1/recommendations")
        .Named("getRecommendations", "recommendations")
        .Describe(
            "Look up exercises for conditions that you chose.",
            "What the catalogue supports for these conditions, under your limits, each with its reasons and sources; what was left out and why; what nothing acts on; a routine that fits the time. Educational content, not a diagnosis. A reported warning sign turns the answer into a referral without any exercise; report those by POST, so that they stay out of addresses.")
        .Returns<Recommendation>()
        .Problems(StatusCodes.Status422UnprocessableEntity)
        .CacheUntilCatalogueChanges();

    /// <inheritdoc/>
    public override async Task OnBeforeValidateAsync(GetRecommendationsRequest req, CancellationToken ct)
    {
        snapshot = await published.InAsync(req.Locale, ct);
        var names = new QuestionNames(snapshot.Names, inBody: false);
        question = names.Resolve(req.ToQuestion());
        AddFaults(names.Faults);
    }

    /// <inheritdoc/>
    public override Task<IResult> ExecuteAsync(GetRecommendationsRequest req, CancellationToken ct)
    {
        // Answers to warning signs are about a person, so the response is not cached.
        if (question.RedFlags.Count > 0)
            return Task.FromResult(RecommendationResults.Private(HttpContext, snapshot, req.Locale, question));
        var tag = ConditionalRequests.ForList(snapshot.Versions, $"{req.Locale} {CanonicalQuery.Of(HttpContext.Request)}");
        var isKnown = ConditionalRequests.IsNotModified(HttpContext, tag, req.Locale, RecommendationResults.Dependencies) || ConditionalRequests.IsHeadEnough(HttpContext);
        return Task.FromResult(isKnown ? Results.Empty : RecommendationResults.Of(snapshot, question));
    }
}
