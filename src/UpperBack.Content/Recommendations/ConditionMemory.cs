using System.Collections.Concurrent;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>What has been worked out about conditions, for as long as the catalogue stays as it is.</summary>
internal sealed class ConditionMemory
{
    // Whoever asks for ever other conditions together gets his answer, and takes no more memory.
    private const int MostChosen = 512;

    private readonly Catalogue catalogue;
    private readonly ConcurrentDictionary<string, Pairing?[]> pairings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ChosenConditions> chosen = new(StringComparer.Ordinal);
    private readonly Lazy<PreparedExercise[]> exercises;

    public ConditionMemory(Catalogue catalogue, Texts texts)
    {
        this.catalogue = catalogue;
        Rules = new(new(catalogue, texts), new(catalogue, texts), new(catalogue, texts), new());
        exercises = new(() => [.. catalogue.All<Exercise>().Select(exercise => new PreparedExercise(exercise, Rules.Memory))]);
    }

    /// <summary>What it is worked out by.</summary>
    public PairingRules Rules { get; }

    /// <summary>The exercises of the catalogue, by slug.</summary>
    public IReadOnlyList<PreparedExercise> Exercises => exercises.Value;

    /// <summary>Conditions that were chosen together.</summary>
    /// <param name="conditions">The conditions, by slug.</param>
    public ChosenConditions Of(IReadOnlyList<Condition> conditions)
    {
        var key = string.Join(',', conditions.Select(condition => condition.Slug));
        if (chosen.TryGetValue(key, out var known))
            return known;
        known = new(conditions, catalogue, Rules.Guidance, [.. conditions.Select(PairingsOf)]);
        if (chosen.Count < MostChosen && chosen.TryAdd(key, known))
            known.KeepJson();
        return known;
    }

    /// <summary>What connects an exercise of the catalogue with a condition, be it nothing.</summary>
    public Pairing Of(Exercise exercise, Condition condition) =>
        PairingsOf(condition)[Array.FindIndex(exercises.Value, prepared => prepared.Exercise.Slug == exercise.Slug)] ?? new Pairing(exercise, condition, Rules);

    private Pairing?[] PairingsOf(Condition condition) => pairings.GetOrAdd(condition.Slug, _ =>
        Array.ConvertAll(exercises.Value, prepared => Connects(prepared.Exercise, condition) ? new Pairing(prepared.Exercise, condition, Rules) : null));

    // An exercise that has nothing to do with a condition is nothing to remember.
    private bool Connects(Exercise exercise, Condition condition) =>
        exercise.Indications.Any(indication => indication.Condition == condition.Slug)
        || exercise.Cautions.Any(caution => caution.Severity is CautionSeverity.Avoid && caution.Condition == condition.Slug)
        || Rules.Screening.LoadsTightMuscle(exercise, condition)
        || Links.Between(exercise, condition, catalogue).Any();
}
