using System.Net;
using System.Text.Json;
using UpperBack.Api.Tests.Embed;

namespace UpperBack.Api.Tests.Infrastructure.Pipeline;

/// <summary>Links carry the host as it was sent.</summary>
public sealed class HostHeaderTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Page = "/embed/routines/desk-break";
    private const string Schedule = "/v1/routines/desk-break/schedule.ics?start=2026-12-01";

    public static TheoryData<string> Hosts =>
    [
        "api.example.org", "api.example.org:8080", "API.Example.org", "clinic.example.", "my_service", "192.0.2.7", "192.0.2.7:8080", "[2001:db8::7]", "[2001:db8::7]:8080",
        "xn--rcken-kva.example", "xn--rcken-kva.example:8080", "XN--RCKEN-KVA.example", "xn--zzzzzz", "xn--zzzzzz.example:443",
    ];

    [Theory, MemberData(nameof(Hosts))]
    public async Task Every_absolute_address_begins_with_the_host_of_the_request(string host)
    {
        var baseUrl = $"http://{host}";
        Assert.Equal($"{baseUrl}/problems/unknown-document", (await Json(host, "/v1/exercises/nope", HttpStatusCode.NotFound)).GetProperty("type").GetString());
        Assert.Equal($"{baseUrl}/v1/exercises/plank", (await Json(host, "/v1/exercises/plank", HttpStatusCode.OK, ("Accept", "application/ld+json"))).GetProperty("@id").GetString());

        using var page = await api.Get(Page, ("Host", host));
        var html = await page.Html();
        Assert.Contains($"<link rel=\"canonical\" href=\"{baseUrl}{Page}\"", html, StringComparison.Ordinal);
        Assert.StartsWith($"<{baseUrl}/oembed?url={Uri.EscapeDataString(baseUrl + Page)}", page.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
        var described = await Json(host, $"/oembed?url={Uri.EscapeDataString(baseUrl + Page)}", HttpStatusCode.OK);
        Assert.Equal($"{baseUrl}/", described.GetProperty("provider_url").GetString());
        Assert.Contains($"src=\"{baseUrl}{Page}\"", described.GetProperty("html").GetString(), StringComparison.Ordinal);

        using var schedule = await api.Get(Schedule, ("Host", host));
        var calendar = (await schedule.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains($"\r\nURL:{baseUrl}{Page}\r\n", calendar, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"\\n{baseUrl}{Page}\\n", calendar, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a..b")]
    [InlineData(".example.org")]
    [InlineData("evil.example:99999")]
    [InlineData("evil.example:4294967297")]
    [InlineData("[:::1]")]
    [InlineData("[1.2.3.4]")]
    [InlineData("it's.example")]
    public async Task What_is_no_host_answers_400(string host)
    {
        foreach (var path in (string[])["/v1/exercises", Page, "/", "/v1/exercises/nope", Schedule])
        {
            var response = await RawHttp.SendAsync(api.Client.BaseAddress!, $"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
            Assert.StartsWith("HTTP/1.1 400", response, StringComparison.Ordinal);
            var problem = JsonSerializer.Deserialize<JsonElement>(response[response.IndexOf('{', StringComparison.Ordinal)..]);
            Assert.Equal(("bad-request", "/problems/bad-request"), (problem.GetProperty("code").GetString(), problem.GetProperty("type").GetString()));
            Assert.Contains($"“{host}” in the Host header", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("GET {0} HTTP/1.0\r\n\r\n")]
    [InlineData("GET {0} HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n")]
    public async Task Without_a_host_addresses_are_relative(string request)
    {
        var page = WebUtility.HtmlDecode(await Raw(Page));
        Assert.StartsWith("HTTP/1.1 200", page, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"canonical\" href=\"{Page}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"code\"", page, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", await Raw("/"), StringComparison.Ordinal);
        Assert.Contains("\"type\":\"/problems/unknown-document\"", await Raw("/v1/exercises/nope"), StringComparison.Ordinal);
        Assert.DoesNotContain("\nURL:", await Raw(Schedule), StringComparison.Ordinal);

        Task<string> Raw(string path) => RawHttp.SendAsync(api.Client.BaseAddress!, string.Format(System.Globalization.CultureInfo.InvariantCulture, request, path));
    }

    [Theory]
    [InlineData("xn--rcken-kva.example", "https://rücken.example")]
    [InlineData("xn--rcken-kva.example", "https://RÜCKEN.example")]
    [InlineData("xn--rcken-kva.example", "https://xn--rcken-kva.example")]
    [InlineData("XN--RCKEN-KVA.example", "https://xn--rcken-kva.EXAMPLE")]
    [InlineData("clinic.example:8443", "https://clinic.example:8443")]
    [InlineData("clinic.example", "https://clinic.example.:443")]
    [InlineData("clinic.example.", "https://clinic.example")]
    [InlineData("[2001:db8::7]", "https://[2001:DB8:0::7]")]
    public async Task OEmbed_knows_the_host_in_every_notation(string host, string address)
    {
        var described = await Json(host, $"/oembed?url={Uri.EscapeDataString(address + Page)}", HttpStatusCode.OK);
        Assert.Contains($"src=\"http://{host}{Page}\"", described.GetProperty("html").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://rucken.example")]
    [InlineData("https://xn--zzzzzz")]
    [InlineData("https://b閧⃌皙ᙳ")] // cannot be written in ASCII
    [InlineData("https://xn--rcken-kva.example:8080")]
    public async Task OEmbed_does_not_take_another_host_for_its_own(string address)
    {
        Assert.Equal("nothing-to-embed", (await Json("xn--rcken-kva.example", $"/oembed?url={Uri.EscapeDataString(address + Page)}", HttpStatusCode.NotFound)).GetProperty("code").GetString());
    }

    private async Task<JsonElement> Json(string host, string path, HttpStatusCode status, params (string, string)[] headers)
    {
        using var response = await api.Get(path, [("Host", host), .. headers]);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == status, $"{host} {path}: {(int)response.StatusCode} {body}");
        return JsonSerializer.Deserialize<JsonElement>(body);
    }
}
