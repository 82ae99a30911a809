using System.Net;

namespace UpperBack.Api.Tests.Embed;

public sealed class AssetTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task The_script_for_other_pages_is_small_and_loads_anywhere()
    {
        using var response = await api.Get("/embed/v1.js", ("Origin", "https://portal.example"));
        var script = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(script.Length < 4096, $"{script.Length} bytes");
        Assert.Equal("text/javascript; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("cross-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(TimeSpan.FromDays(1), response.Headers.CacheControl!.MaxAge);

        using var again = await api.Get("/embed/v1.js", ("If-None-Match", response.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task What_a_page_uses_is_kept_for_good()
    {
        var html = await api.Page("/embed/routines/desk-break");
        var files = Browser.Attributes(html, "href").Concat(Browser.Attributes(html, "src")).Where(address => address.StartsWith("/embed/", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, files.Count);
        foreach (var file in files)
        {
            using var response = await api.Get(file);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", response.Headers.GetValues("Cache-Control").Single());
            using var old = await api.Get($"{file.Split('?')[0]}?v=000000000000");
            Assert.Equal(TimeSpan.FromMinutes(1), old.Headers.CacheControl!.MaxAge);
        }
    }

    [Fact]
    public async Task A_file_takes_no_other_parameter() => await (await api.Get("/embed/v1.js?x=1")).Problem(HttpStatusCode.BadRequest, "unknown-parameter");
}
