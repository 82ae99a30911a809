using System.Net;

namespace UpperBack.Api.Tests.Recommendations;

public sealed class NamesInQuestionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("poor-posture", "poor-posture")] // a slug
    [InlineData("Poor posture", "poor-posture")] // a name
    [InlineData("POOR POSTURE", "poor-posture")]
    [InlineData("  poor   posture! ", "poor-posture")]
    [InlineData("slipped disc", "disc-herniation")] // an everyday name
    [InlineData("Slipped-Disc", "disc-herniation")]
    [InlineData("trap tension", "trapezius-tension")]
    [InlineData("Bandscheibenvorfall", "disc-herniation")] // German
    [InlineData("Bandscheibenverschleiß", "disc-degeneration")]
    [InlineData("bandscheibenverschleiss", "disc-degeneration")]
    [InlineData("hernia discal", "disc-herniation")] // Spanish
    [InlineData("protrusión discal", "disc-herniation")]
    [InlineData("douleur à la base du cou", "cervicothoracic-junction-pain")] // French, with accents
    [InlineData("DOULEUR A LA BASE DU COU", "cervicothoracic-junction-pain")] // and without
    [InlineData("udbulende båndskive", "disc-herniation")] // Danish
    [InlineData("disc issues", "disc-degeneration", "disc-herniation")] // what people call both
    [InlineData("Bandscheibenprobleme", "disc-degeneration", "disc-herniation")]
    public async Task A_condition_is_understood_by_what_people_call_it_in_any_language(string name, params string[] meant)
    {
        foreach (var locale in Answers.Languages)
        {
            Assert.Equal(meant, (await api.GetJson($"{Answers.For(name)}&locale={locale}")).Conditions());
            Assert.Equal(meant, (await api.PostJson(Answers.Path, Answers.Body(new { conditions = new[] { name }, locale }))).Conditions());
        }
    }

    [Theory]
    [InlineData("conditions", "conditions")]
    [InlineData("red-flags", "redFlags")]
    public async Task Every_name_is_understood_in_a_body(string collection, string member)
    {
        foreach (var locale in Answers.Languages)
        {
            foreach (var document in await api.All(collection, locale))
            {
                foreach (var name in document.List("aliases").Select(alias => alias.GetString()!).Append(document.Text("name")))
                {
                    var answer = await api.PostJson(Answers.Path, Answers.Body(new Dictionary<string, string[]> { ["conditions"] = ["neck-pain"], [member] = [name] }));
                    Assert.Contains(document.Text("slug"), answer.List(member).Where(found => member == "conditions" || found.GetProperty("reported").GetBoolean()).Select(found => found.Text("slug")));
                }
            }
        }
    }

    [Fact]
    public async Task Things_named_twice_count_once()
    {
        var once = await api.GetJson(Answers.For("disc-herniation", "disc-degeneration"));
        Assert.Equal(once.GetRawText(), (await api.GetJson(Answers.For("disc issues", "slipped disc", "disc-degeneration", "disc issues"))).GetRawText());
    }

    [Fact]
    public async Task Equipment_exercises_and_warning_signs_are_understood_by_name_too()
    {
        var named = await api.PostJson(Answers.Path, """{"conditions":["neck pain"],"availableEquipment":["Stuhl"],"exclude":["Planche"],"redFlags":["high back pain"]}""");
        var bySlug = await api.PostJson(Answers.Path, """{"conditions":["neck-pain"],"availableEquipment":["chair"],"exclude":["plank"],"redFlags":["between-shoulders"]}""");
        Assert.Equal(bySlug.GetRawText(), named.GetRawText());
        Assert.Contains(named.List("excluded"), excluded => excluded.Text("exercise") == "plank" && excluded.Text("code") == "excludedByRequest");
    }

    [Theory]
    [InlineData("poor-postrue", "poor-posture")]
    [InlineData("Bandscheibenvorfal", "disc-herniation")] // near a name of another language: the slug is suggested
    [InlineData("zebra", null)]
    [InlineData("椎間盤", null)]
    [InlineData("!?", null)]
    [InlineData("nec", null)] // too short: it is like many
    [InlineData("neck", "neck-pain")]
    public async Task A_name_that_means_nothing_is_refused_and_never_guessed(string name, string? nearest)
    {
        var got = await (await api.Get(Answers.For(name))).Problem(HttpStatusCode.UnprocessableEntity, "unknown-name");
        var error = Assert.Single(got.Errors!);
        Assert.Equal(("unknown-name", "condition", null, name, nearest), (error.Code, error.Parameter, error.Pointer, error.Value, error.Suggestion));

        var posted = await (await api.Post(Answers.Path, Answers.Body(new { conditions = new[] { "neck-pain", name } }))).Problem(HttpStatusCode.UnprocessableEntity, "unknown-name");
        error = Assert.Single(posted.Errors!);
        Assert.Equal(("unknown-name", null, "/conditions/1", name, nearest), (error.Code, error.Parameter, error.Pointer, error.Value, error.Suggestion));
    }

    [Fact]
    public async Task All_unknown_names_are_told_at_once()
    {
        var got = await (await api.Get($"{Answers.For("nope", "neck-pian")}&exclude=plnk&redFlag=cord-sign&availableEquipment=chiar"))
            .Problem(HttpStatusCode.UnprocessableEntity, "unknown-name");
        Assert.Equal(
            ["condition nope", "condition neck-pian neck-pain", "availableEquipment chiar chair", "exclude plnk plank", "redFlag cord-sign cord-signs"],
            got.Errors!.Select(error => $"{error.Parameter} {error.Value} {error.Suggestion}".TrimEnd()));

        var posted = await (await api.Post(Answers.Path, """{"conditions":["nope","neck-pian"],"exclude":["plank","plnk"],"redFlags":["cord-sign"],"availableEquipment":["chiar"]}"""))
            .Problem(HttpStatusCode.UnprocessableEntity, "unknown-name");
        Assert.Equal(
            ["/conditions/0", "/conditions/1 neck-pain", "/availableEquipment/0 chair", "/exclude/1 plank", "/redFlags/0 cord-signs"],
            posted.Errors!.Select(error => $"{error.Pointer} {error.Suggestion}".TrimEnd()));
    }

    [Fact]
    public async Task Only_the_first_ten_unknown_names_are_told_the_nearest()
    {
        var unknown = Enumerable.Repeat("neck-pian", 6).ToArray();
        var posted = await (await api.Post(Answers.Path, Answers.Body(new { conditions = unknown, exclude = Enumerable.Repeat("plnk", 6) })))
            .Problem(HttpStatusCode.UnprocessableEntity, "unknown-name");
        Assert.Equal([.. Enumerable.Repeat("neck-pain", 6), .. Enumerable.Repeat("plank", 4), null, null], posted.Errors!.Select(error => error.Suggestion));
        Assert.All(posted.Errors!, error => Assert.NotNull(error.Value));
    }

    [Fact]
    public async Task A_name_of_several_things_is_refused_where_one_is_needed()
    {
        var problem = await (await api.Get(Answers.Why("disc issues", "plank"))).Problem(HttpStatusCode.UnprocessableEntity, "unknown-name");
        var error = Assert.Single(problem.Errors!);
        Assert.Equal(("ambiguous-name", "condition"), (error.Code, error.Parameter));
        Assert.Equal(["disc-degeneration", "disc-herniation"], error.Allowed!);
    }

    [Fact]
    public async Task A_problem_with_a_question_is_kept_by_no_cache()
    {
        foreach (var question in (string[])[Answers.For("nope"), $"{Answers.For("neck-pain")}&redFlag=nope", $"{Answers.For("neck-pain")}&redFlag=cord-signs&x=1"])
        {
            using var response = await api.Get(question);
            Assert.True(response.Headers.CacheControl!.NoStore);
            Assert.Null(response.Headers.ETag);
        }
    }
}
