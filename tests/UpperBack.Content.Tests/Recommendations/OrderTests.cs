using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>Choice and order: what is not served yet before what is, and then by support.</summary>
public sealed class OrderTests
{
    private static readonly Condition Weak = Make.Condition("weak", Make.Weak("arm"), Make.Weak("back"), Make.Weak("neck"));

    [Fact]
    public void An_exercise_that_adds_a_mechanism_comes_before_one_with_more_support_that_repeats_one()
    {
        var answer = Answer(20, Stated("first", "arm"), Stated("second", "arm"), Make.Exercise("third", Make.Strengthens("back", TargetRole.Secondary)));
        Assert.Equal(["first", "third", "second"], Question.Slugs(answer));
    }

    [Fact]
    public void A_short_list_takes_what_adds_most_and_a_long_one_puts_the_best_supported_first()
    {
        var (narrow, wide) = (Stated("narrow", "arm"), Make.Exercise("wide", Make.Strengthens("arm"), Make.Strengthens("back")));
        Assert.Equal(["wide"], Question.Slugs(Answer(1, narrow, wide)));
        Assert.Equal(["narrow", "wide"], Question.Slugs(Answer(2, narrow, wide)));
    }

    [Fact]
    public void What_is_chosen_is_put_in_order_anew()
    {
        // Both and other reach all three; none of them is as well supported as the one that only repeats.
        var (both, other, repeats) = (Make.Exercise("both", Make.Strengthens("arm"), Make.Strengthens("back")), Make.Exercise("other", Make.Strengthens("neck")), Stated("repeats", "neck"));
        Assert.Equal(["repeats", "both"], Question.Slugs(Answer(2, both, other, repeats)));
        Assert.Equal(["repeats", "both", "other"], Question.Slugs(Answer(3, both, other, repeats)));
    }

    [Fact]
    public void Half_as_strong_as_the_strongest_covers_a_mechanism_and_less_does_not()
    {
        var strong = Make.Exercise("strong", Make.Strengthens("arm"));
        Assert.DoesNotContain("arm-weak", Open(1, strong, Make.Exercise("half", Make.Strengthens("arm", TargetRole.Secondary), Make.Strengthens("back"))));
        Assert.Contains("arm-weak", Open(1, strong, Make.Exercise("quarter", Make.Strengthens("arm", TargetRole.Stabiliser), Make.Strengthens("back"), Make.Strengthens("neck"))));
    }

    [Fact]
    public void Where_nothing_trains_a_muscle_holding_it_still_is_better_than_nothing() =>
        Assert.DoesNotContain("arm-weak", Open(20, Make.Exercise("holds", Make.Strengthens("arm", TargetRole.Stabiliser))));

    [Fact]
    public void An_excluded_exercise_does_not_set_the_threshold_of_coverage()
    {
        var avoided = Make.Exercise("avoided", Make.Strengthens("arm")) with { Cautions = [Make.Caution("weak", CautionSeverity.Avoid)] };
        Assert.DoesNotContain("arm-weak", Open(20, avoided, Make.Exercise("holds", Make.Strengthens("arm", TargetRole.Stabiliser))));
    }

    [Fact]
    public void The_same_muscle_in_two_conditions_is_two_mechanisms()
    {
        var (one, two) = (Make.Exercise("one", Make.Strengthens("arm")), Make.Exercise("two", Make.Strengthens("leg"), Make.Strengthens("back", TargetRole.Secondary)));
        Document[] documents = [Weak, Make.Condition("slack", Make.Weak("arm")), Make.Condition("tired", Make.Weak("leg")), one, two];
        var request = new RecommendationRequest { Conditions = ["weak", "slack", "tired"], Limit = 1 };
        // 16 + 16 against 16 + 8.
        Assert.Equal(["one"], Question.Slugs(Make.Answer(documents, request)));
        Assert.Equal(32, Assert.Single(Make.Answer(documents, request).Items).Score);
    }

    [Fact]
    public void The_disputed_stand_behind_all_others_whatever_their_score()
    {
        var disputed = Make.Exercise("disputed", Make.Strengthens("chest"), Make.Strengthens("arm")) with { Indications = [Make.Studied("stiff", Certainty.High)] };
        var little = Make.Exercise("little", Make.Lengthens("leg")) with { Indications = [Make.Derived("stiff")] };
        Document[] documents = [Make.Condition("stiff", Make.Tight("chest")), disputed, little];
        Assert.Equal([("little", 4), ("disputed", 50)], Make.Answer(documents, "stiff").Items.Select(item => (item.Exercise.Slug, item.Score)));
        Assert.Equal(["little"], Question.Slugs(Make.Answer(documents, new RecommendationRequest { Conditions = ["stiff"], Limit = 1 })));
    }

    [Fact]
    public void A_tie_is_decided_by_slug()
    {
        var answer = Answer(20, Stated("c", "leg"), Stated("a", "leg"), Stated("b-1", "arm"), Stated("b", "arm"));
        Assert.Equal(["b", "a", "b-1", "c"], Question.Slugs(answer));
    }

    [Fact]
    public void The_total_counts_what_qualifies_beyond_the_limit()
    {
        var answer = Answer(2, Stated("a", "arm"), Stated("b", "arm"), Stated("c", "arm"));
        Assert.Equal((2, 3), (answer.Items.Count, answer.Total));
    }

    private static IEnumerable<string> Open(int limit, params Exercise[] exercises) => Answer(limit, exercises).Uncovered.Select(left => left.Mechanism);

    private static Exercise Stated(string slug, string muscle) => Make.Exercise(slug, Make.Strengthens(muscle)) with { Indications = [Make.Stated("weak")] };

    private static Recommendation Answer(int limit, params Exercise[] exercises) => Make.Answer([Weak, .. exercises], new RecommendationRequest { Conditions = ["weak"], Limit = limit });
}
