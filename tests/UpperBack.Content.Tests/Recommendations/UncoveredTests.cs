using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>Uncovered mechanisms with their reasons, and the messages without exercises.</summary>
public sealed class UncoveredTests
{
    private static readonly Exercise Stretch = Make.Exercise("stretch", Make.Lengthens("neck")), Press = Make.Exercise("press", Make.Strengthens("back"));

    [Fact]
    public void A_structure_is_uncovered_as_a_structure() => Assert.Equal(UncoveredCode.Structure, Code(Make.MechanismAt("disc", MechanismProblem.Weak)));

    [Theory]
    [InlineData(MechanismProblem.Overloaded)]
    [InlineData(MechanismProblem.Compressed)]
    [InlineData(MechanismProblem.Irritated)]
    [InlineData(MechanismProblem.Degenerated)]
    [InlineData(MechanismProblem.Strained)]
    public void To_some_problems_of_a_muscle_no_effect_is_an_answer(MechanismProblem problem) =>
        Assert.Equal(UncoveredCode.NoMatchingEffect, Code(Make.Mechanism("neck", problem)));

    [Fact]
    public void A_mechanism_that_no_exercise_acts_on_is_uncovered() => Assert.Equal(UncoveredCode.NoExercise, Code(Make.Weak("neck")));

    [Fact]
    public void A_mechanism_of_excluded_exercises_only_is_uncovered_as_left_out() =>
        Assert.Equal(UncoveredCode.LeftOut, Code(Make.Tight("neck"), new() { Conditions = ["stiff"], Exclude = ["stretch"] }));

    [Fact]
    public void A_mechanism_of_disputed_exercises_only_is_uncovered_as_left_out()
    {
        var disputed = Make.Exercise("disputed", Make.Strengthens("neck"), Make.Strengthens("arm")) with { Indications = [Make.Studied("stiff")] };
        var answer = Make.Answer([Make.Condition("stiff", Make.Tight("neck"), Make.Weak("arm")), disputed], "stiff");
        Assert.Equal([("neck-tight", UncoveredCode.NoExercise), ("arm-weak", UncoveredCode.LeftOut)], answer.Uncovered.Select(left => (left.Mechanism, left.Code)));
    }

    [Fact]
    public void A_mechanism_of_exercises_beyond_the_limit_is_uncovered_as_such()
    {
        var answer = Make.Answer([Make.Condition("stiff", Make.Tight("neck"), Make.Weak("back")), Stretch, Press], new RecommendationRequest { Conditions = ["stiff"], Limit = 1 });
        Assert.Equal(["press"], Question.Slugs(answer));
        Assert.Equal(("neck-tight", UncoveredCode.BeyondLimit), (Assert.Single(answer.Uncovered).Mechanism, answer.Uncovered[0].Code));
    }

    [Fact]
    public void A_covered_mechanism_is_not_listed_as_uncovered() => Assert.Null(Code(Make.Tight("neck")));

    [Fact]
    public void Conditions_stand_by_slug_and_mechanisms_as_in_their_document()
    {
        Document[] documents = [Make.Condition("b", Make.Weak("two"), Make.Weak("one")), Make.Condition("a", Make.Weak("three"))];
        Assert.Equal([("a", "three-weak"), ("b", "two-weak"), ("b", "one-weak")], Make.Answer(documents, "b", "a").Uncovered.Select(left => (left.Condition, left.Mechanism)));
    }

    [Fact]
    public void The_message_tells_no_support_from_everything_excluded()
    {
        Document[] documents = [Make.Condition("stiff", Make.Tight("neck")), Make.Condition("other"), Stretch];
        var (nothing, left) = (Make.Answer(documents, "other"), Make.Answer(documents, new RecommendationRequest { Conditions = ["stiff"], Exclude = ["stretch"] }));
        Assert.Equal((Outcome.NothingSupported, Outcome.NothingSupported), (nothing.Outcome, left.Outcome));
        Assert.NotEqual(nothing.Message, left.Message);
        Assert.Null(nothing.Routine);
    }

    [Fact]
    public void Each_of_two_conditions_tells_whether_it_is_supported()
    {
        Document[] documents = [Make.Condition("stiff", Make.Tight("neck")), Make.Condition("other") with { SelfCare = ["Rest."], SeekAdvice = "See someone." }, Stretch];
        var answer = Make.Answer(documents, "stiff", "other");
        Assert.Equal([("other", false), ("stiff", true)], answer.Conditions.Select(condition => (condition.Slug, condition.Supported)));
        Assert.Equal(("Rest.", "See someone."), (Assert.Single(answer.Conditions[0].SelfCare), answer.Conditions[0].SeekAdvice));
    }

    [Fact]
    public void Only_conditions_and_signs_of_the_catalogue_can_be_asked_about()
    {
        Assert.Throws<ArgumentException>(() => Make.Answer([], "stiff"));
        Assert.Throws<ArgumentException>(() => Make.Answer([Make.Condition("stiff")], new RecommendationRequest { Conditions = ["stiff"], RedFlags = ["fever"] }));
    }

    private static UncoveredCode? Code(Mechanism mechanism, RecommendationRequest? request = null) =>
        Make.Answer([Make.Condition("stiff", mechanism), Stretch, Press], request ?? new() { Conditions = ["stiff"] }).Uncovered.SingleOrDefault()?.Code;
}
