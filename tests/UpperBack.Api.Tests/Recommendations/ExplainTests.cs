using System.Net;
using System.Text.Json;

namespace UpperBack.Api.Tests.Recommendations;

public sealed class ExplainTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task Every_explanation_agrees_with_the_answer_for_the_condition(string locale)
    {
        foreach (var condition in await api.Slugs("/v1/conditions"))
        {
            var answer = await api.GetJson($"{Answers.For(condition)}&limit=100&locale={locale}");
            foreach (var exercise in await api.Slugs("/v1/exercises"))
                Agrees(await api.GetJson($"{Answers.Why(condition, exercise)}&locale={locale}"), answer, exercise);
        }
    }

    [Fact]
    public async Task An_explanation_leads_from_the_mechanism_to_the_muscle_to_the_effect()
    {
        var explanation = await api.GetJson(Answers.Why("trapezius-tension", "trapezius-stretch"));
        var tight = Assert.Single(explanation.List("mechanisms"), mechanism => mechanism.Text("mechanism") == "upper-trapezius-tight");
        Assert.NotEmpty(tight.List("sources"));
        var target = Assert.Single(tight.List("targets"));
        Assert.Equal(("answers", "lengthens", "primary", 16), (target.Text("bearing"), target.Text("effect"), target.Text("role"), target.GetProperty("points").GetInt32()));
        Assert.Equal(["trapezius", "upper-trapezius"], target.List("path").Select(muscle => muscle.GetString()!));
    }

    [Fact]
    public async Task Things_are_named_as_people_call_them() =>
        Assert.Equal((await api.GetJson(Answers.Why("trapezius-tension", "trapezius-stretch"))).GetRawText(), (await api.GetJson(Answers.Why("Trap Tension", "étirement du trapèze"))).GetRawText());

    [Fact]
    public async Task What_is_missing_and_what_is_unknown_are_told_together()
    {
        var problem = await (await api.Get($"{Answers.Path}/explain?condition=neck-pian&exersice=plank&minutes=5")).Problem(HttpStatusCode.BadRequest, "bad-parameters");
        Assert.Equal(
            ["missing-parameter exercise", "unknown-name condition neck-pain", "unknown-parameter exersice exercise", "unknown-parameter minutes"],
            problem.Errors!.Select(error => $"{error.Code} {error.Parameter} {error.Suggestion}".TrimEnd()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_anything_both_parameters_are_missing()
    {
        var problem = await (await api.Get($"{Answers.Path}/explain")).Problem(HttpStatusCode.BadRequest, "missing-parameter");
        Assert.Equal([("missing-parameter", "condition"), ("missing-parameter", "exercise")], problem.Errors!.Select(error => (error.Code, error.Parameter!)));
    }

    private static void Agrees(JsonElement explanation, JsonElement answer, string exercise)
    {
        var suggested = answer.List("items").FirstOrDefault(item => item.GetProperty("exercise").Text("slug") == exercise);
        var excluded = answer.List("excluded").FirstOrDefault(item => item.Text("exercise") == exercise);
        var verdict = explanation.Text("verdict");
        Assert.Equal(
            (suggested.ValueKind, excluded.ValueKind) switch
            {
                (JsonValueKind.Undefined, JsonValueKind.Undefined) => "noSupport",
                (JsonValueKind.Undefined, _) => excluded.Text("code"),
                _ => suggested.GetProperty("disputed").GetBoolean() ? "disputed" : "suggested",
            },
            verdict);
        Assert.Equal(answer.GetProperty("redFlags").GetRawText(), explanation.GetProperty("redFlags").GetRawText());
        Assert.Equal(answer.GetProperty("warnings").GetRawText(), explanation.GetProperty("warnings").GetRawText());
        Assert.Equal(answer.Text("catalogueVersion"), explanation.Text("catalogueVersion"));
        Assert.Equal(excluded.ValueKind is JsonValueKind.Undefined ? null : excluded.GetRawText(), explanation.TryGetProperty("exclusion", out var exclusion) ? exclusion.GetRawText() : null);
        if (suggested.ValueKind is JsonValueKind.Undefined)
        {
            Assert.Equal(0, explanation.GetProperty("score").GetInt32());
            return;
        }

        Assert.All(["score", "reasons", "cautions", "exercise"], member => Assert.Equal(suggested.GetProperty(member).GetRawText(), explanation.GetProperty(member).GetRawText()));
        AgreesWithLinks(explanation, suggested);
    }

    // What it acts on is the strongest of the targets that answer each mechanism.
    private static void AgreesWithLinks(JsonElement explanation, JsonElement suggested)
    {
        var strongest = from mechanism in explanation.List("mechanisms")
                        let points = mechanism.List("targets").Select(target => target.GetProperty("points").GetInt32()).Append(0).Max()
                        where points > 0 && !suggested.GetProperty("disputed").GetBoolean()
                        select (mechanism.Text("mechanism"), points);
        Assert.Equal(strongest, suggested.List("actsOn").Select(link => (link.Text("mechanism"), link.GetProperty("points").GetInt32())));
    }
}
