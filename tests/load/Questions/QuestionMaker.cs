using System.Globalization;
using UpperBack.Content.Documents;
using UpperBack.Load.Catalogues;

namespace UpperBack.Load.Questions;

/// <summary>Makes addresses to ask for, none like another as far as there are so many. The same seed gives the same ones.</summary>
internal sealed class QuestionMaker
{
    // Nearly all exercises say one of these somewhere.
    private static readonly string[] CommonWords = ["shoulder", "shoulders", "back", "slowly", "neck"];
    private static readonly string[] Facets = ["kind", "level", "position", "laterality", "muscle", "primaryMuscle", "equipment", "condition", "basis"];
    private static readonly string[] Sorts = ["name", "-name", "slug", "-slug", "level", "sets", "-sets", "repetitions", "holdSeconds"];
    private static readonly string[] Includes = ["muscles", "conditions", "equipment", "sources", "conditions.muscles"];

    private readonly string[] muscles, conditions, equipment;
    private readonly IReadOnlyList<Exercise> templates;
    private readonly int generated;
    private readonly Random lots;

    /// <summary>Makes one for the catalogue with so many exercises.</summary>
    public QuestionMaker(SeedCatalogue seed, int exercises, int randomSeed)
    {
        muscles = [.. seed.All<Muscle>().Select(muscle => muscle.Slug)];
        conditions = [.. seed.All<Condition>().Select(condition => condition.Slug)];
        equipment = [.. seed.All<Equipment>().Select(piece => piece.Slug)];
        templates = seed.All<Exercise>();
        generated = exercises - templates.Count;
        // Repeatable on purpose: every run has to ask the same.
        lots = new(randomSeed);
    }

    /// <summary>One exercise.</summary>
    public string Document() => $"/v1/exercises/{Slug()}";

    /// <summary>A page of 20 whole exercises that pass two filters and two bounds.</summary>
    public string FilteredList(bool withTotal) => $"/v1/exercises?{Filters()}&total={(withTotal ? "true" : "false")}";

    /// <summary>A page with three facets and how many there are.</summary>
    public string FacetedList() => $"/v1/exercises?{Filters()}&facets={string.Join(',', Several(Facets, 3))}";

    /// <summary>A page with everything that its exercises refer to along a path.</summary>
    public string IncludingList() => $"/v1/exercises?{Filters()}&include={Any(Includes)}&total=false";

    /// <summary>Exercises with a word that few hold.</summary>
    public string RareSearch() => $"/v1/exercises?q={Number(generated)}";

    /// <summary>Exercises with a word that nearly all hold.</summary>
    public string CommonSearch() => $"/v1/exercises?q={Any(CommonWords)}&limit={Number(20)}&sort={Any(Sorts)}".Replace("&sort=level", "", StringComparison.Ordinal);

    /// <summary>What helps with two conditions, for who has so much time and these things.</summary>
    public string Recommendation() =>
        $"/v1/recommendations?condition={string.Join(',', Several(conditions, lots.Next(1, 3)))}&availableEquipment={string.Join(',', Several(equipment, lots.Next(1, 4)))}&minutes={Number(120)}&level={Any<Level>()}";

    /// <summary>Any of them, as often as fits a catalogue: documents most, lists often.</summary>
    public string Any() => lots.Next(20) switch
    {
        < 8 => $"{Document()}?fields={string.Join(',', Several(["slug", "name", "summary", "kind", "level", "dosage", "targets", "cues", "instructions", "cautions"], 4))}",
        < 12 => FilteredList(withTotal: false),
        < 14 => FilteredList(withTotal: true),
        < 15 => FacetedList(),
        < 16 => IncludingList(),
        < 18 => RareSearch(),
        < 19 => CommonSearch(),
        _ => Recommendation(),
    };

    /// <summary>So many different ones.</summary>
    public static IReadOnlyList<string> Different(int count, Func<string> next)
    {
        var found = new HashSet<string>();
        for (var tries = 0; found.Count < count && tries < 20 * count; tries++)
            found.Add(next());
        return [.. found];
    }

    private string Filters() =>
        $"muscle={Any(muscles)}&level={string.Join(',', Several(Enum.GetNames<Level>(), 2)).ToLowerInvariant()}&repetitions.gte={Number(20)}&holdSeconds.lte={Number(60)}&sort={Any(Sorts)}";

    private string Slug() => generated > 0 && lots.Next(100) > 0 ? $"generated-{Number(generated)}" : Any(templates).Slug;

    private string Number(int most) => (lots.Next(most) + 1).ToString(CultureInfo.InvariantCulture);

    private T Any<T>(IReadOnlyList<T> choices) => choices[lots.Next(choices.Count)];

    private string Any<T>() where T : struct, Enum => Any(Enum.GetNames<T>()).ToLowerInvariant();

    private IEnumerable<string> Several(string[] choices, int count) => Enumerable.Range(0, 10 * count).Select(_ => Any(choices)).Distinct().Take(count);
}
