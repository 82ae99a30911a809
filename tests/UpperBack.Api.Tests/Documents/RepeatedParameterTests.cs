using System.Text.Json;

namespace UpperBack.Api.Tests.Documents;

/// <summary>Many clients send a list as a parameter that is repeated.</summary>
public sealed class RepeatedParameterTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("/v1/exercises?muscle=trapezius&muscle=rhomboids", "/v1/exercises?muscle=trapezius,rhomboids")]
    [InlineData("/v1/exercises?muscle.all=trapezius&muscle.all=rhomboids", "/v1/exercises?muscle.all=trapezius,rhomboids")]
    [InlineData("/v1/exercises?kind=stretch&kind=strength,mobility", "/v1/exercises?kind=stretch,strength,mobility")]
    [InlineData("/v1/exercises?fields=slug&fields=name&sort=-level&sort=name", "/v1/exercises?fields=slug,name&sort=-level,name")]
    [InlineData("/v1/exercises?slug=plank&slug=push-up&slug=plank", "/v1/exercises?slug=plank,push-up")]
    [InlineData("/v1/exercises?facets=kind&facets=muscle&include=muscles&include=equipment", "/v1/exercises?facets=kind,muscle&include=muscles,equipment")]
    [InlineData("/v1/search?q=neck&collection=exercises&collection=muscles", "/v1/search?q=neck&collection=exercises,muscles")]
    [InlineData("/v1/recommendations?condition=neck-pain&condition=poor-posture", "/v1/recommendations?condition=neck-pain,poor-posture")]
    public async Task A_repeated_parameter_means_what_commas_mean(string repeated, string commas)
    {
        var (first, second) = (await api.GetJson(repeated), await api.GetJson(commas));
        Assert.Equal(WithoutLinks(second), WithoutLinks(first));
    }

    [Fact]
    public async Task The_next_page_of_a_repeated_parameter_continues_the_list()
    {
        var first = await api.GetJson("/v1/exercises?kind=stretch&kind=strength&limit=2");
        var second = await api.GetJson(first.GetProperty("links").GetProperty("next").GetString()!);
        Assert.Equal(first.GetProperty("total").GetInt64(), second.GetProperty("total").GetInt64());
        Assert.Empty(ApiFixture.Slugs(first).Intersect(ApiFixture.Slugs(second)));
    }

    private static string WithoutLinks(JsonElement page) =>
        JsonSerializer.Serialize(page.EnumerateObject().Where(member => member.Name is not "links").ToDictionary(member => member.Name, member => member.Value));
}
