using System.Net;
using System.Text.Json.Nodes;

namespace UpperBack.Api.Tests.Recommendations;

/// <summary>The next answer is of the catalogue as it is then. The tests of this class run one after the other on one database, each with documents of its own.</summary>
public sealed class ChangedCatalogueRecommendationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_changed_exercise_changes_the_next_answer_in_every_language_and_its_tag()
    {
        var question = Answers.For("scapular-winging");
        var before = new Dictionary<string, (string Tag, string Version)>();
        foreach (var locale in Answers.Languages)
            before[locale] = await State($"{question}&locale={locale}");
        var why = await State(Answers.Why("scapular-winging", "wall-push-up"));
        Assert.Contains("wall-push-up", (await api.GetJson(question)).Exercises());

        var document = Read("exercises", "wall-push-up");
        document["level"] = document["level"]!.GetValue<string>() is "beginner" ? "intermediate" : "beginner";
        await api.Import(("exercises/wall-push-up.json", document.ToJsonString()));

        foreach (var locale in Answers.Languages)
        {
            var item = (await api.GetJson($"{question}&locale={locale}")).List("items").Single(item => item.GetProperty("exercise").Text("slug") == "wall-push-up");
            Assert.Equal(document["level"]!.GetValue<string>(), item.GetProperty("exercise").Text("level"));
            var after = await State($"{question}&locale={locale}");
            Assert.NotEqual(before[locale].Tag, after.Tag);
            Assert.NotEqual(before[locale].Version, after.Version);
        }

        Assert.NotEqual(why, await State(Answers.Why("scapular-winging", "wall-push-up")));
    }

    [Fact]
    public async Task A_changed_translation_changes_the_answers_in_its_language_alone()
    {
        var question = Answers.For("tension-headache");
        var (english, french) = (await api.GetJson(question), await api.GetJson($"{question}&locale=fr"));
        var file = Path.Combine(Repository.SeedData, "conditions", "tension-headache.de.json");
        var translation = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
        translation["texts"]!["/name"] = "Kopfschmerz durch Verspannung";
        await api.Import(("conditions/tension-headache.de.json", translation.ToJsonString()));

        Assert.Equal("Kopfschmerz durch Verspannung", (await api.GetJson($"{question}&locale=de")).List("conditions").Single().Text("name"));
        Assert.Equal(WithoutVersion(english.GetRawText(), english.Text("catalogueVersion")), WithoutVersion((await api.GetJson(question)).GetRawText(), (await api.GetJson(question)).Text("catalogueVersion")));
        Assert.Equal(french.List("conditions").Single().GetRawText(), (await api.GetJson($"{question}&locale=fr")).List("conditions").Single().GetRawText());
        Assert.Equal(["tension-headache"], (await api.GetJson(Answers.For("Kopfschmerz durch Verspannung"))).Conditions());
    }

    [Fact]
    public async Task An_exercise_without_indications_is_derived_from_what_it_works_on_until_it_is_retired()
    {
        var document = Copy("exercises", "trapezius-stretch", "other-trapezius-stretch");
        document["indications"] = new JsonArray();
        await api.Import(("exercises/other-trapezius-stretch.json", document.ToJsonString()));

        foreach (var locale in Answers.Languages)
        {
            var item = (await api.GetJson($"{Answers.For("trapezius-tension")}&locale={locale}")).List("items").Single(item => item.GetProperty("exercise").Text("slug") == "other-trapezius-stretch");
            var reason = Assert.Single(item.List("reasons"));
            Assert.Equal(("lengthens", "derived", "upper-trapezius-tight", 16), (reason.Text("code"), reason.Text("basis"), reason.Text("mechanism"), reason.GetProperty("points").GetInt32()));
            Assert.NotEmpty(reason.List("sources"));
        }

        await api.Import(("exercises/other-trapezius-stretch.retired.json", """{"slug":"other-trapezius-stretch","replacedBy":"trapezius-stretch"}"""));
        foreach (var locale in Answers.Languages)
            Assert.DoesNotContain("other-trapezius-stretch", (await api.GetJson($"{Answers.For("trapezius-tension")}&locale={locale}")).GetRawText(), StringComparison.Ordinal);
        await IsRetired(await api.Get(Answers.Why("trapezius-tension", "Other trapezius stretch")), "exercise", null, "Other trapezius stretch", "trapezius-stretch");
        await IsRetired(await api.Get($"{Answers.For("neck-pain")}&exclude=other-trapezius-stretch"), "exclude", null, "other-trapezius-stretch", "trapezius-stretch");
    }

    [Fact]
    public async Task A_retired_condition_is_understood_no_more_and_leads_to_what_replaced_it()
    {
        var document = Copy("conditions", "poor-posture", "other-posture");
        document["aliases"] = new JsonArray("bent over screens");
        await api.Import(("conditions/other-posture.json", document.ToJsonString()));
        Assert.Equal(["other-posture"], (await api.GetJson(Answers.For("Bent over screens"))).Conditions());
        Assert.Equal("suggested", (await api.GetJson(Answers.For("other-posture"))).Outcome());

        await api.Import(("conditions/other-posture.retired.json", """{"slug":"other-posture","replacedBy":"poor-posture"}"""));
        await IsRetired(await api.Get(Answers.For("other-posture")), "condition", null, "other-posture", "poor-posture");
        await IsRetired(await api.Post(Answers.Path, """{"conditions":["neck-pain","other-posture"]}"""), null, "/conditions/1", "other-posture", "poor-posture");
        var called = await (await api.Get(Answers.For("bent over screens"))).Problem(HttpStatusCode.UnprocessableEntity, "unknown-name");
        Assert.Equal("unknown-name", Assert.Single(called.Errors!).Code);
    }

    [Fact]
    public async Task A_retired_condition_that_nothing_replaced_is_said_to_be_gone()
    {
        await api.Import(("conditions/passing-posture.json", Copy("conditions", "poor-posture", "passing-posture").ToJsonString()));
        await api.Import(("conditions/passing-posture.retired.json", """{"slug":"passing-posture"}"""));
        await IsRetired(await api.Get(Answers.For("passing-posture")), "condition", null, "passing-posture", null);
    }

    private static async Task IsRetired(HttpResponseMessage response, string? parameter, string? pointer, string name, string? replacement)
    {
        var error = Assert.Single((await response.Problem(HttpStatusCode.UnprocessableEntity, "unknown-name")).Errors!);
        Assert.Equal(("document-retired", parameter, pointer, name, replacement), (error.Code, error.Parameter, error.Pointer, error.Value, error.Suggestion));
    }

    private static JsonObject Read(string collection, string slug) => JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.SeedData, collection, $"{slug}.json")))!.AsObject();

    private static JsonObject Copy(string collection, string slug, string copy)
    {
        var document = Read(collection, slug);
        (document["slug"], document["name"], document["aliases"]) = (copy, $"Copy of {slug}", new JsonArray());
        return document;
    }

    private static string WithoutVersion(string answer, string version) => answer.Replace(version, "", StringComparison.Ordinal);

    private async Task<(string Tag, string Version)> State(string path)
    {
        using var response = await api.Get(path);
        return (response.Headers.ETag!.ToString(), (await api.GetJson(path)).Text("catalogueVersion"));
    }
}
