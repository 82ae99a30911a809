using UpperBack.Content.Recommendations;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Recommendations;

/// <summary>POST /v1/recommendations: exercises for chosen conditions, with the question in the body.</summary>
internal sealed class AskForRecommendations(RecommendationCatalogueCache published) : ApiEndpoint<NoParameters>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Post("/v1/recommendations")
        .Named("askForRecommendations", "recommendations")
        .Describe(
            "Look up exercises, with the question in the body.",
            "The same as GET, for questions that should not stand in an address: nothing of the body is stored or logged, and no cache keeps the answer.")
        .Accepts(typeof(RecommendationQuestion), RecommendationLimits.BodyBytes, Operation.Json)
        .Returns<Recommendation>()
        .Problems(StatusCodes.Status422UnprocessableEntity);

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(NoParameters req, CancellationToken ct)
    {
        var (asked, problem) = await QuestionBody.ReadAsync(HttpContext);
        if (asked is null)
            return problem!;
        var language = asked.Locale is { } locale ? Locales.Parse(locale)!.Value : Locales.Accepted(HttpContext);
        var snapshot = await published.InAsync(language, ct);
        var names = new QuestionNames(snapshot.Names, inBody: true);
        var question = names.Resolve(asked);
        return names.Faults.Count > 0 ? ProblemResults.Unprocessable(names.Faults) : RecommendationResults.Private(HttpContext, snapshot, language, question);
    }
}
