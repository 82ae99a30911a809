using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>An exercise with what every recommendation says of it, whatever the conditions.</summary>
/// <param name="exercise">The exercise.</param>
/// <param name="memory">Keeps what has been said.</param>
internal sealed class PreparedExercise(Exercise exercise, PartMemory memory)
{
    private ExerciseSummary? summary;
    private IReadOnlyList<Caution>? cautions;
    private IReadOnlyList<StopRule>? stopRules;
    private Dosage? dosage;

    /// <summary>The exercise itself.</summary>
    public Exercise Exercise => exercise;

    /// <summary>Slugs of the equipment that it cannot do without.</summary>
    public string[] Needed { get; } = [.. ExerciseCollection.Needed(exercise)];

    /// <summary>It in short.</summary>
    public ExerciseSummary Summary => summary ?? memory.Keep(ref summary, ExerciseSummary.Of(exercise));

    /// <summary>What to mind.</summary>
    public IReadOnlyList<Caution> Cautions => cautions ?? memory.Keep(ref cautions, exercise.Cautions);

    /// <summary>When to stop.</summary>
    public IReadOnlyList<StopRule> StopRules => stopRules ?? memory.Keep(ref stopRules, exercise.StopRules);

    /// <summary>How much of it. Null when no source says.</summary>
    public Dosage? Dosage => exercise.Dosage is { } known ? dosage ?? memory.Keep(ref dosage, known) : null;
}
