using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>Nothing is suggested without a reason, and no reason without a source.</summary>
public sealed class ReasonPropertyTests
{
    [Fact]
    public void Every_reason_caution_and_warning_names_a_source_that_the_catalogue_has() => Always.Holds(question =>
    {
        var answer = question.Answer;
        var cited = answer.Items.SelectMany(item => item.Reasons).Concat(answer.Techniques.SelectMany(technique => technique.Reasons)).Select(reason => reason.Sources)
            .Concat(answer.Items.SelectMany(item => item.Cautions).Concat(answer.Techniques.SelectMany(technique => technique.Cautions)).Select(caution => caution.Sources))
            .Concat(answer.Warnings.Select(warning => warning.Sources))
            .Concat(answer.Excluded.Where(left => left.Condition is not null).Select(left => left.Sources));
        Assert.All(cited, sources =>
        {
            Assert.NotEmpty(sources);
            Assert.All(sources, source => Assert.True(source.Source is "author" || question.Catalogue.Find<Source>(source.Source) is not null, source.Source));
        });
    });

    [Fact]
    public void The_score_is_the_sum_of_the_points_and_one_reason_at_least_has_some() => Always.Holds(question => Assert.All(question.Answer.Items, item =>
    {
        Assert.Equal(item.Reasons.Sum(reason => reason.Points), item.Score);
        Assert.Contains(item.Reasons, reason => reason.Points > 0);
        Assert.All(item.Reasons, reason => Assert.NotEmpty(reason.Text));
    }));

    [Fact]
    public void Reasons_are_of_chosen_conditions_by_condition_and_the_weightiest_first() => Always.Holds(question => Assert.All(question.Answer.Items, item =>
    {
        Assert.Empty(item.Reasons.Select(reason => reason.Condition).Except(question.Request.Conditions));
        Assert.Equal(item.Reasons.OrderBy(reason => reason.Condition, StringComparer.Ordinal).ThenByDescending(reason => reason.Points), item.Reasons);
    }));

    [Fact]
    public void What_is_recorded_for_a_pair_is_complete_and_what_is_not_is_derived_once() => Always.Holds(question => Assert.All(question.Answer.Items, item =>
    {
        var exercise = question.Exercise(item.Exercise.Slug);
        foreach (var condition in question.Conditions)
        {
            var recorded = exercise.Indications.Where(indication => indication.Condition == condition.Slug && (!item.Disputed || indication.Basis is not Basis.Derived)).Select(indication => indication.Rationale).ToList();
            var reasons = item.Reasons.Where(reason => reason.Condition == condition.Slug && reason.Code is not ReasonCode.Disagreement).ToList();
            if (exercise.Indications.Any(indication => indication.Condition == condition.Slug))
                Assert.Equal(recorded.Order(StringComparer.Ordinal), reasons.Select(reason => reason.Text).Order(StringComparer.Ordinal));
            else
                Assert.Equal(item.ActsOn.Where(link => link.Condition == condition.Slug).Select(link => (int?)link.Points).Max(), reasons.SingleOrDefault()?.Points);
        }
    }));

    [Fact]
    public void An_explanation_of_a_pair_agrees_with_the_answer_for_that_condition_alone() => Always.Holds(question =>
    {
        var condition = question.Conditions[0];
        var answer = question.Asking(new() { Conditions = [condition.Slug], Limit = 100 }).Answer;
        foreach (var exercise in question.Documents.OfType<Exercise>())
        {
            var explanation = question.Recommender.Explain(exercise, condition);
            var item = answer.Items.SingleOrDefault(item => item.Exercise.Slug == exercise.Slug);
            var left = answer.Excluded.SingleOrDefault(left => left.Exercise == exercise.Slug);
            var verdict = (item, left?.Code) switch
            {
                ({ Disputed: true }, _) => Verdict.Disputed,
                ({ }, _) => Verdict.Suggested,
                (_, ExclusionCode.AvoidedForCondition) => Verdict.AvoidedForCondition,
                (_, ExclusionCode.LoadsTightMuscle) => Verdict.LoadsTightMuscle,
                _ => Verdict.NoSupport,
            };
            Assert.Equal(verdict, explanation.Verdict);
            Assert.Equal(item?.Score ?? 0, explanation.Score);
            Assert.Equal(left?.Detail, explanation.Exclusion?.Detail);
            if (item is not null)
                Assert.Equal(item.Reasons.Select(reason => reason.Text), explanation.Reasons.Select(reason => reason.Text));
        }
    });
}
