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
    public void A_referral_has_the_strongest_action_and_the_advice_of_those_reported_signs_that_stop_exercise() => ForReferrals(question =>
    {
        var stopping = Reported(question).Where(flag => flag.StopsExercise).ToList();
        Assert.Equal(stopping.Min(flag => flag.Action), question.Answer.Referral!.Action);
        Assert.Equal(stopping.Select(flag => flag.Advice), question.Answer.Referral.Advice);
    });

    [Fact]
    public void A_referral_names_no_exercise_and_no_technique_anywhere() => Always.HoldsForRandomCatalogues(question =>
    {
        var answer = Referred(question);
        Assert.All(question.Documents.Where(document => document is Exercise or Technique), document =>
            Assert.DoesNotContain(document.Slug, Question.Json(answer), StringComparison.OrdinalIgnoreCase));
        Assert.Null(answer.Routine);
        Assert.Equal((0, 0, 0, 0, 0), (answer.Items.Count, answer.Total, answer.Excluded.Count, answer.ExcludedTotal, answer.Techniques.Count));
        Assert.All(answer.Conditions, condition =>
        {
            Assert.Null(condition.Supported);
            Assert.Empty(condition.SelfCare);
            Assert.Equal(question.Catalogue.Find<Condition>(condition.Slug)!.SeekAdvice, condition.SeekAdvice);
        });
        Assert.Empty(answer.Warnings);
    });

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    // With every condition and every sign, so that it shows every text that a referral can have.
    [Theory, MemberData(nameof(Languages))]
    public void No_text_of_a_referral_names_an_exercise_of_the_catalogue(Language language)
    {
        var documents = RandomQuestions.Seed[language];
        var everything = new RecommendationRequest { Conditions = Slugs<Condition>(documents), RedFlags = Slugs<RedFlag>(documents) };
        foreach (var action in Enum.GetValues<RedFlagAction>())
        {
            var signs = documents.Where(document => document is not RedFlag flag || flag.Action >= action).ToList();
            var answer = new Question(documents, everything with { RedFlags = Slugs<RedFlag>(signs) }, language).Answer;
            Assert.Equal((Outcome.Refer, action), (answer.Outcome, answer.Referral!.Action));
            var texts = new[] { answer.Notice, answer.Message }.Concat(answer.Referral.Advice)
                .Concat(answer.RedFlags.SelectMany(flag => new[] { flag.Question, flag.Advice }))
                .Concat(answer.Conditions.SelectMany(condition => new[] { condition.Name, condition.Summary, condition.SeekAdvice ?? "" }));
            Assert.Empty(from text in texts from exercise in documents.OfType<Exercise>() where text.Contains(exercise.Name, StringComparison.OrdinalIgnoreCase) select $"{exercise.Name}: {text}");
        }
    }

    [Fact]
    public void The_signs_are_those_of_the_conditions_and_those_reported_most_urgent_first() => Always.Holds(question =>
    {
        var expected = question.Conditions.SelectMany(condition => condition.RedFlags).Concat(question.Request.RedFlags).Distinct()
            .Select(slug => question.Catalogue.Find<RedFlag>(slug)!).OrderBy(flag => flag.Action).ThenBy(flag => flag.Slug, StringComparer.Ordinal);
        Assert.Equal(expected.Select(flag => (flag.Slug, question.Request.RedFlags.Contains(flag.Slug))), question.Answer.RedFlags.Select(flag => (flag.Slug, flag.Reported)));
    });

    private static List<string> Slugs<T>(IEnumerable<Document> documents) where T : Document => [.. documents.OfType<T>().Select(document => document.Slug)];

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
