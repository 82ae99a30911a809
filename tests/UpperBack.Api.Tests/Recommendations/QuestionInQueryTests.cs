using System.Net;

namespace UpperBack.Api.Tests.Recommendations;

public sealed class QuestionInQueryTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("", "missing-parameter", "condition")]
    [InlineData("condition=", "empty-value", "condition")]
    [InlineData("condition=,", "invalid-value", "condition")]
    [InlineData("condition=neck-pain,,poor-posture", "invalid-value", "condition")]
    [InlineData("condition=neck-pain&condition=", "empty-value", "condition")]
    [InlineData("condition=neck-pain&minutes=5&minutes=10", "duplicate-parameter", "minutes")]
    [InlineData("condition=neck-pain&redFlags=cord-signs", "unknown-parameter", "redFlags", "redFlag")]
    [InlineData("condition=neck-pain&equipment=mat", "unknown-parameter", "equipment", "availableEquipment")]
    [InlineData("condition=neck-pain&Minutes=3", "unknown-parameter", "Minutes", "minutes")]
    [InlineData("condition=neck-pain&level=begginer", "unknown-value", "level", "beginner")]
    [InlineData("condition=neck-pain&position=sitting,stnding", "unknown-value", "position", "standing")]
    [InlineData("condition=neck-pain&minutes=0", "invalid-value", "minutes")]
    [InlineData("condition=neck-pain&minutes=601", "invalid-value", "minutes")]
    [InlineData("condition=neck-pain&minutes=1.5", "invalid-value", "minutes")]
    [InlineData("condition=neck-pain&minutes=99999999999999999999", "invalid-value", "minutes")]
    [InlineData("condition=neck-pain&limit=0", "invalid-value", "limit")]
    [InlineData("condition=neck-pain&limit=101", "invalid-value", "limit")]
    [InlineData("condition=neck-pain&locale=dk", "unknown-value", "locale", "de")]
    [InlineData("condition=neck-pain&exclude=", "empty-value", "exclude")]
    public async Task A_parameter_that_does_not_fit_is_refused(string query, string code, string parameter, string? suggestion = null)
    {
        var problem = await (await api.Get($"{Answers.Path}?{query}")).Problem(HttpStatusCode.BadRequest, code);
        var error = Assert.Single(problem.Errors!);
        Assert.Equal((parameter, suggestion), (error.Parameter, error.Suggestion));
    }

    [Fact]
    public async Task Parameters_and_names_that_do_not_fit_are_told_together()
    {
        var problem = await (await api.Get($"{Answers.For("nope")}&muscel=x&minutes=lots&level=hard&exclude=plnk")).Problem(HttpStatusCode.BadRequest, "bad-parameters");
        Assert.Equal(
            ["condition unknown-name", "exclude unknown-name", "level unknown-value", "minutes invalid-value", "muscel unknown-parameter"],
            problem.Errors!.Select(error => $"{error.Parameter} {error.Code}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(100, HttpStatusCode.OK)]
    [InlineData(101, HttpStatusCode.BadRequest)]
    public async Task A_list_has_at_most_a_hundred_values(int count, HttpStatusCode status) =>
        Assert.Equal(status, (await api.Get(Answers.For(Enumerable.Repeat("neck-pain", count)))).StatusCode);

    [Theory]
    [InlineData("minutes=1")]
    [InlineData("minutes=600")]
    [InlineData("limit=100")]
    [InlineData("position=standing,sitting,kneeling,frontSupport,sideSupport,prone,supine")]
    [InlineData("level=advanced")]
    public async Task The_ends_of_a_range_are_within_it(string limit) =>
        Assert.Equal("suggested", (await api.GetJson($"{Answers.For("neck-pain")}&{limit}")).Outcome());

    [Theory]
    [InlineData("condition=poor-posture", "missing-parameter", "exercise")]
    [InlineData("exercise=push-up", "missing-parameter", "condition")]
    [InlineData("condition=poor-posture&exercise=", "empty-value", "exercise")]
    [InlineData("condition=poor-posture&exercise=push-up&minutes=4", "unknown-parameter", "minutes")]
    [InlineData("condition=poor-posture&exercise=push-up&locale=dk", "unknown-value", "locale")]
    public async Task A_question_why_that_does_not_fit_is_refused(string query, string code, string parameter)
    {
        var problem = await (await api.Get($"{Answers.Path}/explain?{query}")).Problem(HttpStatusCode.BadRequest, code);
        Assert.Equal(parameter, Assert.Single(problem.Errors!).Parameter);
    }

    [Fact]
    public async Task All_unknown_names_of_a_question_why_are_told_at_once()
    {
        var problem = await (await api.Get(Answers.Why("poor-postrue", "plnk"))).Problem(HttpStatusCode.UnprocessableEntity, "unknown-name");
        Assert.Equal(["condition poor-posture", "exercise plank"], problem.Errors!.Select(error => $"{error.Parameter} {error.Suggestion}"));
    }
}
