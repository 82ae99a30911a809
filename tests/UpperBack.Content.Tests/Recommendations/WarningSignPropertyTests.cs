using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>Warning signs come before everything else.</summary>
public sealed class WarningSignPropertyTests
{
    [Fact]
    public void A_reported_sign_that_stops_exercise_refers_and_one_that_does_not_warns() => Always.Holds(question =>
    {
        var reported = Reported(question);
        var stops = reported.Exists(flag => flag.StopsExercise);
        Assert.Equal(stops, question.Answer.Outcome is Outcome.Refer);
        var warned = question.Answer.Warnings.Select(warning => warning.RedFlag).OfType<string>();
        Assert.Equal(stops ? [] : reported.Select(flag => flag.Slug), warned);
    });

    [Fact]
    public void A_referral_has_the_strongest_action_and_the_advice_of_each_reported_sign() => ForReferrals(question =>
    {
        var reported = Reported(question);
        Assert.Equal(reported.Min(flag => flag.Action), question.Answer.Referral!.Action);
        Assert.Equal(reported.Select(flag => flag.Advice), question.Answer.Referral.Advice);
    });

    [Fact]
    public void A_referral_names_no_exercise_and_no_technique_anywhere() => Always.HoldsForRandomCatalogues(question =>
    {
        var answer = Referred(question);
        Assert.All(question.Documents.Where(document => document is Exercise or Technique), document =>
            Assert.DoesNotContain(document.Slug, Question.Json(answer), StringComparison.OrdinalIgnoreCase));
        Assert.Null(answer.Routine);
        Assert.Equal((0, 0, 0, 0, 0), (answer.Items.Count, answer.Total, answer.Excluded.Count, answer.ExcludedTotal, answer.Techniques.Count));
        Assert.All(answer.Conditions, condition => Assert.Empty(condition.SelfCare));
    });

    // A referral shows the signs of the conditions with their advice. One of them warns of two exercises by name.
    [Theory]
    [InlineData(Language.En, "winging-new Plank, winging-new Push-up")]
    [InlineData(Language.De, "winging-new Liegestütz")]
    [InlineData(Language.Es, "winging-new Plancha")]
    [InlineData(Language.Fr, "winging-new Planche, winging-new Pompes")]
    [InlineData(Language.Da, "winging-new Armbøjning, winging-new Planke")]
    public void Of_the_texts_that_a_referral_shows_only_one_warning_names_exercises(Language language, string warned)
    {
        var documents = RandomQuestions.Seed[language];
        var named = from shown in documents.OfType<RedFlag>().Select(flag => (flag.Slug, Text: $"{flag.Question} {flag.Advice}"))
                        .Concat(documents.OfType<Condition>().Select(condition => (condition.Slug, Text: $"{condition.Name} {condition.Summary} {condition.SeekAdvice}")))
                    from exercise in documents.OfType<Exercise>()
                    where shown.Text.Contains(exercise.Name, StringComparison.OrdinalIgnoreCase)
                    select $"{shown.Slug} {exercise.Name}";
        Assert.Equal(warned, string.Join(", ", named.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_signs_are_those_of_the_conditions_and_those_reported_most_urgent_first() => Always.Holds(question =>
    {
        var expected = question.Conditions.SelectMany(condition => condition.RedFlags).Concat(question.Request.RedFlags).Distinct()
            .Select(slug => question.Catalogue.Find<RedFlag>(slug)!).OrderBy(flag => flag.Action).ThenBy(flag => flag.Slug, StringComparer.Ordinal);
        Assert.Equal(expected.Select(flag => (flag.Slug, question.Request.RedFlags.Contains(flag.Slug))), question.Answer.RedFlags.Select(flag => (flag.Slug, flag.Reported)));
    });

    // Those reported, most urgent first.
    private static List<RedFlag> Reported(Question question) =>
        [.. question.Documents.OfType<RedFlag>().Where(flag => question.Request.RedFlags.Contains(flag.Slug)).OrderBy(flag => flag.Action).ThenBy(flag => flag.Slug, StringComparer.Ordinal)];

    private static void ForReferrals(Action<Question> check) => Always.Holds(question =>
    {
        if (question.Answer.Outcome is Outcome.Refer)
            check(question);
    });

    // The same question with one sign more, which stops exercise.
    private static Recommendation Referred(Question question) =>
        question.To(question.Documents.Append(Make.RedFlag("zr-stop", RedFlagAction.Urgent)))
            .Asking(question.Request with { RedFlags = [.. question.Request.RedFlags, "zr-stop"] }).Answer;
}
