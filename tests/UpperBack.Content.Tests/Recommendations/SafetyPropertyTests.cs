using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>What must never be suggested, whatever the catalogue and the question.</summary>
public sealed class SafetyPropertyTests
{
    [Fact]
    public void Nothing_is_suggested_that_a_caution_says_to_avoid_with_a_chosen_condition() => Always.Holds(question =>
    {
        foreach (var slug in Named(question.Answer))
            Assert.DoesNotContain(question.Exercise(slug).Cautions, caution => caution.Severity is CautionSeverity.Avoid && question.Request.Conditions.Contains(caution.Condition));
    });

    [Fact]
    public void Nothing_that_loads_a_tight_muscle_is_suggested_unless_it_was_itself_studied_for_each_condition_that_calls_it_tight() => Always.Holds(question =>
    {
        foreach (var exercise in Named(question.Answer).Select(question.Exercise))
        {
            Assert.All(Against(question, exercise), condition => Assert.Contains(exercise.Indications, indication =>
                indication.Condition == condition.Slug && indication is { Basis: Basis.Literature, Directness: Directness.Exercise }));
        }
    });

    [Fact]
    public void An_exercise_that_loads_a_tight_muscle_is_disputed_with_a_disagreement_and_without_derived_reasons_and_links() => Always.Holds(question =>
    {
        foreach (var item in question.Answer.Items)
        {
            var exercise = question.Exercise(item.Exercise.Slug);
            var against = Against(question, exercise).SelectMany(condition => new ReferenceRecommender(question).Contradicted(exercise, condition).Select(mechanism => (condition.Slug, mechanism)));
            var disagreements = item.Reasons.Where(reason => reason.Code is ReasonCode.Disagreement).ToList();
            Assert.Equal(against.Order(), disagreements.Select(reason => (reason.Condition, reason.Mechanism!)).Order());
            Assert.Equal(disagreements.Count > 0, item.Disputed);
            Assert.All(disagreements, reason => Assert.Equal(0, reason.Points));
            if (item.Disputed)
            {
                Assert.DoesNotContain(item.Reasons, reason => reason.Basis is Basis.Derived && reason.Code is not ReasonCode.Disagreement);
                Assert.Empty(item.ActsOn);
            }
        }
    });

    [Fact]
    public void A_disputed_exercise_comes_after_all_others() => Always.Holds(question =>
    {
        var disputed = question.Answer.Items.Select(item => item.Disputed).ToList();
        Assert.Equal(disputed.Order(), disputed);
    });

    [Fact]
    public void What_is_disputed_is_never_put_into_the_session() => Always.Holds(question =>
    {
        var planned = question.Answer.Routine?.Blocks.SelectMany(block => block.Items).Select(item => item.Exercise) ?? [];
        Assert.Empty(planned.Intersect(question.Answer.Items.Where(item => item.Disputed).Select(item => item.Exercise.Slug)));
    });

    [Fact]
    public void A_guarded_condition_has_a_warning_and_a_caution_with_every_exercise_and_technique() => Always.Holds(question =>
    {
        if (question.Answer.Outcome is Outcome.Refer) return;
        foreach (var condition in question.Conditions.Where(condition => IsGuarded(question, condition)))
        {
            var warning = Assert.Single(question.Answer.Warnings, warning => warning.Condition == condition.Slug);
            Assert.Contains(condition.Name, warning.Text, StringComparison.Ordinal);
            Assert.EndsWith(condition.SeekAdvice ?? ".", warning.Text, StringComparison.Ordinal);
            Assert.All(question.Answer.Items.Select(item => item.Cautions).Concat(question.Answer.Techniques.Select(technique => technique.Cautions)), cautions =>
                Assert.Contains(cautions, caution => caution.Condition == condition.Slug));
        }
    });

    [Fact]
    public void No_exercise_is_both_suggested_and_excluded() => Always.Holds(question =>
    {
        Assert.Empty(Question.Slugs(question.Answer).Intersect(question.Answer.Excluded.Select(left => left.Exercise)));
        Assert.Distinct(Question.Slugs(question.Answer));
        Assert.Distinct(question.Answer.Excluded.Select(left => left.Exercise));
    });

    // Wherever the answer names an exercise to do: the list and the session.
    private static IEnumerable<string> Named(Recommendation answer) =>
        Question.Slugs(answer).Concat(answer.Routine?.Blocks.SelectMany(block => block.Items).Select(item => item.Exercise) ?? []);

    private static bool IsGuarded(Question question, Condition condition) => condition.ClinicianLed
        || condition.Structures.Concat(condition.Mechanisms.Select(mechanism => mechanism.Structure)).OfType<string>()
            .Any(slug => question.Catalogue.Find<Structure>(slug) is { Kind: StructureKind.Disc or StructureKind.Nerve or StructureKind.NerveRoot });

    private static IEnumerable<Condition> Against(Question question, Exercise exercise) =>
        question.Conditions.Where(condition => new ReferenceRecommender(question).Contradicted(exercise, condition).Any());
}
