using System.Globalization;
using UpperBack.Content.Documents;

namespace UpperBack.Load.Catalogues;

/// <summary>
/// Makes exercises of the size and shape of the real ones, as many as are wanted: the sentences are those of the real
/// catalogue in other company, the facts are drawn by lot. The same seed gives the same exercises. They are made to be
/// counted and searched, not to be done.
/// </summary>
internal sealed class ExerciseGenerator
{
    private static readonly string[] Manners = ["Slow", "Steady", "Seated", "FixedWindowLease", "Kneeling", "Supported", "Quiet", "Long", "Short", "Paused", "Easy", "Firm", "Half", "Full", "Single", "Double"];
    private static readonly string[] Tools = ["band", "wall", "chair", "towel", "floor", "doorway", "mat", "bench", "ball", "stick"];
    private static readonly string[] Movements = ["row", "press", "slide", "stretch", "raise", "reach", "turn", "squeeze", "hold", "pull", "tilt", "circle", "glide", "lift", "roll", "push"];
    private static readonly string[] Syllables = ["ba", "co", "du", "fe", "gi", "ka", "lo", "mu", "ne", "pi", "ra", "so", "tu", "ve", "wi", "za"];

    private readonly Exercise[] templates;
    private readonly string[] muscles, conditions, equipment, sources;
    private readonly Random lots;

    public ExerciseGenerator(SeedCatalogue seed, int randomSeed)
    {
        templates = [.. seed.All<Exercise>()];
        muscles = [.. seed.All<Muscle>().Select(muscle => muscle.Slug)];
        conditions = [.. seed.All<Condition>().Select(condition => condition.Slug)];
        equipment = [.. seed.All<Equipment>().Select(piece => piece.Slug)];
        sources = [.. seed.All<Source>().Select(source => source.Slug)];
        // Repeatable on purpose: every run has to measure the same catalogue.
        lots = new(randomSeed);
    }

    /// <summary>The next exercise.</summary>
    /// <param name="number">Its number, from 1; the slug holds it, and relations lead to lower ones.</param>
    public Exercise Make(int number)
    {
        var template = Any(templates);
        var avoided = Any(conditions);
        return template with
        {
            Slug = SlugOf(number),
            Name = $"{Any(Manners)} {Any(Tools)} {Any(Movements)} {number.ToString(CultureInfo.InvariantCulture)}",
            Aliases = [$"{Any(Movements)} of {RareWord()} {number.ToString(CultureInfo.InvariantCulture)}"],
            Kind = Any<ExerciseKind>(),
            Level = Any<Level>(),
            Laterality = Any<Laterality>(),
            Positions = [.. Several(Enum.GetValues<Position>(), 0, 2)],
            Equipment = [.. Several(equipment, 0, 2).Select(piece => new ExerciseEquipment { Equipment = piece, Required = lots.Next(2) == 0 })],
            Targets = [.. Several(muscles, 1, 5).Select(muscle => new Target { Muscle = muscle, Role = Any<TargetRole>(), Effect = Any<Effect>() })],
            Dosage = lots.Next(10) == 0 ? null : Dosage(),
            Instructions = [.. template.Instructions.Select((step, index) => step with { Text = Any(templates).Instructions is var other && index < other.Count ? other[index].Text : step.Text })],
            Cues = [.. Several(Any(templates).Cues, 1, 3)],
            CommonMistakes = [.. Several(Any(templates).CommonMistakes, 1, 3)],
            Indications = [.. Several(conditions, 1, 4).Where(condition => condition != avoided).Select(Indication)],
            Cautions = [template.Cautions[0] with { Condition = null, Severity = CautionSeverity.Modify }, Any(templates).Cautions[0] with { Condition = avoided, Severity = CautionSeverity.Avoid }],
            Relations = number == 1 ? [] : [new ExerciseRelation { Type = Any<RelationType>(), Exercise = SlugOf(lots.Next(1, number)) }],
            Sources = [.. Several(sources, 1, 8).Select(source => new Citation { Source = source })],
        };
    }

    private Dosage Dosage()
    {
        var (sets, repetitions, hold) = (lots.Next(1, 6), lots.Next(1, 31), lots.Next(1, 13) * 5);
        return new()
        {
            Sets = sets,
            Repetitions = repetitions,
            HoldSeconds = hold,
            PerSide = lots.Next(2) == 0,
            AsWritten = string.Create(CultureInfo.InvariantCulture, $"{sets} sets of {repetitions}, each held for {hold} seconds"),
        };
    }

    // None is derived: what follows from the facts would depend on those that the lots have drawn.
    private Indication Indication(string condition)
    {
        var isLiterature = lots.Next(2) == 0;
        return new()
        {
            Condition = condition,
            Basis = isLiterature ? Basis.Literature : Basis.Stated,
            Directness = isLiterature ? Any<Directness>() : null,
            Certainty = isLiterature ? Any<Certainty>() : null,
            Rationale = Any(Any(templates).Indications).Rationale,
            Sources = [new Citation { Source = Any(sources) }],
        };
    }

    /// <summary>A word that few others have: there are 65,536 of them.</summary>
    private string RareWord() => $"{Any(Syllables)}{Any(Syllables)}{Any(Syllables)}{Any(Syllables)}";

    private static string SlugOf(int number) => $"generated-{number.ToString(CultureInfo.InvariantCulture)}";

    private T Any<T>(IReadOnlyList<T> choices) => choices[lots.Next(choices.Count)];

    private T Any<T>() where T : struct, Enum => Any(Enum.GetValues<T>());

    private List<T> Several<T>(IReadOnlyList<T> choices, int least, int most) =>
        [.. Enumerable.Range(0, lots.Next(least, most + 1)).Select(_ => Any(choices)).Distinct()];
}
