using System.Text.Json;

namespace UpperBack.Api.Tests.Recommendations;

public sealed class ReferralTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int Combinations = 60;

    private static readonly string[] Excluded = ["plank"];

    private static readonly string[] Actions = ["emergency", "urgent", "clinician"];

    [Fact]
    public async Task Each_warning_sign_that_stops_exercise_is_answered_without_any_exercise_in_every_language()
    {
        foreach (var locale in Answers.Languages)
        {
            var exercises = await api.All("exercises", locale);
            foreach (var flag in (await api.All("red-flags", locale)).Where(StopsExercise))
            {
                var answer = await Report(["neck-pain"], [flag.Text("slug")], locale);
                Assert.Equal(flag.Text("action"), answer.GetProperty("referral").Text("action"));
                Assert.Equal([flag.Text("advice")], answer.GetProperty("referral").List("advice").Select(advice => advice.GetString()!));
                Refers(answer, exercises);
            }
        }
    }

    [Fact]
    public async Task Any_combination_with_one_of_them_refers_to_the_most_urgent()
    {
        var (exercises, flags, conditions) = (await api.All("exercises"), await api.All("red-flags"), await api.Slugs("/v1/conditions"));
        var random = new Random(Answers.Seed);
        for (var count = 0; count < Combinations; count++)
        {
            var reported = random.GetItems(flags.ToArray(), random.Next(1, 6)).Append(flags.Where(StopsExercise).ElementAt(random.Next(flags.Count - 1))).DistinctBy(flag => flag.Text("slug")).ToList();
            var answer = await Report(random.GetItems(conditions.ToArray(), random.Next(1, 5)), reported.Select(flag => flag.Text("slug")), "en");
            var expected = reported.OrderBy(flag => Array.IndexOf(Actions, flag.Text("action"))).ThenBy(flag => flag.Text("slug"), StringComparer.Ordinal).ToList();
            var stopping = expected.Where(StopsExercise).ToList();
            Assert.Equal(stopping[0].Text("action"), answer.GetProperty("referral").Text("action"));
            Assert.Equal(stopping.Select(flag => flag.Text("advice")), answer.GetProperty("referral").List("advice").Select(advice => advice.GetString()!));
            Assert.Equal(
                expected.Select(flag => flag.Text("slug")),
                answer.List("redFlags").Where(flag => flag.GetProperty("reported").GetBoolean()).Select(flag => flag.Text("slug")));
            Refers(answer, exercises);
        }
    }

    [Fact]
    public async Task Pain_between_the_shoulder_blades_is_a_warning_and_stops_nothing()
    {
        Assert.Equal(["between-shoulders"], (await api.All("red-flags")).Where(flag => !StopsExercise(flag)).Select(flag => flag.Text("slug")));

        var (without, with) = (await api.GetJson(Answers.For("neck-pain")), await api.PostJson(Answers.Path, """{"conditions":["neck-pain"],"redFlags":["between-shoulders"]}"""));
        Assert.Equal("suggested", with.Outcome());
        Assert.Equal(without.GetProperty("items").GetRawText(), with.GetProperty("items").GetRawText());
        Assert.Equal("between-shoulders", Assert.Single(with.List("warnings")).Text("redFlag"));
    }

    [Fact]
    public async Task Warning_signs_to_ask_about_come_with_every_answer_most_urgent_first()
    {
        foreach (var condition in await api.Slugs("/v1/conditions"))
        {
            var flags = (await api.GetJson(Answers.For(condition))).List("redFlags");
            Assert.NotEmpty(flags);
            Assert.Equal(flags.OrderBy(flag => Array.IndexOf(Actions, flag.Text("action"))).ThenBy(flag => flag.Text("slug"), StringComparer.Ordinal).Select(flag => flag.Text("slug")), flags.Select(flag => flag.Text("slug")));
            Assert.DoesNotContain(flags, flag => flag.GetProperty("reported").GetBoolean());
        }
    }

    private static bool StopsExercise(JsonElement flag) => flag.GetProperty("stopsExercise").GetBoolean();

    // By POST and GET alike, with every limit set, so that nothing they bring along names an exercise.
    private async Task<JsonElement> Report(IEnumerable<string> conditions, IEnumerable<string> redFlags, string locale)
    {
        var posted = await api.PostJson(Answers.Path, Answers.Body(new { conditions, redFlags, locale, minutes = 10, limit = 3, exclude = Excluded, availableEquipment = Array.Empty<string>(), level = "beginner" }));
        var got = await api.GetJson($"{Answers.For(conditions)}&redFlag={string.Join(',', redFlags)}&locale={locale}&minutes=10&limit=3&exclude=plank&availableEquipment=none&level=beginner");
        Assert.Equal(posted.GetRawText(), got.GetRawText());
        return posted;
    }

    private static void Refers(JsonElement answer, IEnumerable<JsonElement> exercises)
    {
        Assert.Equal("refer", answer.Outcome());
        Assert.All(["items", "excluded", "uncovered", "techniques", "warnings"], list => Assert.Empty(answer.List(list)));
        Assert.All(["total", "excludedTotal"], count => Assert.Equal(0, answer.GetProperty(count).GetInt32()));
        Assert.False(answer.TryGetProperty("routine", out _));
        Assert.All(answer.List("conditions"), condition => Assert.Empty(condition.List("selfCare")));
        Assert.All(answer.List("conditions"), condition => Assert.False(condition.TryGetProperty("supported", out _)));
        var said = string.Join('\n', answer.Everything().Select(found => found.Value.ToString()));
        foreach (var name in exercises.SelectMany(exercise => (string[])[exercise.Text("slug"), exercise.Text("name")]))
            Assert.DoesNotContain(name, said, StringComparison.OrdinalIgnoreCase);
    }
}
