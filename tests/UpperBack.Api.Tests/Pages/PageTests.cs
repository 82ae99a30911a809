using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace UpperBack.Api.Tests.Pages;

public sealed partial class PageTests(SmallApp app) : IClassFixture<SmallApp>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Fact]
    public async Task The_first_page_leads_to_the_documentation_and_to_three_examples()
    {
        var html = await Page("/");
        Assert.All(
            [
                "/docs", "/openapi.json", "/v1", "/v1/exercises?muscle=trapezius&amp;equipment=none", "/v1/search?q=slipped%20disc",
                "/v1/routines?condition=poor-posture&amp;include=exercises",
            ],
            target => Assert.Contains($"href=\"{target}\"", html));
        Assert.Contains($"curl '{app.Address}v1/search?q=slipped%20disc'", WebUtility.HtmlDecode(html));
        Assert.Contains("not a diagnosis", html);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/problems")]
    [InlineData("/problems/unknown-value")]
    public async Task A_page_may_load_and_run_nothing_but_its_own_style(string path)
    {
        var response = await app.Get(path);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var style = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style().Match(html).Groups["css"].Value)));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy);
        Assert.Contains($"style-src 'sha256-{style}'", policy);
        Assert.DoesNotContain("<script", html);
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Every_kind_of_problem_has_a_page_with_an_example()
    {
        var list = await Page("/problems");
        foreach (var kind in ProblemKinds.All)
        {
            Assert.Contains($"href=\"{kind.Page}\"", list);
            var html = WebUtility.HtmlDecode(await Page(kind.Page));
            Assert.Contains($"\"code\": \"{kind.Code}\"", html);
            Assert.Contains($"\"type\": \"{app.Address}problems/{kind.Code}\"", html);
            Assert.Contains(kind.Remedy, html);
        }
    }

    [Fact]
    public async Task An_unknown_problem_is_a_page_for_a_browser()
    {
        var response = await app.Get("/problems/unknown-vlaue", ("Accept", Browser));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("href=\"/problems/unknown-value\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData("text/html;q=0.5, application/json")]
    public async Task An_unknown_problem_is_a_problem_for_a_program(string accept)
    {
        var response = await app.Get("/problems/unknown-vlaue", ("Accept", accept));
        var problem = await response.Problem(HttpStatusCode.NotFound, "unknown-path");
        Assert.Equal(["/problems/unknown-value"], problem.Suggestions);
    }

    [Fact]
    public async Task What_was_asked_for_is_no_markup_in_the_page()
    {
        var response = await app.Get("/problems/%3Cscript%3Ealert(1)%3C%2Fscript%3E", ("Accept", Browser));
        Assert.DoesNotContain("<script", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<string> Page(string path)
    {
        var response = await app.Get(path, ("Accept", Browser));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<style>(?<css>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Style();
}
