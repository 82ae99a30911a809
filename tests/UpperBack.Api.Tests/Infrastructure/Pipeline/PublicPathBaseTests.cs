using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using UpperBack.Api.Tests.Embed;
using UpperBack.Api.Tests.Infrastructure.Caching;

namespace UpperBack.Api.Tests.Infrastructure.Pipeline;

/// <summary>The service under a path of another site: every link leads to where clients see it.</summary>
public sealed class PublicPathBaseTests(FilledDatabase filled) : IClassFixture<FilledDatabase>
{
    private const string Base = "/upperback";
    private const string Site = "http://clinic.example";
    private static readonly (string, string) TrustedProxy = ("UpperBack:Proxies", "127.0.0.1");
    private static readonly (string, string) ConfiguredBase = ("UpperBack:PathBase", Base);

    private static readonly string[] Paths =
    [
        "/", "/problems", "/problems/unknown-value", "/problems/unknown-valeu", "/docs/index.html", "/v1", "/v1/exercises?limit=2", "/v1/exercises?limit=2&facet=kind", "/v1/exercises/plank",
        "/v1/exercises/plank@1", "/v1/exercises/plank?asOf=2099-01-01T00:00:00Z", "/v1/exercises/plank/revisions", "/v1/search?q=pain", "/v1/search?q=nothing-like-this", "/v1/recommendations?condition=poor-posture",
        "/v1/changes?limit=2", "/v1/changes?since=AAAA", "/v1/nowhere", "/v1/exercise", "/v1/exercises/plnak", "/v1/exercises/plank@99", "/v1/catalogue/0123456789abcdef0123", "/v1/exercises/Schulterbl%C3%A4tter",
        "/embed/routines/desk-break", "/embed/exercises/plank?locale=de&theme=dark", "/embed/recommendations?condition=poor-posture", "/embed/routines/desk-brake", "/embed/v1.js", "/health/ready",
        "/v1/exercises/plank/figure.svg", "/v1/routines/desk-break/schedule.ics?start=2026-12-01&time=08:30", $"/oembed?url={Uri.EscapeDataString($"{Site}{Base}/embed/routines/desk-break")}",
    ];

    [Theory]
    [InlineData("upperback-removed-path.conf", false)]
    [InlineData("upperback-removed-path.conf", true)] // both say the same
    [InlineData("upperback-kept-path.conf", true)]
    public async Task Behind_nginx_every_link_begins_with_the_path(string file, bool isConfigured)
    {
        await using var service = await ServiceInstance.StartAsync(filled.Database, [TrustedProxy, .. isConfigured ? new[] { ConfiguredBase } : []]);
        await using var proxy = await CachingProxy.NginxAsync(service.Client.BaseAddress!, file);
        await LinksAreRight(proxy.Client);
    }

    [Fact]
    public async Task Behind_Varnish_every_link_begins_with_the_path()
    {
        await using var service = await ServiceInstance.StartAsync(filled.Database, TrustedProxy);
        await using var proxy = await CachingProxy.VarnishAsync(service.Client.BaseAddress!);
        await LinksAreRight(proxy.Client);
    }

    [Fact]
    public async Task The_path_may_be_there_or_not_once_it_is_configured()
    {
        await using var service = await ServiceInstance.StartAsync(filled.Database, ("UpperBack:PathBase", "/Upperback/"));
        foreach (var path in (string[])["/v1/exercises?limit=1", "/upperback/v1/exercises?limit=1", "/UPPERBACK/v1/exercises?limit=1"])
            Assert.Equal("/Upperback/v1/exercises?limit=1", (await service.Client.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken)).GetProperty("links").GetProperty("self").GetString());
        foreach (var home in (string[])["/", "/upperback", "/upperback/"])
            Assert.Contains("href=\"/Upperback/docs\"", await (await service.Get(home)).Html(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Get("/upperbackup/v1/exercises")).StatusCode);
    }

    [Fact]
    public async Task Cached_responses_of_several_paths_do_not_mix()
    {
        await using var service = await ServiceInstance.StartAsync(filled.Database, TrustedProxy);
        foreach (var prefix in (string[])["/one", "/two", "/one", "/one/two", ""])
        {
            foreach (var path in (string[])["/v1/exercises?limit=1", "/v1/search?q=pain"])
            {
                using var response = await service.Get(path, null, ("X-Forwarded-Prefix", prefix));
                var body = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
                Assert.Equal(prefix + path, body.GetProperty("links").GetProperty("self").GetString());
            }
        }
    }

    [Fact]
    public async Task A_prefix_of_anybody_else_changes_nothing()
    {
        await using var service = await ServiceInstance.StartAsync(filled.Database, ("UpperBack:Proxies", "10.0.0.0/8"));
        using var response = await service.Get("/v1/exercises?limit=1", null, ("X-Forwarded-Prefix", "/evil"));
        Assert.StartsWith("{\"items\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("/evil", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/a//b")]
    [InlineData("/a/../b")]
    [InlineData("evil")]
    [InlineData("/")]
    public async Task A_prefix_that_is_no_path_is_ignored(string prefix)
    {
        await using var service = await ServiceInstance.StartAsync(filled.Database, TrustedProxy);
        using var response = await service.Get("/v1/exercises?limit=1", null, ("X-Forwarded-Prefix", prefix));
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("/v1/exercises?limit=1", body.GetProperty("links").GetProperty("self").GetString());
    }

    [Theory]
    [InlineData("upperback")]
    [InlineData("/")]
    [InlineData("//evil.example")]
    [InlineData("https://clinic.example/upperback")]
    [InlineData("/../x")]
    public async Task A_setting_that_is_no_path_keeps_the_service_from_starting(string pathBase)
    {
        var fault = await Assert.ThrowsAsync<SettingException>(() => ServiceInstance.StartAsync(filled.Database, ("UpperBack:PathBase", pathBase)));
        Assert.Equal($"The setting UpperBack:PathBase must be a path such as /upperback; it is “{pathBase}”.", fault.Message);
    }

    private async Task LinksAreRight(HttpClient client)
    {
        foreach (var path in Paths)
        {
            using var response = await Send(client, HttpMethod.Get, $"{Base}{path}");
            var text = WebUtility.HtmlDecode($"{response.Headers}{await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}").Replace("\r\n ", "", StringComparison.Ordinal);
            Assert.True((int)response.StatusCode is 200 or 308 or 400 or 404 or 410, $"{path}: {(int)response.StatusCode}");
            Assert.True(Astray(text).Count == 0, $"{path} leads to {string.Join(" and ", Astray(text))}");
            foreach (var link in Regex.Matches(text, """(?:href|src)="(?<path>/[^"#]+)""", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups["path"].Value))
            {
                using var target = await Send(client, HttpMethod.Get, link);
                Assert.True((int)target.StatusCode is 200 or 301, $"{path} links to {link}: {(int)target.StatusCode}");
            }
        }

        var self = await Json(client, "/v1/exercises?limit=2");
        Assert.Equal($"{Base}/v1/exercises?limit=2", self.GetProperty("links").GetProperty("self").GetString());
        Assert.Equal(HttpStatusCode.OK, (await Send(client, HttpMethod.Get, self.GetProperty("links").GetProperty("next").GetString()!)).StatusCode);
        Assert.Equal(Base, (await Json(client, "/openapi.json")).GetProperty("servers")[0].GetProperty("url").GetString());
        Assert.Equal(Base, (await Json(client, "/openapi.json?scope=read")).GetProperty("servers")[0].GetProperty("url").GetString());
        Assert.Contains($"src=\"{Site}{Base}/embed/routines/desk-break\"", (await Json(client, Paths[^1])).GetProperty("html").GetString(), StringComparison.Ordinal);

        var unknown = await Json(client, "/v1/exercise");
        Assert.Equal((Site + Base + "/problems/unknown-path", $"{Base}/v1/exercise"), (unknown.GetProperty("type").GetString(), unknown.GetProperty("instance").GetString()));
        Assert.Equal($"{Base}/v1/exercises", unknown.GetProperty("suggestions")[0].GetString());
        Assert.Equal($"{Base}/v1/catalogue", (await Json(client, "/v1/catalogue/0123456789abcdef0123")).GetProperty("snapshot").GetString());

        using var alias = await Send(client, HttpMethod.Get, $"{Base}/v1/routines/office-break?locale=de");
        Assert.Equal($"{Base}/v1/routines/desk-break?locale=de", alias.Headers.Location?.ToString());
        using var docs = await Send(client, HttpMethod.Get, $"{Base}/docs");
        Assert.Equal($"{Site}{Base}/docs/index.html", new Uri(new Uri($"{Site}{Base}/docs"), docs.Headers.Location!).AbsoluteUri);
        await CreatedIsWhereItSays(client, "/v1/keys", $$"""{"name":"key {{Guid.CreateVersion7()}}","scopes":["content:read-drafts"]}""");
        await CreatedIsWhereItSays(client, "/v1/webhooks", """{"url":"https://app.example.org/hooks"}""");
    }

    private async Task CreatedIsWhereItSays(HttpClient client, string path, string body)
    {
        var key = await filled.Database.KeyAsync(null, null, "admin");
        using var created = await Send(client, HttpMethod.Post, $"{Base}{path}", key, body);
        Assert.StartsWith($"{Base}{path}/", created.Headers.Location?.ToString(), StringComparison.Ordinal);
        using var found = await Send(client, HttpMethod.Get, created.Headers.Location!.ToString(), key);
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
    }

    // Paths and addresses of the service that are not under the path.
    private static IReadOnlyList<string> Astray(string text) =>
        [.. Regex.Matches(text, $"""(?<=["'<(,\s])(?:{Regex.Escape(Site)})?/(?:v1|embed|problems|docs|oembed|openapi\.json|health)\b[^"'<>\s]*["'>]""", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value)];

    private static async Task<JsonElement> Json(HttpClient client, string path)
    {
        using var response = await Send(client, HttpMethod.Get, $"{Base}{path}");
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, HttpMethod method, string path, string? key = null, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, null, "application/json") };
        request.Headers.Host = new Uri(Site).Host;
        request.Headers.Authorization = key is null ? null : new("Bearer", key);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
