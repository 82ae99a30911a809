using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>The session: it keeps to the time, is fair to both sides, and leaves nothing out in silence.</summary>
public sealed class RoutinePropertyTests
{
    [Fact]
    public void A_session_never_takes_longer_than_asked_for() => ForSessions((question, routine) =>
    {
        var seconds = Items(routine).Sum(item => Seconds(item.Dosage));
        Assert.Equal((int)Math.Ceiling(seconds / 60.0), routine.Minutes);
        Assert.True(seconds <= (question.Request.Minutes ?? int.MaxValue / 60) * 60);
        Assert.All(Items(routine), item => Assert.Equal(Seconds(item.Dosage), item.Seconds));
    });

    [Fact]
    public void Both_sides_do_the_same() => ForSessions((question, routine) =>
    {
        foreach (var item in Items(routine).Where(item => item.Dosage.PerSide is not true))
        {
            var laterality = question.Exercise(item.Exercise).Laterality;
            Assert.NotEqual(Laterality.Unilateral, laterality);
            Assert.True(laterality is Laterality.Bilateral || item.Dosage.Repetitions % 2 == 0);
        }
    });

    [Fact]
    public void A_dosage_changes_only_for_the_other_side_and_then_has_a_note() => ForSessions((question, routine) =>
    {
        foreach (var item in Items(routine))
        {
            var written = question.Exercise(item.Exercise).Dosage!;
            Assert.True(item.Dosage == written || item.Dosage == written with { PerSide = true } || item.Dosage == written with { Repetitions = written.Repetitions + 1 });
            Assert.Equal(item.Dosage == written, item.Note is null);
        }
    });

    [Fact]
    public void Its_parts_stand_in_order_and_hold_what_belongs_there_in_the_order_of_the_list() => ForSessions((question, routine) =>
    {
        Assert.Equal(routine.Blocks.Select(block => block.Phase).Distinct().Order(), routine.Blocks.Select(block => block.Phase));
        var places = Question.Slugs(question.Answer).ToList();
        foreach (var block in routine.Blocks)
        {
            Assert.NotEmpty(block.Items);
            Assert.All(block.Items, item => Assert.Equal(block.Phase, PhaseOf(question.Exercise(item.Exercise).Kind)));
            Assert.Equal(block.Items.OrderBy(item => places.IndexOf(item.Exercise)), block.Items);
        }
    });

    [Fact]
    public void Every_suggested_exercise_is_in_the_session_or_listed_as_dropped() => ForSessions((question, routine) => Assert.Equal(
        Question.Slugs(question.Answer).Order(StringComparer.Ordinal),
        Items(routine).Select(item => item.Exercise).Concat(routine.Dropped.Select(dropped => dropped.Exercise)).Order(StringComparer.Ordinal)));

    [Fact]
    public void Each_exercise_is_taken_if_it_fits_into_what_is_left_and_dropped_for_what_is_so() => ForSessions((question, routine) =>
    {
        var left = question.Request.Minutes is { } minutes ? minutes * 60 : int.MaxValue;
        foreach (var exercise in Question.Slugs(question.Answer).Select(question.Exercise))
        {
            var isKnown = exercise.Dosage is { Repetitions: not null } || exercise is { Kind: ExerciseKind.Stretch, Dosage.HoldSeconds: not null };
            var isDisputed = question.Answer.Items.Single(item => item.Exercise.Slug == exercise.Slug).Disputed;
            var taken = Items(routine).SingleOrDefault(item => item.Exercise == exercise.Slug);
            left -= taken?.Seconds ?? 0;
            DropCode? expected = isDisputed ? DropCode.Disputed : !isKnown ? DropCode.DosageUnknown : taken is null ? DropCode.NoTime : null;
            Assert.Equal(expected, routine.Dropped.SingleOrDefault(dropped => dropped.Exercise == exercise.Slug)?.Code);
            if (expected is DropCode.NoTime)
                Assert.True(Seconds(Balanced(exercise)) > left);
        }
    });

    private static void ForSessions(Action<Question, RecommendedRoutine> check) => Always.Holds(question =>
    {
        if (question.Answer.Routine is { } routine)
            check(question, routine);
    });

    private static IEnumerable<SessionItem> Items(RecommendedRoutine routine) => routine.Blocks.SelectMany(block => block.Items);

    // 15 + sets × sides × repetitions × seconds × directions + (sets − 1) × rest, as the page has it.
    private static int Seconds(Dosage dosage)
    {
        var (sets, sides, directions) = (dosage.Sets ?? 1, dosage.PerSide == true ? 2 : 1, dosage.BothDirections == true ? 2 : 1);
        var seconds = dosage.HoldSecondsAtMost ?? dosage.HoldSeconds ?? 4;
        return 15 + sets * sides * (dosage.Repetitions ?? 1) * seconds * directions + (sets - 1) * (dosage.RestSeconds ?? 30);
    }

    private static Dosage Balanced(Exercise exercise)
    {
        var dosage = exercise.Dosage!;
        if (exercise.Laterality is Laterality.Bilateral || dosage.PerSide == true)
            return dosage;
        if (exercise.Laterality is Laterality.Unilateral || dosage.Repetitions is null)
            return dosage with { PerSide = true };
        return dosage with { Repetitions = dosage.Repetitions + dosage.Repetitions % 2 };
    }

    private static SessionPhase PhaseOf(ExerciseKind kind) => kind switch
    {
        ExerciseKind.Mobility => SessionPhase.WarmUp,
        ExerciseKind.MotorControl => SessionPhase.Activation,
        ExerciseKind.Strength => SessionPhase.Strength,
        _ => SessionPhase.Stretch,
    };
}
