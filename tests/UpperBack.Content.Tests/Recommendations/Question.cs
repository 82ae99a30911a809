using System.Text.Json;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>A catalogue and a request. Prints itself as JSON, so that a failed case can be reproduced.</summary>
internal sealed class Question(IReadOnlyList<Document> documents, RecommendationRequest request, Language language = Language.En)
{
    public IReadOnlyList<Document> Documents => documents;

    public RecommendationRequest Request => request;

    public Catalogue Catalogue => field ??= Make.Catalogue(documents);

    public Recommender Recommender => new(Catalogue, "1", language);

    public Recommendation Answer => field ??= Recommender.Recommend(request);

    /// <summary>The chosen conditions, each once, by slug.</summary>
    public IReadOnlyList<Condition> Conditions =>
        field ??= [.. request.Conditions.Distinct().Order(StringComparer.Ordinal).Select(slug => Catalogue.Find<Condition>(slug)!)];

    public Question To(IEnumerable<Document> others) => new([.. others], request, language);

    public Question Asking(RecommendationRequest other) => new(documents, other, language);

    public Exercise Exercise(string slug) => Catalogue.Find<Exercise>(slug)!;

    /// <summary>The exercises of an answer, in order.</summary>
    public static IEnumerable<string> Slugs(Recommendation answer) => answer.Items.Select(item => item.Exercise.Slug);

    public static string Json(Recommendation answer) => JsonSerializer.Serialize(answer, DocumentJson.Compact);

    public override string ToString() => string.Join('\n',
        [$"{language} {JsonSerializer.Serialize(request, DocumentJson.Compact)}", .. documents.Any(document => document is Routine) ? ["to the catalogue of seed-data"] : documents.Select(Written)]);

    private static string Written(Document document) =>
        $"{CollectionRegistry.For(document.GetType()).Singular} {JsonSerializer.Serialize(document, document.GetType(), DocumentJson.Compact)}";
}
