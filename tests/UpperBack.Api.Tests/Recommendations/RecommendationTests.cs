using System.Text.Json;

namespace UpperBack.Api.Tests.Recommendations;

public sealed class RecommendationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Exercises_for_poor_posture_come_with_reasons_and_a_routine_that_fits_the_time()
    {
        var answer = await api.GetJson($"{Answers.For("poor-posture", "trapezius-tension")}&availableEquipment=chair,wall&minutes=10");
        Assert.Equal("suggested", answer.Outcome());
        Assert.NotEmpty(answer.List("items"));
        Assert.All(answer.List("items"), item =>
        {
            Assert.Equal(item.GetProperty("score").GetInt32(), item.List("reasons").Sum(reason => reason.GetProperty("points").GetInt32()));
            Assert.All(item.List("reasons"), reason => Assert.NotEmpty(reason.List("sources")));
            Assert.Empty(item.GetProperty("exercise").List("equipment").Select(equipment => equipment.GetString()).Except(["chair", "wall"]));
        });
        Assert.InRange(answer.GetProperty("routine").GetProperty("minutes").GetInt32(), 1, 10);
    }

    [Fact]
    public async Task The_worked_example_of_the_documentation_is_what_is_served()
    {
        var answer = await api.GetJson($"{Answers.For("trapezius-tension")}&minutes=4");
        Assert.Equal(
            [("trapezius-stretch", 40), ("standing-shoulder-pull", 20), ("reverse-fly", 20), ("shoulder-blade-squeeze", 16), ("shoulder-shrug", 20)],
            answer.List("items").Select(item => (item.GetProperty("exercise").Text("slug"), item.GetProperty("score").GetInt32())));
        var routine = answer.GetProperty("routine");
        Assert.Equal(3, routine.GetProperty("minutes").GetInt32());
        Assert.Equal(
            ["strength shoulder-blade-squeeze", "stretch trapezius-stretch"],
            routine.List("blocks").Select(block => $"{block.Text("phase")} {string.Join(' ', block.List("items").Select(item => item.Text("exercise")))}"));
        Assert.Equal(["standing-shoulder-pull noTime", "reverse-fly dosageUnknown", "shoulder-shrug disputed"], routine.List("dropped").Select(dropped => $"{dropped.Text("exercise")} {dropped.Text("code")}"));
        Assert.Equal(["standing-shoulder-pull"], (await api.GetJson($"{Answers.For("trapezius-tension")}&limit=1")).Exercises());
    }

    [Theory]
    [InlineData("condition=poor-posture", """{"conditions":["poor-posture"]}""")]
    [InlineData("condition=slipped%20disc,poor%20posture&limit=3&locale=da", """{"conditions":["slipped disc","poor posture"],"limit":3,"locale":"da"}""")]
    [InlineData("condition=poor-posture,slipped%20disc&limit=3&locale=da", """{"conditions":["slipped disc","poor posture"],"limit":3,"locale":"da"}""")]
    [InlineData("condition=neck-pain&availableEquipment=none&minutes=8", """{"conditions":["neck-pain"],"availableEquipment":[],"minutes":8}""")]
    [InlineData("condition=neck-pain&availableEquipment=wall,chair&level=beginner&position=sitting,standing", """{"conditions":["neck-pain"],"availableEquipment":["chair","wall"],"level":"beginner","positions":["standing","sitting"]}""")]
    [InlineData("condition=neck-pain&exclude=plank,Side%20plank&redFlag=between-shoulders", """{"conditions":["neck-pain"],"exclude":["side-plank","plank"],"redFlags":["between-shoulders"]}""")]
    [InlineData("condition=disc%20issues&redFlag=cord-signs&locale=fr", """{"conditions":["disc-herniation","disc-degeneration"],"redFlags":["cord-signs"],"locale":"fr"}""")]
    [InlineData("condition=intercostal-pain", """{"conditions":["intercostal-pain"],"level":null,"positions":null}""")]
    public async Task The_same_question_by_GET_and_POST_has_the_same_answer_byte_for_byte(string query, string body)
    {
        using var got = await api.Get($"{Answers.Path}?{query}");
        using var posted = await api.Post(Answers.Path, body);
        Assert.Equal(
            await got.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            await posted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(200, (int)got.StatusCode);
    }

    [Theory]
    [InlineData("disc-herniation")]
    [InlineData("disc-degeneration")]
    [InlineData("facet-joint-degeneration")]
    [InlineData("nerve-root-irritation")]
    [InlineData("suprascapular-nerve-irritation")]
    public async Task A_disc_or_nerve_comes_with_a_warning_and_a_caution_with_every_exercise_and_technique(string condition)
    {
        var terminologies = (await api.All("sources")).Where(source => source.Text("kind") == "terminology").Select(source => source.Text("slug")).ToList();
        foreach (var question in (string[])[Answers.For(condition), Answers.For(condition, "poor-posture", "neck-pain")])
        {
            var answer = await api.GetJson(question);
            var warning = Assert.Single(answer.List("warnings"), warning => warning.Text("condition") == condition);
            var chosen = answer.List("conditions").Single(chosen => chosen.Text("slug") == condition);
            Assert.Equal($"With “{chosen.Text("name")}”, speak to a clinician before you take up any exercise. {chosen.Text("seekAdvice")}", warning.Text("text"));
            Assert.NotEmpty(warning.List("sources"));
            Assert.Empty(warning.List("sources").Select(source => source.Text("source")).Intersect(terminologies));
            Assert.All(answer.List("items").Concat(answer.List("techniques")), item => Assert.Contains(item.List("cautions"), caution => caution.TryGetProperty("condition", out var concerned) && concerned.GetString() == condition));
        }
    }

    [Fact]
    public async Task Other_conditions_come_without_a_warning()
    {
        var others = (await api.Slugs("/v1/conditions")).Except(["disc-herniation", "disc-degeneration", "facet-joint-degeneration", "nerve-root-irritation", "suprascapular-nerve-irritation"]);
        Assert.Empty((await api.GetJson(Answers.For(others))).List("warnings"));
    }

    [Fact]
    public async Task Where_nothing_has_support_no_exercise_is_named_and_self_care_is()
    {
        var answer = await api.GetJson(Answers.For("intercostal-pain"));
        Assert.Equal("nothingSupported", answer.Outcome());
        Assert.Empty(answer.List("items"));
        Assert.False(answer.TryGetProperty("routine", out _));
        Assert.NotEmpty(answer.List("conditions").Single().List("selfCare"));
    }

    [Fact]
    public async Task Every_document_that_an_answer_names_is_there()
    {
        var conditions = await api.Slugs("/v1/conditions");
        var answers = new List<JsonElement> { await api.GetJson(Answers.For(conditions)), await api.GetJson($"{Answers.For(conditions)}&redFlag=cord-signs") };
        foreach (var condition in conditions)
            answers.Add(await api.GetJson($"{Answers.For(condition)}&availableEquipment=none&limit=2&minutes=3"));
        foreach (var exercise in await api.Slugs("/v1/exercises"))
            answers.Add(await api.GetJson(Answers.Why("trapezius-tension", exercise)));

        foreach (var named in answers.SelectMany(Named).Distinct())
            Assert.Equal(200, (int)(await api.Get($"/v1/{named}?fields=slug")).StatusCode);
        Assert.Contains("sources/jones-upper-back-exercises", answers.SelectMany(Named));
    }

    // By the name of the member, and where that has several meanings, by its place.
    private static IEnumerable<string> Named(JsonElement answer) =>
        from found in answer.Everything()
        let collection = (found.Member, found.Place.Split('/')) switch
        {
            ("source", _) => "sources",
            ("condition", _) => "conditions",
            ("redFlag", _) => "red-flags",
            ("muscle" or "path", _) => "muscles",
            ("structure", _) => "structures",
            ("technique", _) => "techniques",
            ("equipment", _) => "equipment",
            ("exercise", _) => "exercises",
            ("slug", [.., "exercise", "slug"]) => "exercises",
            ("slug", ["", "conditions", ..] or ["", "condition", ..]) => "conditions",
            ("slug", ["", "redFlags", ..]) => "red-flags",
            ("slug", _) => throw new InvalidOperationException($"What is at {found.Place}?"),
            _ => null,
        }
        where collection is not null
        select $"{collection}/{found.Value.GetString()}";
}
