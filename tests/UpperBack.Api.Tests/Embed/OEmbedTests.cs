using System.Net;
using System.Xml.Linq;

namespace UpperBack.Api.Tests.Embed;

/// <summary>What https://oembed.com says of an answer of type rich, and of errors.</summary>
public sealed class OEmbedTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private string Origin => api.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    [Theory]
    [InlineData("/embed/routines/desk-break", "Three-minute desk break", "/embed/routines/desk-break")]
    [InlineData("/embed/routines/desk-break@1?theme=dark&accent=7a2e8f", "Three-minute desk break", "/embed/routines/desk-break@1?theme=dark&accent=7a2e8f")]
    [InlineData("/embed/exercises/plank?locale=de", "Unterarmstütz (Plank)", "/embed/exercises/plank?locale=de")]
    [InlineData("/v1/exercises/plank", "Plank", "/embed/exercises/plank")]
    [InlineData("/v1/routines/office-break", "Three-minute desk break", "/embed/routines/desk-break")]
    [InlineData("/embed/recommendations?condition=poor-posture", "Exercises, looked up for: Poor posture", "/embed/recommendations?condition=poor-posture")]
    public async Task A_page_has_a_frame_with_a_title_and_a_sandbox(string path, string title, string source)
    {
        using var response = await api.Get(Asked(path));
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var answer = await api.GetJson(Asked(path));
        Assert.Equal("rich", answer.GetProperty("type").GetString());
        Assert.Equal("1.0", answer.GetProperty("version").GetString());
        Assert.Equal("UpperBack", answer.GetProperty("provider_name").GetString());
        Assert.Equal($"{Origin}/", answer.GetProperty("provider_url").GetString());
        Assert.True(answer.GetProperty("cache_age").GetInt32() > 0);
        Assert.StartsWith(title, answer.GetProperty("title").GetString());

        var frame = XElement.Parse(answer.GetProperty("html").GetString()!);
        Assert.Equal("iframe", frame.Name.LocalName);
        Assert.Equal($"{Origin}{source}", frame.Attribute("src")!.Value);
        Assert.Equal(answer.GetProperty("title").GetString(), frame.Attribute("title")!.Value);
        Assert.Equal("allow-scripts allow-popups allow-popups-to-escape-sandbox", frame.Attribute("sandbox")!.Value);
        Assert.Equal(answer.GetProperty("width").GetInt32(), (int)frame.Attribute("width")!);
        Assert.Equal(answer.GetProperty("height").GetInt32(), (int)frame.Attribute("height")!);
        Assert.Null(frame.Attribute("style"));
        await api.Page(frame.Attribute("src")!.Value);
    }

    [Theory]
    [InlineData("&maxwidth=320&maxheight=200", 320, 200)]
    [InlineData("&maxwidth=5000", 720, 900)]
    [InlineData("&maxheight=100&format=json&dnt=1", 720, 100)]
    public async Task A_frame_is_no_larger_than_asked_for(string limits, int width, int height)
    {
        var answer = await api.GetJson($"{Asked("/embed/routines/desk-break")}{limits}");
        Assert.Equal((width, height), (answer.GetProperty("width").GetInt32(), answer.GetProperty("height").GetInt32()));
    }

    [Theory]
    [InlineData("/embed/routines/desk-brake")]
    [InlineData("/embed/routines/desk-break@99")]
    [InlineData("/embed/routines/desk-break?theme=sepia")]
    [InlineData("/embed/recommendations")]
    [InlineData("/embed/recommendations?condition=poor-postrue")]
    [InlineData("/embed/v1.js")]
    [InlineData("/v1/muscles/trapezius")]
    [InlineData("/")]
    public async Task An_address_without_a_page_answers_404(string path) =>
        await (await api.Get(Asked(path))).Problem(HttpStatusCode.NotFound, "nothing-to-embed");

    [Theory]
    [InlineData("https://elsewhere.example/embed/routines/desk-break")]
    [InlineData("/embed/routines/desk-break")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://127.0.0.1/embed/routines/desk-break")]
    [InlineData("no address")]
    public async Task An_address_of_somebody_else_answers_404(string url) =>
        await (await api.Get($"/oembed?url={Uri.EscapeDataString(url)}")).Problem(HttpStatusCode.NotFound, "nothing-to-embed");

    [Fact]
    public async Task XML_is_not_served() =>
        await (await api.Get($"{Asked("/embed/routines/desk-break")}&format=xml")).Problem(HttpStatusCode.NotImplemented, "format-not-served");

    [Theory]
    [InlineData("/oembed", "missing-parameter")]
    [InlineData("/oembed?url=x&format=yaml", "unknown-value")]
    [InlineData("/oembed?url=x&maxwidth=0", "invalid-value")]
    [InlineData("/oembed?url=x&max_width=5", "unknown-parameter")]
    public async Task A_wrong_parameter_is_said(string path, string code) => await (await api.Get(path)).Problem(HttpStatusCode.BadRequest, code);

    private string Asked(string path) => $"/oembed?url={Uri.EscapeDataString($"{Origin}{path}")}";
}
