using System.Collections.Concurrent;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>Caches what recommendations derive from one state of the catalogue, by condition and by combination of conditions.</summary>
internal sealed class RecommendationCache
{
    // Callers choose the combinations, so their number has a bound; further ones are computed for each request.
    private const int MaxCombinations = 512;

    private readonly Catalogue catalogue;
    private readonly ConcurrentDictionary<string, PreparedCondition> conditions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ChosenConditions> combinations = new(StringComparer.Ordinal);
    private readonly Lazy<PreparedExercise[]> exercises;

    public RecommendationCache(Catalogue catalogue, Texts texts)
    {
        this.catalogue = catalogue;
        Rules = new(new(catalogue, texts), new(catalogue, texts), new(catalogue, texts), new());
        exercises = new(() => [.. catalogue.All<Exercise>().Select(exercise => new PreparedExercise(exercise, Rules.Budget))]);
    }

    /// <summary>The rules that exercises are matched by.</summary>
    public MatchRules Rules { get; }

    /// <summary>The exercises of the catalogue, by slug.</summary>
    public IReadOnlyList<PreparedExercise> Exercises => exercises.Value;

    /// <summary>A condition of the catalogue.</summary>
    public PreparedCondition Get(Condition condition) => conditions.GetOrAdd(condition.Slug, _ => new(condition, Rules.Guidance, MatchAll));

    /// <summary>A combination of conditions.</summary>
    /// <param name="chosen">The conditions, by slug.</param>
    public ChosenConditions Get(IReadOnlyList<PreparedCondition> chosen)
    {
        var key = string.Join(',', chosen.Select(condition => condition.Condition.Slug));
        if (combinations.TryGetValue(key, out var known))
            return known;
        known = new(chosen, catalogue, Rules.Guidance);
        if (combinations.Count < MaxCombinations && combinations.TryAdd(key, known))
            known.Preserialize();
        return known;
    }

    /// <summary>How an exercise of the catalogue relates to a condition, even when nothing connects them.</summary>
    public ExerciseConditionMatch Match(Exercise exercise, Condition condition) =>
        Get(condition).Matches[Array.FindIndex(exercises.Value, prepared => prepared.Exercise.Slug == exercise.Slug)] ?? new ExerciseConditionMatch(exercise, condition, Rules);

    // Null for an exercise that nothing connects with the condition, as with most.
    private ExerciseConditionMatch?[] MatchAll(Condition condition) =>
        Array.ConvertAll(exercises.Value, prepared => IsConnected(prepared.Exercise, condition) ? new ExerciseConditionMatch(prepared.Exercise, condition, Rules) : null);

    private bool IsConnected(Exercise exercise, Condition condition) =>
        exercise.Indications.Any(indication => indication.Condition == condition.Slug)
        || exercise.Cautions.Any(caution => caution.Severity is CautionSeverity.Avoid && caution.Condition == condition.Slug)
        || Rules.Screening.LoadsTightMuscle(exercise, condition)
        || Links.Between(exercise, condition, catalogue).Any();
}
