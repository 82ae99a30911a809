using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>Choice, order and what is left open, held against the rules worked out a second time.</summary>
public sealed class OrderPropertyTests
{
    [Fact]
    public void The_exercises_and_their_order_are_those_of_the_reference() => Always.Holds(question =>
    {
        if (question.Answer.Outcome is Outcome.Refer) return;
        var reference = new ReferenceRecommender(question);
        Assert.Equal(reference.Items(), Question.Slugs(question.Answer));
        Assert.Equal(reference.Qualified.Count, question.Answer.Total);
    });

    [Fact]
    public void Scores_and_links_are_those_of_the_reference() => Always.Holds(question =>
    {
        var qualified = new ReferenceRecommender(question).Qualified.ToDictionary(weighed => weighed.Exercise.Slug);
        foreach (var item in question.Answer.Items)
        {
            Assert.Equal(qualified[item.Exercise.Slug].Score, item.Score);
            Assert.Equal(qualified[item.Exercise.Slug].Links, item.ActsOn.ToDictionary(link => (link.Condition, link.Mechanism), link => link.Points));
        }
    });

    [Fact]
    public void Excluded_exercises_have_the_order_and_codes_of_the_reference() => Always.Holds(question =>
    {
        if (question.Answer.Outcome is Outcome.Refer) return;
        Assert.Equal(new ReferenceRecommender(question).LeftOut, question.Answer.Excluded.Select(left => (left.Exercise, left.Code)));
        Assert.Equal(question.Answer.Excluded.Count, question.Answer.ExcludedTotal);
    });

    [Fact]
    public void An_exercise_that_adds_a_mechanism_comes_before_one_that_adds_none() => Always.Holds(question =>
    {
        var reference = new ReferenceRecommender(question);
        var items = Question.Slugs(question.Answer).Select(slug => reference.Qualified.First(weighed => weighed.Exercise.Slug == slug)).ToList();
        var adding = items.Select((item, place) => reference.Added(item, items.Take(place)) > 0).ToList();
        Assert.Equal(adding.OrderDescending(), adding);
    });

    [Fact]
    public void A_shorter_list_chooses_from_what_a_longer_one_holds() => Always.Holds(question =>
    {
        var shorter = question.Asking(question.Request with { Limit = 2 }).Answer;
        var longer = question.Asking(question.Request with { Limit = 3 }).Answer;
        Assert.Empty(Question.Slugs(shorter).Except(Question.Slugs(longer)));
    });

    [Fact]
    public void Every_mechanism_is_either_covered_or_listed_once_as_uncovered() => Always.Holds(question =>
    {
        if (question.Answer.Outcome is Outcome.Refer) return;
        var reference = new ReferenceRecommender(question);
        var covered = reference.Qualified.Where(weighed => Question.Slugs(question.Answer).Contains(weighed.Exercise.Slug)).SelectMany(weighed => reference.Covered(weighed).Keys).Distinct();
        var uncovered = question.Answer.Uncovered.Select(left => (left.Condition, left.Mechanism));
        var all = question.Conditions.SelectMany(condition => condition.Mechanisms.Select(mechanism => (condition.Slug, mechanism.Id)));
        Assert.Equal(all.Order(), covered.Concat(uncovered).Order());
    });

    [Fact]
    public void A_mechanism_beyond_the_limit_is_covered_by_a_longer_list() => Always.Holds(question =>
    {
        var whole = question.Asking(question.Request with { Limit = 100 }).Answer;
        Assert.DoesNotContain(whole.Uncovered, left => left.Code is UncoveredCode.BeyondLimit);
        Assert.Equal(
            whole.Uncovered.Select(left => (left.Condition, left.Mechanism, left.Code)),
            question.Answer.Uncovered.Where(left => left.Code is not UncoveredCode.BeyondLimit).Select(left => (left.Condition, left.Mechanism, left.Code)));
    });

    [Fact]
    public void The_outcome_fits_the_list() => Always.Holds(question =>
    {
        var answer = question.Answer;
        Assert.Equal(answer.Outcome is Outcome.Suggested, answer.Items.Count > 0);
        Assert.Equal(answer.Outcome is Outcome.Suggested, answer.Routine is not null);
        Assert.Equal(answer.Outcome is Outcome.Refer, answer.Referral is not null);
        Assert.Equal(Math.Min(answer.Total, question.Request.Limit), answer.Items.Count);
        // A referral does not say what the catalogue would support.
        Assert.All(answer.Conditions, condition => Assert.Equal(
            answer.Outcome is Outcome.Refer ? null : answer.Items.Any(item => item.Reasons.Any(reason => reason.Condition == condition.Slug && reason.Points > 0)), condition.Supported));
    });
}
