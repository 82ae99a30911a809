using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>Reasons and points: what is recorded, what is derived, what is disputed.</summary>
public sealed class ReasonTests
{
    private static readonly Condition Stiff = Make.Condition("stiff", Make.Tight("neck"), Make.Weak("back"), Make.Weak("arm"));
    private static readonly Exercise Plain = Make.Exercise("exercise", Make.Target("leg", Effect.Strengthens));

    [Theory]
    [InlineData(Certainty.High, Directness.Exercise, ReasonCode.Studied, 50)]
    [InlineData(Certainty.Moderate, Directness.Exercise, ReasonCode.Studied, 40)]
    [InlineData(Certainty.Low, Directness.Exercise, ReasonCode.Studied, 30)]
    [InlineData(Certainty.VeryLow, Directness.Exercise, ReasonCode.Studied, 16)]
    [InlineData(null, Directness.Exercise, ReasonCode.Studied, 20)]
    [InlineData(Certainty.High, Directness.Class, ReasonCode.StudiedAsClass, 25)]
    [InlineData(Certainty.Moderate, Directness.Class, ReasonCode.StudiedAsClass, 20)]
    [InlineData(Certainty.Low, Directness.Class, ReasonCode.StudiedAsClass, 15)]
    [InlineData(Certainty.VeryLow, Directness.Class, ReasonCode.StudiedAsClass, 8)]
    [InlineData(null, Directness.Class, ReasonCode.StudiedAsClass, 10)]
    public void Literature_counts_by_certainty_and_half_for_a_class(Certainty? certainty, Directness directness, ReasonCode code, int points)
    {
        var reason = Assert.Single(Asked(Plain with { Indications = [Make.Studied("stiff", certainty, directness)] }).Reasons);
        Assert.Equal((code, points, Basis.Literature, directness, certainty), (reason.Code, reason.Points, reason.Basis, reason.Directness, reason.Certainty));
        Assert.Equal("studied for stiff", reason.Text);
    }

    [Fact]
    public void What_a_source_states_counts_30()
    {
        var reason = Assert.Single(Asked(Plain with { Indications = [Make.Stated("stiff")] }).Reasons);
        Assert.Equal((ReasonCode.Stated, 30, "stated for stiff"), (reason.Code, reason.Points, reason.Text));
    }

    [Fact]
    public void What_is_recorded_as_derived_counts_4_without_a_link()
    {
        var reason = Assert.Single(Asked(Plain with { Indications = [Make.Derived("stiff")] }).Reasons);
        Assert.Equal((ReasonCode.Derived, 4, "derived for stiff"), (reason.Code, reason.Points, reason.Text));
        Assert.Null(reason.Mechanism);
    }

    [Fact]
    public void What_is_recorded_as_derived_takes_points_and_mechanism_from_the_strongest_link_and_keeps_its_text()
    {
        var item = Asked(Make.Exercise("exercise", Make.Strengthens("arm"), Make.Strengthens("back"), Make.Lengthens("neck", TargetRole.Secondary)) with { Indications = [Make.Derived("stiff")] });
        var reason = Assert.Single(item.Reasons);
        // The arm comes first in the exercise and in the alphabet, the back in the condition.
        Assert.Equal((ReasonCode.Strengthens, 16, "back-weak", "back", "derived for stiff"), (reason.Code, reason.Points, reason.Mechanism, reason.Muscle, reason.Text));
        Assert.Equal(16, item.Score);
    }

    [Fact]
    public void What_is_not_recorded_is_derived_from_the_strongest_link_with_the_sources_of_both()
    {
        var stiff = Make.Condition("stiff", Make.Tight("neck") with { Sources = [new() { Source = "book" }] });
        var exercise = Make.Exercise("exercise", Make.Lengthens("neck", TargetRole.Secondary)) with { Sources = [new() { Source = "trial" }, new() { Source = "book" }] };
        var reason = Assert.Single(Assert.Single(Make.Answer([stiff, exercise], "stiff").Items).Reasons);
        Assert.Equal((ReasonCode.Lengthens, Basis.Derived, 8, "neck-tight", "neck"), (reason.Code, reason.Basis, reason.Points, reason.Mechanism, reason.Muscle));
        Assert.Contains("We infer this", reason.Text, StringComparison.Ordinal);
        Assert.Equal(["book", "trial"], reason.Sources.Select(source => source.Source));
    }

    [Fact]
    public void What_is_recorded_is_complete_so_nothing_is_added_by_rule()
    {
        var item = Asked(Make.Exercise("exercise", Make.Lengthens("neck")) with { Indications = [Make.Studied("stiff", Certainty.VeryLow, Directness.Class)] });
        Assert.Equal(8, item.Score);
        Assert.Equal(ReasonCode.StudiedAsClass, Assert.Single(item.Reasons).Code);
        Assert.Equal("neck-tight", Assert.Single(item.ActsOn).Mechanism);
    }

    [Fact]
    public void Reasons_add_up_over_conditions_and_only_the_strongest_link_to_each_counts()
    {
        var exercise = Make.Exercise("exercise", Make.Strengthens("back"), Make.Strengthens("arm")) with { Indications = [Make.Stated("slack"), Make.Studied("slack", Certainty.Low)] };
        var item = Assert.Single(Make.Answer([Stiff, Make.Condition("slack"), exercise], "stiff", "slack").Items);
        Assert.Equal([("slack", 30), ("slack", 30), ("stiff", 16)], item.Reasons.Select(reason => (reason.Condition, reason.Points)));
        Assert.Equal(76, item.Score);
        Assert.Equal(["arm-weak", "back-weak"], item.ActsOn.Select(link => link.Mechanism).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_loads_a_tight_muscle_but_was_studied_itself_is_disputed_and_nothing_is_derived_for_it()
    {
        var exercise = Make.Exercise("exercise", Make.Strengthens("neck"), Make.Strengthens("back")) with { Indications = [Make.Studied("stiff"), Make.Derived("stiff"), Make.Derived("slack")] };
        var item = Assert.Single(Make.Answer([Stiff, Make.Condition("slack", Make.Weak("back")), Make.Condition("weak", Make.Weak("back")), exercise], "stiff", "slack", "weak").Items);
        Assert.True(item.Disputed);
        Assert.Empty(item.ActsOn);
        Assert.Equal([(ReasonCode.Studied, 20, null), (ReasonCode.Disagreement, 0, "neck-tight")], item.Reasons.Select(reason => (reason.Code, reason.Points, reason.Mechanism)));
    }

    [Fact]
    public void A_disputed_exercise_disagrees_once_with_each_mechanism_that_it_contradicts()
    {
        var stiff = Make.Condition("stiff", Make.Tight("neck"), Make.Tight("chest"));
        var exercise = Make.Exercise("exercise", Make.Strengthens("neck"), Make.Strengthens("part"), Make.Strengthens("chest")) with { Indications = [Make.Studied("stiff")] };
        var item = Assert.Single(Make.Answer([Make.Muscle("part", "neck"), stiff, exercise], "stiff").Items);
        Assert.Equal(["neck-tight", "chest-tight"], item.Reasons.Where(reason => reason.Code is ReasonCode.Disagreement).Select(reason => reason.Mechanism));
    }

    // The neck is part of the trunk and the nape is part of the neck, so the nape counts half.
    [Theory]
    [InlineData("nape Primary, neck Stabiliser", "nape")]
    [InlineData("nape Secondary, trunk Secondary", "trunk")]
    [InlineData("neck Stabiliser, trunk Primary", "trunk")]
    [InlineData("trunk Secondary, nape Primary", "nape")]
    [InlineData("trunk Secondary, neck Secondary", "neck")]
    public void A_disagreement_names_the_target_that_counts_most_and_of_equal_ones_the_first_by_slug(string targets, string named)
    {
        var strengthened = targets.Split(", ").Select(target => target.Split(' ')).Select(target => Make.Strengthens(target[0], Enum.Parse<TargetRole>(target[1]))).ToList();
        foreach (var ordered in new[] { strengthened, strengthened.AsEnumerable().Reverse() })
        {
            var exercise = Make.Exercise("exercise", ordered) with { Indications = [Make.Studied("stiff")] };
            var item = Assert.Single(Make.Answer([Make.Muscle("trunk"), Make.Muscle("neck", "trunk"), Make.Muscle("nape", "neck"), Make.Condition("stiff", Make.Tight("neck")), exercise], "stiff").Items);
            var disagreement = Assert.Single(item.Reasons, reason => reason.Code is ReasonCode.Disagreement);
            Assert.Equal(named, disagreement.Muscle);
            Assert.Contains($"“{named}”", disagreement.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_any_reason_nothing_is_suggested() => Assert.Empty(Make.Answer([Stiff, Plain], "stiff").Items);

    private static RecommendedExercise Asked(Exercise exercise) => Assert.Single(Make.Answer([Stiff, exercise], "stiff").Items);
}
