using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>What an exercise acts on: through the tree of muscles, by what is wrong with a muscle and what is done to it.</summary>
public sealed class LinkTests
{
    private static readonly Document[] Tree =
        [Make.Muscle("trapezius"), Make.Muscle("upper", "trapezius"), Make.Muscle("fibres", "upper"), Make.Muscle("lower", "trapezius"), Make.Muscle("neck")];

    [Theory]
    [InlineData(TargetRole.Primary, "upper", 16, false)]
    [InlineData(TargetRole.Secondary, "upper", 8, false)]
    [InlineData(TargetRole.Stabiliser, "upper", 4, false)]
    [InlineData(TargetRole.Primary, "trapezius", 16, false)]
    [InlineData(TargetRole.Secondary, "trapezius", 8, false)]
    [InlineData(TargetRole.Stabiliser, "trapezius", 4, false)]
    [InlineData(TargetRole.Primary, "fibres", 8, true)]
    [InlineData(TargetRole.Secondary, "fibres", 4, true)]
    [InlineData(TargetRole.Stabiliser, "fibres", 2, true)]
    public void A_link_has_the_points_of_the_role_and_half_when_only_a_part_is_reached(TargetRole role, string muscle, int points, bool onlyPart)
    {
        var item = Assert.Single(Asked(Make.Tight("upper"), Make.Lengthens(muscle, role)).Items);
        Assert.Equal(
            new MechanismLink { Condition = "stiff", Mechanism = "upper-tight", Muscle = muscle, Role = role, Effect = Effect.Lengthens, OnlyPart = onlyPart, Points = points },
            Assert.Single(item.ActsOn));
        Assert.Equal(points, item.Score);
    }

    [Theory]
    [InlineData("lower")] // beside it, held by the same
    [InlineData("neck")]
    [InlineData("unknown")]
    public void Another_muscle_is_not_reached(string muscle) => Assert.Equal(Outcome.NothingSupported, Asked(Make.Tight("upper"), Make.Lengthens(muscle)).Outcome);

    [Fact]
    public void A_part_of_a_part_and_what_holds_what_holds_it_are_reached()
    {
        Assert.Equal(8, Assert.Single(Asked(Make.Tight("trapezius"), Make.Lengthens("fibres")).Items).Score);
        Assert.Equal(16, Assert.Single(Asked(Make.Tight("fibres"), Make.Lengthens("trapezius")).Items).Score);
    }

    public static TheoryData<MechanismProblem, Effect, ReasonCode?> Answers =>
        new MatrixTheoryData<MechanismProblem, Effect>(Enum.GetValues<MechanismProblem>(), Enum.GetValues<Effect>())
            .Select(row => row.Data).Aggregate(new TheoryData<MechanismProblem, Effect, ReasonCode?>(), (rows, row) =>
            {
                rows.Add(row.Item1, row.Item2, (row.Item1, row.Item2) switch
                {
                    (MechanismProblem.Tight, Effect.Lengthens) => ReasonCode.Lengthens,
                    (MechanismProblem.Weak, Effect.Strengthens) or (MechanismProblem.Underactive, Effect.Strengthens) => ReasonCode.Strengthens,
                    (MechanismProblem.Weak, Effect.Activates) or (MechanismProblem.Underactive, Effect.Activates) => ReasonCode.Activates,
                    _ => null,
                });
                return rows;
            });

    [Theory, MemberData(nameof(Answers))]
    public void What_is_tight_is_lengthened_and_what_is_weak_or_underactive_strengthened_or_activated(MechanismProblem problem, Effect effect, ReasonCode? code)
    {
        var answer = Asked(Make.Mechanism("upper", problem), Make.Target("upper", effect));
        Assert.Equal(code, answer.Items.SingleOrDefault()?.Reasons.Single().Code);
        // The one thing that is worse than no answer.
        Assert.Equal((problem, effect) is (MechanismProblem.Tight, Effect.Strengthens), answer.Excluded.Any(left => left.Code is ExclusionCode.LoadsTightMuscle));
    }

    [Fact]
    public void An_exercise_has_one_link_to_a_mechanism_by_the_target_with_most_points()
    {
        var links = Assert.Single(Asked(Make.Weak("upper"), Make.Strengthens("upper", TargetRole.Secondary), Make.Strengthens("fibres"), Make.Strengthens("trapezius")).Items).ActsOn;
        Assert.Equal(("trapezius", 16), (Assert.Single(links).Muscle, links[0].Points));
    }

    [Fact]
    public void Of_two_targets_with_as_many_points_the_first_muscle_by_slug_counts() =>
        Assert.Equal("trapezius", Assert.Single(Assert.Single(Asked(Make.Weak("upper"), Make.Strengthens("upper"), Make.Strengthens("trapezius")).Items).ActsOn).Muscle);

    [Fact]
    public void What_happens_to_a_structure_is_no_link() => Assert.Equal(Outcome.NothingSupported, Asked(Make.MechanismAt("upper", MechanismProblem.Weak), Make.Strengthens("upper")).Outcome);

    [Fact]
    public void A_ring_in_the_tree_ends_the_walk()
    {
        Document[] ring = [Make.Muscle("one", "two"), Make.Muscle("two", "one")];
        var answer = Make.Answer([.. ring, Make.Condition("stiff", Make.Tight("one")), Make.Exercise("stretch", Make.Lengthens("two"))], "stiff");
        Assert.Single(answer.Items);
    }

    private static Recommendation Asked(Mechanism mechanism, params Target[] targets) =>
        Make.Answer([.. Tree, Make.Condition("stiff", mechanism), Make.Exercise("exercise", targets)], "stiff");
}
