using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>An exercise with the parts of responses that do not depend on the conditions.</summary>
/// <param name="exercise">The exercise.</param>
/// <param name="budget">Memoizes the parts.</param>
internal sealed class PreparedExercise(Exercise exercise, MemoBudget budget)
{
    private ExerciseSummary? summary;
    private IReadOnlyList<Caution>? cautions;
    private IReadOnlyList<StopRule>? stopRules;
    private Dosage? dosage;

    /// <summary>The exercise itself.</summary>
    public Exercise Exercise => exercise;

    /// <summary>Slugs of the required equipment.</summary>
    public string[] Needed { get; } = [.. ExerciseCollection.Needed(exercise)];

    /// <summary>The summary.</summary>
    public ExerciseSummary Summary => summary ?? budget.Keep(ref summary, ExerciseSummary.Of(exercise));

    /// <summary>The cautions.</summary>
    public IReadOnlyList<Caution> Cautions => cautions ?? budget.Keep(ref cautions, exercise.Cautions);

    /// <summary>The stop rules.</summary>
    public IReadOnlyList<StopRule> StopRules => stopRules ?? budget.Keep(ref stopRules, exercise.StopRules);

    /// <summary>The dosage. Null when no source gives one.</summary>
    public Dosage? Dosage => exercise.Dosage is { } known ? dosage ?? budget.Keep(ref dosage, known) : null;
}
