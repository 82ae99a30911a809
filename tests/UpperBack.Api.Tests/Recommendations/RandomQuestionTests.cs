using System.Globalization;
using System.Text.Json;

namespace UpperBack.Api.Tests.Recommendations;

public sealed class RandomQuestionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly string[] Levels = ["beginner", "intermediate", "advanced"];

    private static readonly string[] Positions = ["standing", "sitting", "kneeling", "frontSupport", "sideSupport", "prone", "supine"];

    // Names that mean nothing, things of other collections, half-typed and hostile ones.
    private static readonly string[] Strange =
        ["", " ", "-", "none", "nope", "plank", "chair", "cord", "tête", "椎間盤", "💪", "' or 1=1 --", "<script>", "a/b", "../..", "null", "0", "%", "&", "disc issues", new('a', 300)];

    /// <summary>UPPERBACK_TEST_QUESTIONS asks more of them.</summary>
    private static readonly int Questions = int.Parse(Environment.GetEnvironmentVariable("UPPERBACK_TEST_QUESTIONS") ?? "500", CultureInfo.InvariantCulture);

    // That each answer is as documented, refusals included, the client sees to.
    [Fact]
    public async Task Any_question_is_answered_or_refused_with_the_reason()
    {
        var names = new Dictionary<string, string[]>();
        foreach (var collection in (string[])["conditions", "equipment", "exercises", "red-flags"])
            names[collection] = [.. (await api.All(collection, "fr")).SelectMany(document => document.List("aliases").Select(alias => alias.GetString()!).Append(document.Text("slug")))];
        var random = new Random(Answers.Seed);
        for (var count = 0; count < Questions; count++)
        {
            var body = Question(random, names).ToDictionary();
            try
            {
                await Ask(body, asQuery: random.Next(2) == 0);
            }
            catch (Exception exception) when (exception is Xunit.Sdk.XunitException or HttpRequestException)
            {
                Assert.Fail($"UPPERBACK_TEST_SEED={Answers.Seed}, question {count}: {Answers.Body(body)}\n{exception.Message}");
            }
        }
    }

    private async Task Ask(Dictionary<string, object?> body, bool asQuery)
    {
        using var response = asQuery ? await api.Get($"{Answers.Path}?{AsQuery(body)}") : await api.Post(Answers.Path, Answers.Body(body));
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode is 200 or 400 or 422, $"{(int)response.StatusCode} {text}");
        var answer = JsonSerializer.Deserialize<JsonElement>(text);
        if ((int)response.StatusCode != 200)
            Assert.NotEmpty(answer.List("errors"));
        else
            Holds(answer, body);
    }

    private static void Holds(JsonElement answer, Dictionary<string, object?> asked)
    {
        Assert.Equal(answer.Outcome() is "suggested", answer.List("items").Count > 0);
        Assert.Equal(answer.Outcome() is "refer", answer.TryGetProperty("referral", out _));
        Assert.Equal(answer.Outcome() is "suggested", answer.TryGetProperty("routine", out var routine));
        Assert.InRange(answer.List("items").Count, 0, Math.Min((int?)asked.GetValueOrDefault("limit") ?? 20, answer.GetProperty("total").GetInt32()));
        Assert.All(answer.List("items"), item => Assert.True(item.GetProperty("score").GetInt32() > 0));
        Assert.Empty(answer.Exercises().Intersect(answer.List("excluded").Select(excluded => excluded.Text("exercise"))));
        if (asked.GetValueOrDefault("level") is string level)
            Assert.All(answer.List("items"), item => Assert.True(Array.IndexOf(Levels, item.GetProperty("exercise").Text("level")) <= Array.IndexOf(Levels, level)));
        if (asked.GetValueOrDefault("minutes") is int minutes && answer.Outcome() is "suggested")
            Assert.InRange(routine.GetProperty("minutes").GetInt32(), 0, minutes);
    }

    // Mostly what makes sense, so that most questions get past the first check.
    private static IEnumerable<KeyValuePair<string, object?>> Question(Random random, Dictionary<string, string[]> names)
    {
        yield return new("conditions", Some(random, names["conditions"], least: 1));
        if (random.Next(3) == 0)
            yield return new("availableEquipment", Some(random, names["equipment"], least: 1));
        if (random.Next(3) == 0)
            yield return new("exclude", Some(random, names["exercises"], least: 1));
        if (random.Next(4) == 0)
            yield return new("redFlags", Some(random, names["red-flags"], least: 1));
        if (random.Next(3) == 0)
            yield return new("positions", random.GetItems(Positions, random.Next(1, 4)));
        if (random.Next(3) == 0)
            yield return new("level", random.Next(20) == 0 ? "hard" : random.GetItems(Levels, 1)[0]);
        if (random.Next(3) == 0)
            yield return new("minutes", random.Next(20) == 0 ? random.Next(-1, 700) : random.Next(1, 40));
        if (random.Next(3) == 0)
            yield return new("limit", random.Next(20) == 0 ? random.Next(-1, 200) : random.Next(1, 10));
        if (random.Next(2) == 0)
            yield return new("locale", random.Next(30) == 0 ? "xx" : random.GetItems(Answers.Languages, 1)[0]);
        if (random.Next(40) == 0)
            yield return new("minuets", 3);
    }

    private static string[] Some(Random random, string[] known, int least) =>
        [.. Enumerable.Range(0, random.Next(least, 5)).Select(_ => random.GetItems(random.Next(25) == 0 ? Strange : known, 1)[0])];

    private static string AsQuery(Dictionary<string, object?> body) => string.Join('&', body.Select(member =>
    {
        var name = member.Key switch { "conditions" => "condition", "redFlags" => "redFlag", "positions" => "position", _ => member.Key };
        return $"{name}={Uri.EscapeDataString(member.Value is string[] list ? string.Join(',', list) : Convert.ToString(member.Value, CultureInfo.InvariantCulture)!)}";
    }));
}
