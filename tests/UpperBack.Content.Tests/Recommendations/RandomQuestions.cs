using FsCheck;
using FsCheck.Fluent;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;
using UpperBack.Content.Tests.SeedData;
using static UpperBack.Content.Tests.Recommendations.RandomCatalogues;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>Questions of all sorts, to random catalogues and, in every language, to the one of seed-data.</summary>
internal static class RandomQuestions
{
    /// <summary>The documents of seed-data in every language.</summary>
    public static readonly IReadOnlyDictionary<Language, IReadOnlyList<Document>> Seed = Enum.GetValues<Language>().ToDictionary(language => language, InLanguage);

    // Making catalogues takes longer than asking them, so some hundred are made once and each is asked several things.
    private static readonly IReadOnlyList<Document>[] Random = [.. All.Sample(300, new Rnd(Always.Seed), 50)];

    public static Gen<Question> OfRandomCatalogues { get; } =
        from documents in Gen.Elements(Random)
        from request in Requests(documents)
        from language in OneOf<Language>()
        select new Question(documents, request, language);

    public static Gen<Question> OfTheSeed { get; } =
        from request in Requests(Seed[Language.En])
        from language in OneOf<Language>()
        select new Question(Seed[language], request, language);

    /// <summary>The same question with one thing less in it: an exercise of the catalogue, or something asked for.</summary>
    public static IEnumerable<Question> Smaller(Question question)
    {
        var request = question.Request;
        foreach (var exercise in question.Documents.OfType<Exercise>().Where(exercise => !request.Exclude.Contains(exercise.Slug)))
            yield return question.To(question.Documents.Where(document => document != exercise));
        foreach (var condition in request.Conditions.Where(_ => request.Conditions.Count > 1))
            yield return question.Asking(request with { Conditions = [.. request.Conditions.Where(other => other != condition)] });
        RecommendationRequest[] simpler =
        [
            request with { AvailableEquipment = null }, request with { Level = null }, request with { Positions = None(request.Positions) }, request with { Minutes = null },
            request with { Exclude = None(request.Exclude) }, request with { RedFlags = None(request.RedFlags) }, request with { Limit = RecommendationRequest.DefaultLimit },
        ];
        foreach (var simple in simpler.Where(simple => simple != request))
            yield return question.Asking(simple);
    }

    // The list itself where it is empty already, so that the request stays equal.
    private static IReadOnlyList<T> None<T>(IReadOnlyList<T> list) => list.Count == 0 ? list : [];

    private static Gen<RecommendationRequest> Requests(IReadOnlyList<Document> documents)
    {
        var (conditions, exercises, equipment, flags) = (Slugs<Condition>(documents), Slugs<Exercise>(documents), Slugs<Equipment>(documents), Slugs<RedFlag>(documents));
        return
            from count in Gen.Choose(1, 3)
            from chosen in Gen.Elements(conditions).ArrayOf(count)
            from hasEquipment in Chance(40)
            from atHand in Some(equipment)
            from level in Gen.Choose(-3, 2)
            from hasPositions in Chance(30)
            from positions in Several(OneOf<Position>(), 4)
            from minutes in Gen.Frequency((1, Gen.Constant<int?>(null)), (2, from number in Gen.Choose(1, 12) select (int?)number))
            from exclude in Gen.Frequency((2, Gen.Constant(Array.Empty<string>())), (1, Several(Gen.Elements(exercises), 3)))
            from reported in Gen.Frequency((4, Gen.Constant(Array.Empty<string>())), (1, Several(Gen.Elements(flags), 3)))
            from limit in Gen.Frequency((2, Gen.Constant(RecommendationRequest.DefaultLimit)), (1, Gen.Choose(1, 5)))
            select new RecommendationRequest
            {
                Conditions = chosen,
                AvailableEquipment = hasEquipment ? atHand : null,
                Level = level < 0 ? null : (Level)level,
                Positions = hasPositions ? positions : [],
                Minutes = minutes,
                Exclude = exclude,
                RedFlags = reported,
                Limit = limit,
            };
    }

    private static Gen<T[]> Several<T>(Gen<T> one, int atMost) => from count in Gen.Choose(0, atMost) from several in one.ArrayOf(count) select several;

    private static string[] Slugs<T>(IReadOnlyList<Document> documents) where T : Document => [.. documents.OfType<T>().Select(document => document.Slug)];

    private static IReadOnlyList<Document> InLanguage(Language language) =>
    [
        .. from entry in SeedCatalogue.Documents
           let path = $"{entry.Collection.Name}/{entry.Document.Slug}.{DocumentJson.NameOf(language.ToString())}"
           select SeedCatalogue.Translations.TryGetValue(path, out var found) && new TranslationFit(found.Translation, entry.Collection.Shape, entry.Document) is { IsServed: true } fit
               ? found.Translation.Apply(entry.Collection.Shape, entry.Document, fit) : entry.Document,
    ];
}
