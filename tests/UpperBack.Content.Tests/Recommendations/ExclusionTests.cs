using System.Globalization;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>Excluded exercises: which, why, in which order.</summary>
public sealed class ExclusionTests
{
    private static readonly RecommendationRequest Limited = new()
    {
        Conditions = ["stiff"],
        AvailableEquipment = ["mat"],
        Level = Level.Beginner,
        Positions = [Position.Sitting],
        Exclude = ["press"],
    };

    // It has everything against it that can be.
    private static readonly Exercise Press = Make.Exercise("press", Make.Strengthens("neck")) with
    {
        Indications = [Make.Stated("stiff")],
        Cautions = [Make.Caution("stiff", CautionSeverity.Avoid)],
        Equipment = [new() { Equipment = "bar", Required = true }],
        Level = Level.Advanced,
    };

    [Fact]
    public void Of_several_things_against_it_the_first_counts()
    {
        var press = Press;
        Assert.Equal(ExclusionCode.AvoidedForCondition, Code(press));
        press = press with { Cautions = [Make.Caution("stiff", CautionSeverity.Modify)] };
        Assert.Equal(ExclusionCode.LoadsTightMuscle, Code(press));
        press = press with { Indications = [Make.Studied("stiff")] };
        Assert.Equal(ExclusionCode.ExcludedByRequest, Code(press));
        press = press with { Slug = "push" };
        Assert.Equal(ExclusionCode.EquipmentMissing, Code(press));
        press = press with { Equipment = [new() { Equipment = "mat", Required = true }, new() { Equipment = "bar", Required = false }] };
        Assert.Equal(ExclusionCode.LevelTooHigh, Code(press));
        press = press with { Level = Level.Beginner };
        Assert.Equal(ExclusionCode.PositionUnknown, Code(press));
        press = press with { Positions = [Position.Standing] };
        Assert.Equal(ExclusionCode.PositionNotPossible, Code(press));
        press = press with { Positions = [Position.Standing, Position.Sitting] };
        Assert.Null(Code(press));
    }

    [Fact]
    public void A_caution_to_avoid_wins_over_all_support()
    {
        var exercise = Make.Exercise("exercise", Make.Lengthens("neck")) with { Indications = [Make.Stated("stiff"), Make.Studied("stiff", Certainty.High)], Cautions = [Make.Caution("stiff", CautionSeverity.Avoid)] };
        var left = Assert.Single(Answer(new() { Conditions = ["stiff"] }, exercise).Excluded);
        Assert.Equal((ExclusionCode.AvoidedForCondition, "stiff", "with stiff Avoid with stiff"), (left.Code, left.Condition, left.Detail));
        Assert.NotEmpty(left.Sources);
    }

    [Theory]
    [InlineData("stiff", CautionSeverity.Modify)]
    [InlineData("stiff", CautionSeverity.Watch)]
    [InlineData("other", CautionSeverity.Avoid)]
    [InlineData(null, CautionSeverity.Avoid)] // it speaks of circumstances, not of a condition
    public void Other_cautions_leave_nothing_out(string? condition, CautionSeverity severity) =>
        Assert.Single(Answer(new() { Conditions = ["stiff"] }, Make.Exercise("exercise", Make.Lengthens("neck")) with { Cautions = [Make.Caution(condition, severity)] }).Items);

    [Theory]
    [InlineData("neck")]
    [InlineData("shoulders")] // holds the neck
    [InlineData("nape")] // a part of it
    public void An_exercise_that_loads_a_tight_muscle_its_parent_or_a_part_is_excluded(string muscle)
    {
        Indication[] recorded = [Make.Stated("stiff"), Make.Derived("stiff"), Make.Studied("stiff", Certainty.High, Directness.Class), Make.Studied("other", Certainty.High)];
        var left = Assert.Single(Answer(new() { Conditions = ["stiff"] }, Make.Exercise("exercise", Make.Strengthens(muscle)) with { Indications = recorded }).Excluded);
        Assert.Equal((ExclusionCode.LoadsTightMuscle, "stiff"), (left.Code, left.Condition));
    }

    [Fact]
    public void An_exercise_studied_for_one_condition_is_excluded_for_another_that_calls_the_muscle_tight()
    {
        var exercise = Make.Exercise("exercise", Make.Strengthens("neck")) with { Indications = [Make.Studied("stiff")] };
        Document[] documents = [Make.Condition("stiff", Make.Tight("neck")), Make.Condition("sore", Make.Tight("neck")), exercise];
        Assert.Equal("sore", Assert.Single(Make.Answer(documents, "stiff", "sore").Excluded).Condition);
        Assert.True(Assert.Single(Make.Answer(documents, "stiff").Items).Disputed);
    }

    [Fact]
    public void Unsafe_exercises_are_always_listed_and_those_outside_limits_only_with_support()
    {
        Exercise[] exercises =
        [
            Make.Exercise("avoided", Make.Lengthens("leg")) with { Cautions = [Make.Caution("stiff", CautionSeverity.Avoid)] },
            Make.Exercise("hard", Make.Lengthens("leg")) with { Level = Level.Advanced },
            Make.Exercise("loads", Make.Strengthens("neck")),
        ];
        var answer = Answer(new() { Conditions = ["stiff"], Level = Level.Beginner }, exercises);
        Assert.Equal(["avoided", "loads"], answer.Excluded.Select(left => left.Exercise));
        Assert.Equal(Outcome.NothingSupported, answer.Outcome);
    }

    [Fact]
    public void Unsafe_exercises_come_first_by_slug_then_the_rest_by_score_and_slug()
    {
        Exercise[] exercises =
        [
            Make.Exercise("a", Make.Lengthens("neck", TargetRole.Secondary)), Make.Exercise("c", Make.Lengthens("neck")), Make.Exercise("b", Make.Lengthens("neck")),
            Make.Exercise("z", Make.Strengthens("neck")), Make.Exercise("y", Make.Lengthens("neck")) with { Cautions = [Make.Caution("stiff", CautionSeverity.Avoid)] },
        ];
        var answer = Answer(new() { Conditions = ["stiff"], Exclude = ["a", "b", "c", "y", "z"] }, exercises);
        Assert.Equal(["y", "z", "b", "c", "a"], answer.Excluded.Select(left => left.Exercise));
    }

    [Fact]
    public void The_first_hundred_are_shown_and_all_are_counted()
    {
        var exercises = Enumerable.Range(0, 120).Select(number => Make.Exercise(number.ToString("'x'000", CultureInfo.InvariantCulture), Make.Strengthens("neck")));
        var answer = Answer(new() { Conditions = ["stiff"] }, [.. exercises]);
        Assert.Equal((100, 120, "x099"), (answer.Excluded.Count, answer.ExcludedTotal, answer.Excluded[^1].Exercise));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("bar mat", true)]
    [InlineData("bar", false)]
    [InlineData("stick mat", false)] // what can stand in is not taken for it
    [InlineData("", false)]
    public void All_that_is_required_must_be_at_hand(string? atHand, bool suggested)
    {
        var bar = Make.Equipment("bar") with { Substitutes = [new() { Equipment = "stick", Description = "a stick" }] };
        var exercise = Make.Exercise("exercise", Make.Lengthens("neck")) with { Equipment = [new() { Equipment = "bar", Required = true }, new() { Equipment = "mat", Required = true }, new() { Equipment = "box", Required = false }] };
        var request = new RecommendationRequest { Conditions = ["stiff"], AvailableEquipment = atHand?.Split(' ', StringSplitOptions.RemoveEmptyEntries) };
        var answer = Make.Answer([bar, Make.Equipment("stick"), Make.Condition("stiff", Make.Tight("neck")), exercise], request);
        Assert.Equal(suggested, answer.Items.Count == 1);
        Assert.Equal(suggested ? null : ExclusionCode.EquipmentMissing, answer.Excluded.SingleOrDefault()?.Code);
    }

    private static ExclusionCode? Code(Exercise exercise) => Answer(Limited, exercise).Excluded.SingleOrDefault()?.Code;

    private static Recommendation Answer(RecommendationRequest request, params Exercise[] exercises) =>
        Make.Answer([Make.Muscle("shoulders"), Make.Muscle("neck", "shoulders"), Make.Muscle("nape", "neck"), Make.Condition("stiff", Make.Tight("neck")), .. exercises], request);
}
