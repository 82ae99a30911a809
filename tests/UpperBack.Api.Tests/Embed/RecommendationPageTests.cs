using System.Net;

namespace UpperBack.Api.Tests.Embed;

public sealed class RecommendationPageTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task It_shows_what_is_recommended_in_that_order_with_the_reasons()
    {
        const string Question = "?condition=poor-posture,trapezius-tension&availableEquipment=chair&minutes=5";
        var html = await api.Page($"/embed/recommendations{Question}");
        var answer = await api.GetJson($"/v1/recommendations{Question}");
        var items = answer.GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(items.Select(item => item.GetProperty("exercise").GetProperty("slug").GetString()), Browser.Attributes(html, "data-exercise"));
        Assert.All(items.SelectMany(item => item.GetProperty("reasons").EnumerateArray()), reason => Assert.Contains(reason.GetProperty("text").GetString()!, html));
        Assert.All(answer.GetProperty("excluded").EnumerateArray(), excluded => Assert.Contains(excluded.GetProperty("detail").GetString()!, html));
        Assert.All(answer.GetProperty("redFlags").EnumerateArray(), flag => Assert.Contains(flag.GetProperty("question").GetString()!, html));
        Assert.Contains(answer.GetProperty("notice").GetString()!, html);
    }

    [Fact]
    public async Task The_session_is_what_is_followed_along()
    {
        var answer = await api.GetJson("/v1/recommendations?condition=trapezius-tension&minutes=5");
        var session = answer.GetProperty("routine").GetProperty("blocks").EnumerateArray().SelectMany(block => block.GetProperty("items").EnumerateArray());
        var html = await api.Page("/embed/recommendations?condition=trapezius-tension&minutes=5");
        Assert.Equal(session.Count(), Browser.Attributes(html, "data-order").Count);
    }

    [Fact]
    public async Task Where_nothing_has_support_no_exercise_is_named()
    {
        var html = await api.Page("/embed/recommendations?condition=intercostal-pain&locale=de");
        Assert.Empty(Browser.Attributes(html, "data-exercise"));
        Assert.DoesNotContain("data-upperback-follow-along", html);
        Assert.Contains("<section class=\"signs\"", html);
        Assert.Contains("<html lang=\"de\"", html);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest, "missing-parameter")]
    [InlineData("?condition=poor-posture&redFlag=arm-weakness", HttpStatusCode.BadRequest, "unknown-parameter")]
    [InlineData("?condition=poor-posture&level=expert", HttpStatusCode.BadRequest, "unknown-value")]
    [InlineData("?condition=poor-postrue", HttpStatusCode.UnprocessableEntity, "unknown-name")]
    public async Task What_cannot_be_looked_up_is_said(string query, HttpStatusCode status, string code)
    {
        await (await api.Get($"/embed/recommendations{query}")).Problem(status, code);
        using var page = await api.Get($"/embed/recommendations{query}", Browser.Accept);
        Assert.Equal(status, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
    }
}
