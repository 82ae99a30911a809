using System.Text.Json;

namespace UpperBack.Api.Tests.Recommendations;

public sealed class TranslatedRecommendationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly string[] Prose =
        ["notice", "message", "name", "summary", "seekAdvice", "selfCare", "text", "question", "advice", "detail", "when", "effect", "limits", "asWritten", "note", "explanation"];

    // Names that are the same, as a translation may be; sentences never are.
    private static readonly string[] SameInBoth = ["Massage"];

    [Theory]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("da")]
    public async Task Another_language_changes_every_text_and_nothing_else(string locale)
    {
        var conditions = await api.Slugs("/v1/conditions");
        var questions = new List<string> { Answers.For(conditions), $"{Answers.For(conditions)}&redFlag={string.Join(',', await api.Slugs("/v1/red-flags"))}" };
        foreach (var condition in conditions)
        {
            questions.Add(Answers.For(condition));
            questions.Add($"{Answers.For(condition)}&exclude=standing-shoulder-pull&availableEquipment=none&level=beginner&position=standing&minutes=3&limit=2");
            questions.AddRange((await api.Slugs("/v1/exercises")).Select(exercise => Answers.Why(condition, exercise)));
        }

        foreach (var question in questions)
        {
            var (english, translated) = (await api.GetJson(question), await api.GetJson($"{question}&locale={locale}"));
            Assert.All(english.Everything().Zip(translated.Everything()), pair => Compare(question, locale, pair.First, pair.Second));
        }
    }

    private static void Compare(string question, string locale, (string Place, string Member, JsonElement Value) english, (string Place, string Member, JsonElement Value) translated)
    {
        Assert.Equal(english.Place, translated.Place);
        var (before, after) = (english.Value.ToString(), translated.Value.ToString());
        if (english.Member == "language")
            Assert.Equal(locale, after);
        else if (!Prose.Contains(english.Member) || IsVocabulary(english))
            Assert.Equal(before, after);
        else
            Assert.True(before != after || SameInBoth.Contains(before), $"{question} has the English text in {locale} at {english.Place}: {before}");
    }

    // What an exercise does to a muscle is a word of a vocabulary, what a technique does is a text.
    private static bool IsVocabulary((string Place, string Member, JsonElement Value) found) => found.Member == "effect" && !found.Place.StartsWith("/techniques/", StringComparison.Ordinal);
}
