using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>The session: seconds by the formula, both sides alike, parts in order, and what has no place in it.</summary>
public sealed class RoutineTests
{
    [Theory]
    [InlineData(null, 10, null, null, null, null, null, 15 + 10 * 4)]
    [InlineData(null, null, 30, null, null, null, null, 15 + 30)]
    [InlineData(1, 5, 10, null, null, null, null, 15 + 5 * 10)]
    [InlineData(3, 8, null, null, null, null, null, 15 + 3 * 8 * 4 + 2 * 30)]
    [InlineData(3, 8, null, null, 60, null, null, 15 + 3 * 8 * 4 + 2 * 60)]
    [InlineData(3, 8, null, null, 0, null, null, 15 + 3 * 8 * 4)]
    [InlineData(null, 2, 3, 5, null, null, null, 15 + 2 * 5)]
    [InlineData(2, 3, 5, null, null, true, null, 15 + 2 * 2 * 3 * 5 + 30)]
    [InlineData(null, 10, null, null, null, null, true, 15 + 10 * 4 * 2)]
    [InlineData(2, 10, null, null, 10, true, true, 15 + 2 * 2 * 10 * 4 * 2 + 10)]
    [InlineData(null, 10, null, null, null, false, false, 15 + 10 * 4)]
    public void Seconds_are_counted_by_the_formula(int? sets, int? repetitions, int? hold, int? most, int? rest, bool? perSide, bool? directions, int seconds)
    {
        var dosage = Make.Dosage(sets, repetitions, hold) with { HoldSecondsAtMost = most, RestSeconds = rest, PerSide = perSide, BothDirections = directions };
        var item = Item(Laterality.Bilateral, dosage);
        Assert.Equal((seconds, dosage, null), (item.Seconds, item.Dosage, item.Note));
    }

    [Theory]
    [InlineData(Laterality.Bilateral, 5, null, 5, null, false)]
    [InlineData(Laterality.Unilateral, 5, null, 5, true, true)]
    [InlineData(Laterality.Unilateral, 5, false, 5, true, true)]
    [InlineData(Laterality.Unilateral, 5, true, 5, true, false)]
    [InlineData(Laterality.Unilateral, null, null, null, true, true)]
    [InlineData(Laterality.Alternating, 6, null, 6, null, false)]
    [InlineData(Laterality.Alternating, 5, null, 6, null, true)]
    [InlineData(Laterality.Alternating, 3, null, 4, null, true)]
    [InlineData(Laterality.Alternating, 5, true, 5, true, false)]
    [InlineData(Laterality.Alternating, null, null, null, true, true)]
    public void Both_sides_do_the_same_and_a_note_tells_the_change(Laterality laterality, int? repetitions, bool? perSide, int? done, bool? doneOnEach, bool hasNote)
    {
        var item = Item(laterality, Make.Dosage(repetitions: repetitions, hold: 5) with { PerSide = perSide });
        Assert.Equal((done, doneOnEach, hasNote), (item.Dosage.Repetitions, item.Dosage.PerSide, item.Note is not null));
    }

    [Fact]
    public void One_more_and_the_other_side_are_told_apart() => Assert.NotEqual(
        Item(Laterality.Alternating, Make.Dosage(repetitions: 5)).Note, Item(Laterality.Unilateral, Make.Dosage(repetitions: 5)).Note);

    [Fact]
    public void Parts_stand_in_order_and_keep_the_order_of_the_list()
    {
        var routine = Routine(null, Exercise("a", ExerciseKind.Stretch), Exercise("b", ExerciseKind.Strength), Exercise("c", ExerciseKind.MotorControl), Exercise("d", ExerciseKind.Mobility), Exercise("e", ExerciseKind.Stretch));
        Assert.Equal(
            [(SessionPhase.WarmUp, "d"), (SessionPhase.Activation, "c"), (SessionPhase.Strength, "b"), (SessionPhase.Stretch, "a e")],
            routine.Blocks.Select(block => (block.Phase, string.Join(' ', block.Items.Select(item => item.Exercise)))));
        Assert.Equal((5 * 25 + 59) / 60, routine.Minutes);
    }

    [Fact]
    public void What_does_not_fit_is_dropped_and_what_comes_later_may_still_fit()
    {
        var routine = Routine(1, Exercise("a", hold: 20), Exercise("b", hold: 60), Exercise("c", hold: 10));
        Assert.Equal(["a", "c"], routine.Blocks.Single().Items.Select(item => item.Exercise)); // 35 and 25 are a minute to the second
        var dropped = Assert.Single(routine.Dropped);
        Assert.Equal(("b", DropCode.NoTime), (dropped.Exercise, dropped.Code));
        Assert.Contains("2 min", dropped.Detail, StringComparison.Ordinal); // 75 seconds
        Assert.Equal(1, routine.Minutes);
    }

    [Fact]
    public void When_nothing_fits_the_session_is_empty()
    {
        var routine = Routine(1, Exercise("a", hold: 60));
        Assert.Empty(routine.Blocks);
        Assert.Equal((0, DropCode.NoTime), (routine.Minutes, Assert.Single(routine.Dropped).Code));
    }

    [Theory]
    [InlineData(ExerciseKind.Strength)]
    [InlineData(ExerciseKind.Stretch)]
    public void Without_repetitions_and_hold_the_duration_is_unknown(ExerciseKind kind)
    {
        var routine = Routine(600, Exercise("a", kind) with { Dosage = null }, Exercise("b", kind) with { Dosage = Make.Dosage(sets: 3) });
        Assert.Equal([("a", DropCode.DosageUnknown), ("b", DropCode.DosageUnknown)], routine.Dropped.Select(dropped => (dropped.Exercise, dropped.Code)));
    }

    [Theory]
    [InlineData(ExerciseKind.Stretch, true)]
    [InlineData(ExerciseKind.Strength, false)]
    [InlineData(ExerciseKind.Mobility, false)]
    [InlineData(ExerciseKind.MotorControl, false)]
    public void Only_a_stretch_is_told_by_its_hold_alone(ExerciseKind kind, bool isTaken)
    {
        var routine = Routine(600, Exercise("a", kind) with { Dosage = Make.Dosage(sets: 2, hold: 10) });
        Assert.Equal(isTaken ? [15 + 2 * 10 + 30] : [], routine.Blocks.SelectMany(block => block.Items).Select(item => item.Seconds));
        Assert.Equal(isTaken ? [] : [DropCode.DosageUnknown], routine.Dropped.Select(dropped => dropped.Code));
    }

    // It comes before other reasons to drop the exercise, because the person decides.
    [Theory]
    [InlineData(10)]
    [InlineData(600)]
    [InlineData(null)]
    public void A_disputed_exercise_is_dropped_and_takes_no_time(int? hold)
    {
        var disputed = Make.Exercise("disputed", Make.Strengthens("neck")) with { Indications = [Make.Studied("stiff")], Dosage = hold is null ? null : Make.Dosage(repetitions: 1, hold: hold) };
        var alone = Routine(1, disputed);
        Assert.Empty(alone.Blocks);
        Assert.Equal((0, "disputed", DropCode.Disputed), (alone.Minutes, Assert.Single(alone.Dropped).Exercise, alone.Dropped[0].Code));

        var among = Routine(1, disputed, Exercise("a", hold: 20), Exercise("b"));
        Assert.Equal(["a", "b"], among.Blocks.Single().Items.Select(item => item.Exercise));
        Assert.Equal(DropCode.Disputed, Assert.Single(among.Dropped).Code);
    }

    [Fact]
    public void It_is_named_after_what_was_chosen() => Assert.Contains("Stiff neck", Routine(null, Exercise("a")).Name, StringComparison.Ordinal);

    private static SessionItem Item(Laterality laterality, Dosage dosage) =>
        Assert.Single(Assert.Single(Routine(null, Exercise("a", ExerciseKind.Stretch) with { Laterality = laterality, Dosage = dosage }).Blocks).Items);

    private static Exercise Exercise(string slug, ExerciseKind kind = ExerciseKind.Strength, int hold = 10) =>
        Make.Exercise(slug, Make.Lengthens("neck")) with { Kind = kind, Dosage = Make.Dosage(repetitions: 1, hold: hold) };

    private static RecommendedRoutine Routine(int? minutes, params Exercise[] exercises) =>
        Make.Answer([Make.Condition("stiff", Make.Tight("neck")) with { Name = "Stiff neck" }, .. exercises], new RecommendationRequest { Conditions = ["stiff"], Minutes = minutes }).Routine!;
}
