using System.Net;

namespace UpperBack.Api.Tests.Documents;

public sealed class BadParameterTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("exercises?muscel=trapezius", "unknown-parameter", "muscle")]
    [InlineData("exercises?Muscle=trapezius", "unknown-parameter", "muscle")]
    [InlineData("exercises?holdSeconds.lt=3", "unknown-parameter", "holdSeconds.lte")]
    [InlineData("exercises?availableEquipment.not=chair", "unknown-parameter", "availableEquipment")]
    [InlineData("exercises?perSide.not=true", "unknown-parameter", "perSide")]
    [InlineData("exercises/plank?field=slug", "unknown-parameter", "fields")]
    [InlineData("search?q=plank&colection=muscles", "unknown-parameter", "collection")]
    [InlineData("exercises?kind=strech", "unknown-value", "stretch")]
    [InlineData("exercises?kind=stretch,strech", "unknown-value", "stretch")]
    [InlineData("exercises?kind.not=Stretch", "unknown-value", "stretch")]
    [InlineData("exercises?muscle=trapezus", "unknown-value", "trapezius")]
    [InlineData("exercises?muscle.all=rhomboids,traps", "unknown-value", "trapezius")]
    [InlineData("exercises?equipment=dumbells", "unknown-value", "dumbbells")]
    [InlineData("exercises?availableEquipment=chairs", "unknown-value", "chair")]
    [InlineData("exercises?slug=plank,planck", "unknown-value", "plank")]
    [InlineData("exercises?perSide=tru", "unknown-value", "true")]
    [InlineData("exercises?sets.exists=flase", "unknown-value", "false")]
    [InlineData("exercises?total=tru", "unknown-value", "true")]
    [InlineData("search?q=plank&collection=exercise", "unknown-value", "exercises")]
    [InlineData("exercises?fields=slug,nmae", "unknown-field", "name")]
    [InlineData("exercises/plank?fields=nmae", "unknown-field", "name")]
    [InlineData("exercises?sort=lvel", "unknown-field", "level")]
    [InlineData("exercises?sort=--name", "unknown-field", "name")]
    [InlineData("exercises?include=musles", "unknown-field", "muscles")]
    [InlineData("exercises?include=muscles.muscles.muscles", "unknown-field", "muscles.muscles")]
    [InlineData("exercises?facets=eqipment", "unknown-field", "equipment")]
    [InlineData("exercises?sets=three", "invalid-value", null)]
    [InlineData("exercises?sets=3.0", "invalid-value", null)]
    [InlineData("exercises?sets=2147483648", "invalid-value", null)]
    [InlineData("exercises?sets.gte=1,2", "invalid-value", null)]
    [InlineData("exercises?sets.lte=%2B3", "invalid-value", null)]
    [InlineData("exercises?kind=stretch,", "invalid-value", null)]
    [InlineData("exercises?sort=name,-name", "invalid-value", null)]
    [InlineData("exercises?limit=0", "invalid-value", null)]
    [InlineData("exercises?limit=101", "invalid-value", null)]
    [InlineData("exercises?limit=-1", "invalid-value", null)]
    [InlineData("exercises?limit=ten", "invalid-value", null)]
    [InlineData("search?q=plank&limit=101", "invalid-value", null)]
    [InlineData("exercises?muscle=", "empty-value", null)]
    [InlineData("exercises?q=%20", "empty-value", null)]
    [InlineData("exercises?slug", "empty-value", null)]
    [InlineData("search?q=", "empty-value", null)]
    [InlineData("search", "missing-parameter", null)]
    [InlineData("exercises?kind=stretch&kind=", "empty-value", null)]
    [InlineData("exercises?kind=stretch&kind=strenght", "unknown-value", "strength")]
    [InlineData("exercises?q=plank&q=push", "duplicate-parameter", null)]
    [InlineData("exercises?limit=5&limit=5", "duplicate-parameter", null)]
    [InlineData("exercises?cursor=nonsense", "invalid-cursor", null)]
    [InlineData("search?q=plank&cursor=nonsense", "invalid-cursor", null)]
    public async Task A_fault_in_a_parameter_is_named_with_the_nearest_right_word(string query, string code, string? suggestion)
    {
        var problem = await (await api.Get($"/v1/{query}")).Problem(HttpStatusCode.BadRequest, code);
        var error = Assert.Single(problem.Errors!);
        Assert.Equal(code, error.Code);
        Assert.NotNull(error.Parameter);
        if (suggestion is not null || code is not ("unknown-parameter" or "unknown-value" or "unknown-field"))
            Assert.Equal(suggestion, error.Suggestion);
    }

    [Theory]
    [InlineData("limit=1", 1)]
    [InlineData("limit=100", 14)]
    public async Task The_limits_themselves_are_within_the_limits(string limit, int count) =>
        Assert.Equal(count, ApiFixture.Slugs(await api.GetJson($"/v1/exercises?{limit}")).Count);

    [Fact]
    public async Task Faults_of_several_parameters_come_at_once()
    {
        var problem = await (await api.Get("/v1/exercises?muscel=x&kind=strech&limit=0&fields=nmae&q=")).Problem(HttpStatusCode.BadRequest, "bad-parameters");
        Assert.Equal(
            ["empty-value", "invalid-value", "unknown-field", "unknown-parameter", "unknown-value"],
            problem.Errors!.Select(error => error.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Several_unknown_slugs_are_all_named()
    {
        var problem = await (await api.Get("/v1/exercises?muscle=trapezus,rhomboid&equipment.not=dumbells")).Problem(HttpStatusCode.BadRequest, "unknown-value");
        Assert.Equal(["dumbbells", "rhomboids", "trapezius"], problem.Errors!.Select(error => error.Suggestion).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_unknown_slug_is_a_fault_whatever_the_caller_has_already()
    {
        using var response = await api.Get("/v1/exercises?muscle=trapezus", ("If-None-Match", "*"));
        await response.Problem(HttpStatusCode.BadRequest, "unknown-value");
    }

    [Theory]
    [InlineData("q", 201, "invalid-value")]
    [InlineData("q", 200, null)]
    [InlineData("slug", 2_000, "unknown-value")]
    [InlineData("doi", 2_000, null)]
    public async Task A_long_value_is_answered_in_kind(string parameter, int length, string? code)
    {
        using var response = await api.Get($"/v1/sources?{parameter}={new string('a', length)}");
        if (code is null)
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        else
            await response.Problem(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task More_than_a_hundred_values_are_too_many() => await (await api.Get(
        $"/v1/exercises?sets={string.Join(',', Enumerable.Range(1, 101))}")).Problem(HttpStatusCode.BadRequest, "invalid-value");

    [Theory]
    [InlineData("exercises?q=%00")]
    [InlineData("exercises?muscle=%00")]
    [InlineData("exercises?q=%ff")]
    [InlineData("exercises/%ed%a0%80")]
    public async Task What_is_no_text_is_a_bad_request(string query) =>
        await (await api.Get($"/v1/{query}")).Problem(HttpStatusCode.BadRequest, "bad-request");
}
