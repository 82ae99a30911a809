using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace UpperBack.Api.Tests.Embed;

public sealed class HeaderTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Path = "/embed/routines/desk-break?accent=7a2e8f&theme=dark";

    [Fact]
    public async Task A_page_may_do_nothing_but_show_what_the_service_sends()
    {
        using var response = await api.Get(Path, Browser.Accept);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single().Split("; ");
        var style = Browser.Between(await response.Html(), "<style>", "</style>")["<style>".Length..];
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal(
            ["default-src 'none'", "img-src 'self' data:", $"style-src 'self' 'sha256-{hash}'", "script-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors *"],
            policy);
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("screen-wake-lock=*", response.Headers.GetValues("Permissions-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.Contains("X-Frame-Options"));
    }

    [Fact]
    public async Task A_page_is_kept_like_any_other_answer()
    {
        using var first = await api.Get(Path, Browser.Accept);
        Assert.True(first.Headers.CacheControl is { Public: true, MaxAge.TotalSeconds: 60 });
        Assert.Contains("routines exercises conditions muscles equipment red-flags sources routines/desk-break", first.Headers.GetValues("Surrogate-Key"));
        using var second = await api.Get(Path, Browser.Accept, ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using var head = await api.Send(HttpMethod.Head, Path, Browser.Accept);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(first.Headers.ETag, head.Headers.ETag);
    }

    [Fact]
    public async Task Links_of_a_page_carry_the_host_of_the_request()
    {
        using var usual = await api.Get(Path, Browser.Accept);
        using var other = await api.Get(Path, Browser.Accept, ("Host", "portal.example"));
        Assert.Contains("http://portal.example/embed/routines/desk-break", await other.Html());
        Assert.DoesNotContain("portal.example", await usual.Html());
        using var again = await api.Get(Path, Browser.Accept);
        Assert.DoesNotContain("portal.example", await again.Html());
    }

    [Fact]
    public async Task A_page_says_where_to_ask_how_to_embed_it()
    {
        using var response = await api.Get(Path, Browser.Accept);
        var address = Browser.Attributes(await response.Html(), "href").Single(href => href.Contains("/oembed?", StringComparison.Ordinal));
        Assert.Contains($"<{address}>; rel=\"alternate\"; type=\"application/json+oembed\"", response.Headers.GetValues("Link"));
        var description = await api.GetJson(new Uri(address).PathAndQuery);
        Assert.Contains("accent=7a2e8f", description.GetProperty("html").GetString());
    }

    [Fact]
    public async Task Frames_of_some_can_be_all_that_is_allowed()
    {
        await using var service = await ServiceInstance.StartAsync(api.Database, ("UpperBack:Embed:FrameAncestors", "'self' https://*.clinic.example"));
        using var response = await service.Get(Path);
        Assert.EndsWith("; frame-ancestors 'self' https://*.clinic.example", response.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Theory]
    [InlineData("https://a.example; script-src *")]
    [InlineData("'none' https://a.example")]
    [InlineData("https://a.example,https://b.example")]
    [InlineData("'unsafe-inline'")]
    [InlineData("https://a.example/path")]
    public async Task Frames_that_make_no_sense_stop_the_service_from_starting(string setting)
    {
        var fault = await Assert.ThrowsAsync<SettingException>(() => ServiceInstance.StartAsync(api.Database, ("UpperBack:Embed:FrameAncestors", setting)));
        Assert.Contains("UpperBack:Embed:FrameAncestors", fault.Message);
    }
}
