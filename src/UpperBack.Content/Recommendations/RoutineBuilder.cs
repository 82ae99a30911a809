using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>
/// Makes one session of suggested exercises. It goes through them in their order and takes each that still fits the
/// time, so that what matters most is in it; then it sorts them into warm-up, activation, strength and stretch.
/// Time is counted by the formula of <see cref="RoutineTiming"/>.
/// </summary>
internal sealed class RoutineBuilder(Texts texts)
{
    public RecommendedRoutine Build(IReadOnlyList<Support> suggested, int? minutes, string conditions)
    {
        var taken = new List<(SessionPhase Phase, SessionItem Item)>();
        var dropped = new List<DroppedExercise>();
        var left = minutes is null ? int.MaxValue : minutes.Value * 60;
        foreach (var support in suggested)
        {
            var exercise = support.Exercise.Exercise;
            if (support.IsDisputed)
                Drop(exercise, DropCode.Disputed, texts["Recommendations.Dropped.Disputed"]);
            else if (HowMuch(exercise) is not { } dosage)
                Drop(exercise, DropCode.DosageUnknown, texts["Recommendations.Dropped.DosageUnknown"]);
            else if (ItemOf(exercise, dosage) is var item && item.Seconds > left)
                Drop(exercise, DropCode.NoTime, texts["Recommendations.Dropped.NoTime", RoutineTiming.ToMinutes(item.Seconds)]);
            else
            {
                left -= item.Seconds;
                taken.Add((PhaseOf(exercise.Kind), item));
            }
        }

        return new()
        {
            Name = texts["Recommendations.RoutineName", conditions],
            Minutes = RoutineTiming.ToMinutes(taken.Sum(entry => entry.Item.Seconds)),
            Blocks = [.. taken.GroupBy(entry => entry.Phase, entry => entry.Item).OrderBy(block => block.Key).Select(block => new SessionBlock { Phase = block.Key, Items = [.. block] })],
            Dropped = dropped,
        };

        void Drop(Exercise exercise, DropCode code, string detail) => dropped.Add(new() { Exercise = exercise.Slug, Code = code, Detail = detail });
    }

    // A stretch is told by its hold. A pause within a movement tells nothing about how often to make it.
    private static Dosage? HowMuch(Exercise exercise) =>
        exercise.Kind is ExerciseKind.Stretch || exercise.Dosage?.Repetitions is not null ? RoutineTiming.Known(exercise.Dosage) : null;

    private SessionItem ItemOf(Exercise exercise, Dosage asWritten)
    {
        var (dosage, note) = Balanced(exercise.Laterality, asWritten);
        return new() { Exercise = exercise.Slug, Name = exercise.Name, Dosage = dosage, Seconds = RoutineTiming.Seconds(dosage), Note = note };
    }

    // A source that gives numbers for one side means them for the other as well; sides in turn need an even number.
    private (Dosage Dosage, string? Note) Balanced(Laterality laterality, Dosage dosage) => (laterality, dosage) switch
    {
        (Laterality.Unilateral, { PerSide: not true }) => (dosage with { PerSide = true }, texts["Recommendations.OtherSide"]),
        (Laterality.Alternating, { PerSide: not true, Repetitions: { } repetitions }) when repetitions % 2 == 1 => (dosage with { Repetitions = repetitions + 1 }, texts["Recommendations.OneMoreRepetition"]),
        (Laterality.Alternating, { PerSide: not true, Repetitions: null }) => (dosage with { PerSide = true }, texts["Recommendations.OtherSide"]),
        _ => (dosage, null),
    };

    private static SessionPhase PhaseOf(ExerciseKind kind) => kind switch
    {
        ExerciseKind.Mobility => SessionPhase.WarmUp,
        ExerciseKind.MotorControl => SessionPhase.Activation,
        ExerciseKind.Stretch => SessionPhase.Stretch,
        _ => SessionPhase.Strength,
    };
}
