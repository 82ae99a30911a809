using System.Net;

namespace UpperBack.Api.Tests.Infrastructure.Pipeline;

public sealed class MethodTests(SmallApp app) : IClassFixture<SmallApp>
{
    [Theory]
    [InlineData("GET")]
    [InlineData("OPTIONS")]
    public async Task The_path_that_the_framework_maps_for_its_test_helpers_does_not_exist(string method) =>
        await (await app.Send(new(method), "/_test_url_cache_")).Problem(HttpStatusCode.NotFound, "unknown-path");

    [Theory]
    [InlineData("/", "GET, HEAD, OPTIONS")]
    [InlineData("/v1/exercises", "GET, HEAD, OPTIONS")]
    [InlineData("/v1/exercises/scapular-retraction", "GET, HEAD, OPTIONS, PUT")]
    [InlineData("/health/ready", "GET, HEAD, OPTIONS")]
    public async Task Options_answers_204_with_the_methods_of_the_path(string path, string methods)
    {
        var response = await app.Send(HttpMethod.Options, path);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(methods.Split(", "), response.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task Options_for_an_unknown_path_answers_404() =>
        await (await app.Send(HttpMethod.Options, "/v1/exercise")).Problem(HttpStatusCode.NotFound, "unknown-path");

    [Fact]
    public async Task Options_for_the_whole_server_answers_204()
    {
        var answer = await app.SendRaw("OPTIONS * HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 204", answer);
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("PURGE")]
    public async Task A_method_that_a_path_does_not_have_answers_405_with_those_it_has(string method)
    {
        var response = await app.Send(new(method), "/v1/exercises");
        var problem = await response.Problem(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        Assert.Equal($"/v1/exercises does not answer {method}. It answers GET, HEAD, OPTIONS.", problem.Detail);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], response.Content.Headers.Allow.Order());
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/problems/unknown-path")]
    [InlineData("/v1/exercises")]
    [InlineData("/v1/exercise")]
    [InlineData("/v1/exercises/shoulder-blade-squeeze")]
    [InlineData("/health/live")]
    public async Task Head_answers_as_Get_does_without_the_body(string path)
    {
        var (get, head) = (await app.Get(path), await app.Send(HttpMethod.Head, path));
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(Headers(get), Headers(head));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_web_page_of_any_origin_may_read()
    {
        var response = await app.Get("/v1/exercises", ("Origin", "https://clinic.example"));
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var exposed = string.Join(',', response.Headers.GetValues("Access-Control-Expose-Headers"));
        Assert.All(["ETag", "Link", "Location", "Retry-After"], header => Assert.Contains(header, exposed));
    }

    [Theory]
    [InlineData("/fails", HttpStatusCode.InternalServerError)]
    [InlineData("/v1/exercise", HttpStatusCode.NotFound)]
    [InlineData("/v1/exercises?q=%00", HttpStatusCode.BadRequest)]
    public async Task A_web_page_of_any_origin_may_read_what_went_wrong(string path, HttpStatusCode status)
    {
        var response = await app.Get(path, ("Origin", "https://clinic.example"));
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task A_preflight_for_a_read_is_granted_with_any_header()
    {
        var response = await app.Send(
            HttpMethod.Options,
            "/v1/exercises",
            ("Origin", "https://clinic.example"),
            ("Access-Control-Request-Method", "GET"),
            ("Access-Control-Request-Headers", "if-none-match, x-anything"));
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("if-none-match,x-anything", string.Join(',', response.Headers.GetValues("Access-Control-Allow-Headers")));
        Assert.Equal("86400", response.Headers.GetValues("Access-Control-Max-Age").Single());
    }

    // Chunking is how a body is sent, and there is none; every request leaves one less.
    private static IEnumerable<string> Headers(HttpResponseMessage response) => response.Headers.Concat(response.Content.Headers)
        .Where(header => header.Key is not ("Date" or "Transfer-Encoding" or "RateLimit"))
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
        .Order();
}
