using System.Net;

namespace UpperBack.Api.Tests.Recommendations;

public sealed class QuestionInBodyTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("""{}""", "/conditions", "missing-field")]
    [InlineData("""{"conditions":[]}""", "/conditions", "too-few")]
    [InlineData("""{"conditions":null}""", "/conditions", "invalid-value")]
    [InlineData("""{"conditions":"neck-pain"}""", "/conditions", "wrong-type")]
    [InlineData("""{"conditions":{"0":"neck-pain"}}""", "/conditions", "wrong-type")]
    [InlineData("""{"conditions":["neck-pain",null]}""", "/conditions/1", "wrong-type")]
    [InlineData("""{"conditions":["neck-pain",7]}""", "/conditions/1", "wrong-type")]
    [InlineData("""{"conditions":["neck-pain"," "]}""", "/conditions/1", "empty-text")]
    [InlineData("""{"conditions":["neck-pain","a\u0000b"]}""", "/conditions/1", "invalid-text")]
    [InlineData("""{"conditions":["neck-pain","\ud800"]}""", "/conditions/1", "invalid-text")]
    [InlineData("""{"conditions":["neck-pain"],"conditions":["neck-pain"]}""", "/conditions", "duplicate-field")]
    [InlineData("""{"conditions":["neck-pain"],"minuets":5}""", "/minuets", "unknown-field", "minutes")]
    [InlineData("""{"conditions":["neck-pain"],"Limit":5}""", "/Limit", "unknown-field", "limit")]
    [InlineData("""{"conditions":["neck-pain"],"redFlag":"cord-signs"}""", "/redFlag", "unknown-field", "redFlags")]
    [InlineData("""{"conditions":["neck-pain"],"a/b~c":5}""", "/a~1b~0c", "unknown-field")]
    [InlineData("""{"conditions":["neck-pain"],"minutes":0}""", "/minutes", "out-of-range")]
    [InlineData("""{"conditions":["neck-pain"],"minutes":601}""", "/minutes", "out-of-range")]
    [InlineData("""{"conditions":["neck-pain"],"minutes":"5"}""", "/minutes", "wrong-type")]
    [InlineData("""{"conditions":["neck-pain"],"minutes":1.5}""", "/minutes", "invalid-value")]
    [InlineData("""{"conditions":["neck-pain"],"minutes":1e400}""", "/minutes", "invalid-value")]
    [InlineData("""{"conditions":["neck-pain"],"limit":101}""", "/limit", "out-of-range")]
    [InlineData("""{"conditions":["neck-pain"],"level":"begginer"}""", "/level", "unknown-value", "beginner")]
    [InlineData("""{"conditions":["neck-pain"],"level":0}""", "/level", "wrong-type")]
    [InlineData("""{"conditions":["neck-pain"],"positions":["sitting","stnding"]}""", "/positions/1", "unknown-value", "standing")]
    [InlineData("""{"conditions":["neck-pain"],"locale":"dk"}""", "/locale", "unknown-value", "de")]
    [InlineData("""{"conditions":["neck-pain"],"redFlags":[true]}""", "/redFlags/0", "wrong-type")]
    [InlineData("null", "", "wrong-type")]
    [InlineData("[]", "", "wrong-type")]
    [InlineData("\"neck-pain\"", "", "wrong-type")]
    public async Task A_body_that_does_not_fit_is_refused_with_the_place(string body, string pointer, string code, string? suggestion = null)
    {
        var problem = await (await api.Post(Answers.Path, body)).Problem(HttpStatusCode.UnprocessableEntity, "invalid-body");
        var error = Assert.Single(problem.Errors!);
        Assert.Equal((pointer, code, suggestion, null), (error.Pointer, error.Code, error.Suggestion, error.Parameter));
    }

    [Fact]
    public async Task Everything_that_does_not_fit_is_told_at_once()
    {
        var problem = await (await api.Post(Answers.Path, """{"conditions":"x","minutes":"10","positions":["sitting",1],"limit":0,"exclude":{},"redFlags":[null],"colour":1}"""))
            .Problem(HttpStatusCode.UnprocessableEntity, "invalid-body");
        Assert.Equal(["/conditions", "/minutes", "/positions/1", "/limit", "/exclude", "/redFlags/0", "/colour"], problem.Errors!.Select(error => error.Pointer));
    }

    [Theory]
    [InlineData("conditions")]
    [InlineData("availableEquipment")]
    [InlineData("exclude")]
    [InlineData("redFlags")]
    public async Task A_list_has_at_most_a_hundred_values(string member)
    {
        Assert.Equal("/" + member, Assert.Single((await (await api.Post(Answers.Path, With(101))).Problem(HttpStatusCode.UnprocessableEntity, "invalid-body")).Errors!).Pointer);
        Assert.Equal(HttpStatusCode.OK, (await api.Post(Answers.Path, With(100))).StatusCode);

        string With(int count) => Answers.Body(new Dictionary<string, string[]>
        {
            ["conditions"] = ["neck-pain"],
            [member] = [.. Enumerable.Repeat(member switch { "conditions" => "neck-pain", "availableEquipment" => "chair", "exclude" => "plank", _ => "cord-signs" }, count)],
        });
    }

    [Theory]
    [InlineData("""{"conditions":["neck-pain"]""")]
    [InlineData("""{"conditions":["neck-pain",]}""")]
    [InlineData("""{"conditions":["neck-pain"]} {}""")]
    [InlineData("""{"conditions":["neck-pain"]/* all */}""")]
    [InlineData("conditions=neck-pain")]
    public async Task What_is_no_JSON_answers_400_and_says_where(string body) =>
        Assert.Contains("line 1", (await (await api.Post(Answers.Path, body)).Problem(HttpStatusCode.BadRequest, "bad-request")).Detail, StringComparison.Ordinal);

    [Fact]
    public async Task An_empty_body_answers_400_with_an_example() =>
        Assert.Contains("""{"conditions": ["poor-posture"]}""", (await (await api.Post(Answers.Path, "")).Problem(HttpStatusCode.BadRequest, "bad-request")).Detail, StringComparison.Ordinal);

    [Fact]
    public async Task What_does_not_matter_may_be_null()
    {
        var nulls = """{"conditions":["neck-pain"],"availableEquipment":null,"level":null,"positions":null,"minutes":null,"exclude":null,"redFlags":null,"limit":null,"locale":null}""";
        Assert.Equal((await api.GetJson(Answers.For("neck-pain"))).GetRawText(), (await api.PostJson(Answers.Path, nulls)).GetRawText());
    }

    [Theory]
    [InlineData("locale=de", "locale")]
    [InlineData("condition=neck-pain", "condition")]
    public async Task A_query_beside_a_body_is_refused_rather_than_ignored(string query, string parameter)
    {
        var problem = await (await api.Post($"{Answers.Path}?{query}", """{"conditions":["neck-pain"]}""")).Problem(HttpStatusCode.BadRequest, "unknown-parameter");
        Assert.Equal(parameter, Assert.Single(problem.Errors!).Parameter);
    }
}
