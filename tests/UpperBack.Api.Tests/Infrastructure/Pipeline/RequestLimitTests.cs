using System.Net;
using Microsoft.Extensions.Logging;

namespace UpperBack.Api.Tests.Infrastructure.Pipeline;

public sealed class RequestLimitTests(SmallApp app) : IClassFixture<SmallApp>
{
    [Fact]
    public async Task An_address_of_the_allowed_length_is_read()
    {
        var path = "/v1/exercises?q=".PadRight(SizeLimits.Target, 'a');
        Assert.Equal(HttpStatusCode.OK, (await app.Get(path)).StatusCode);
    }

    [Theory]
    [InlineData(SizeLimits.Target + 1)]
    [InlineData(60_000)]
    public async Task A_longer_address_answers_414(int length) =>
        await (await app.Get("/v1/exercises?q=".PadRight(length, 'a'))).Problem(HttpStatusCode.RequestUriTooLong, "uri-too-long");

    [Fact]
    public async Task Headers_that_are_too_long_answer_431() =>
        await (await app.Get("/v1/exercises", ("Cookie", new string('a', 40_000))))
            .Problem(HttpStatusCode.RequestHeaderFieldsTooLarge, "headers-too-large");

    [Theory]
    [InlineData("GET")]
    [InlineData("OPTIONS")]
    public async Task A_read_with_a_body_answers_415(string method)
    {
        using var request = new HttpRequestMessage(new(method), "/v1/exercises") { Content = new StringContent("{}") };
        var response = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var problem = await response.Problem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        Assert.Contains("query string", problem.Detail);
    }

    [Fact]
    public async Task A_read_with_a_chunked_body_answers_415()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/exercises") { Content = new StringContent("{}") };
        request.Headers.TransferEncodingChunked = true;
        await (await app.Client.SendAsync(request, TestContext.Current.CancellationToken))
            .Problem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Fact]
    public async Task A_read_that_says_its_body_is_empty_is_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/exercises") { Content = new ByteArrayContent([]) };
        Assert.Equal(HttpStatusCode.OK, (await app.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("/v1/exercises?q=%00")]
    [InlineData("/v1/exercises?q=%ff")]
    [InlineData("/v1/exercises?q=%zz")]
    [InlineData("/v1/exercises?q=100%")]
    [InlineData("/v1/exercises?q=%e")]
    [InlineData("/v1/exercises?q=%ed%a0%80")] // a lone surrogate
    [InlineData("/v1/exercises?q=%c0%af")] // an overlong slash
    [InlineData("/v1/exercises?%ff=1")]
    [InlineData("/v1/exercises/%ff")]
    [InlineData("/v1/exercises/%zz")]
    [InlineData("/v1/exercises/%ed%a0%80")]
    public async Task An_address_that_does_not_decode_to_text_answers_400(string target)
    {
        var answer = await app.SendRaw($"GET {target} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400", answer);
        Assert.Contains("\"code\":\"bad-request\"", answer);
    }

    // The server answers these itself, before any of our code: the status is right, but there is no body.
    [Theory]
    [InlineData("GET /v1/exercises/%00 HTTP/1.1\r\nHost: test\r\n\r\n", "400")]
    [InlineData("GET /v1/exercises/\u00ff HTTP/1.1\r\nHost: test\r\n\r\n", "400")]
    [InlineData("GET /v1/exercises?q=a b HTTP/1.1\r\nHost: test\r\n\r\n", "400")]
    [InlineData("GET /v1/exercises HTTP/1.1\r\n\r\n", "400")]
    [InlineData("nonsense\r\n\r\n", "400")]
    public async Task A_request_that_is_no_HTTP_is_refused_by_the_server(string request, string status) =>
        Assert.StartsWith($"HTTP/1.1 {status}", await app.SendRaw(request));

    [Theory]
    [InlineData("/v1/exercises?q=r%C3%BCcken%20100%25+%F0%9F%92%AA")]
    [InlineData("/v1/exercises?q=%09%0A")]
    public async Task Any_text_may_be_searched_for(string path) => Assert.Equal(HttpStatusCode.OK, (await app.Get(path)).StatusCode);

    [Fact]
    public async Task A_body_that_is_too_large_answers_413()
    {
        var answer = await app.SendRaw(
            "PUT /v1/exercises/plank HTTP/1.1\r\nHost: test\r\nConnection: close\r\nContent-Length: 40000000\r\n\r\n{}");
        Assert.StartsWith("HTTP/1.1 413", answer);
        Assert.Contains("\"code\":\"content-too-large\"", answer);
        Assert.DoesNotContain(app.Log.Lines, line => line.Level >= LogLevel.Error);
    }
}
