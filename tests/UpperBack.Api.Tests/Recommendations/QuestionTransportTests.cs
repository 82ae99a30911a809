using System.Net;
using System.Text;

namespace UpperBack.Api.Tests.Recommendations;

/// <summary>How a question travels: media types, sizes, methods, other origins.</summary>
public sealed class QuestionTransportTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Question = """{"conditions":["neck-pain"]}""";
    private const int Most = 64 * 1024;

    [Theory]
    [InlineData("application/json", HttpStatusCode.OK)]
    [InlineData("application/json; charset=utf-8", HttpStatusCode.OK)]
    [InlineData("APPLICATION/JSON;charset=UTF-8", HttpStatusCode.OK)]
    [InlineData("application/json; charset=\"utf-8\"", HttpStatusCode.OK)]
    [InlineData("application/json; charset=\"utf-16\"", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/problem+json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/merge-patch+json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/*", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=iso-8859-1", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data; boundary=x", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("nonsense", HttpStatusCode.UnsupportedMediaType)]
    [InlineData(null, HttpStatusCode.UnsupportedMediaType)]
    public async Task The_question_is_read_as_JSON_and_nothing_else(string? mediaType, HttpStatusCode status)
    {
        using var response = await Send(new ByteArrayContent(Encoding.UTF8.GetBytes(Question)), mediaType);
        Assert.Equal(status, response.StatusCode);
        if (status is HttpStatusCode.UnsupportedMediaType)
            await response.Problem(status, "unsupported-media-type");
    }

    // It is not unpacked; what is not packed is not to be called something else either.
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity")]
    public async Task A_body_that_says_how_it_is_packed_answers_415(string encoding)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Question));
        content.Headers.ContentEncoding.Add(encoding);
        using var response = await Send(content, "application/json");
        await response.Problem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Fact]
    public async Task A_byte_order_mark_before_the_question_is_no_part_of_it()
    {
        using var marked = await Send(new ByteArrayContent([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Question)]), "application/json");
        using var plain = await Send(new ByteArrayContent(Encoding.UTF8.GetBytes(Question)), "application/json");
        Assert.Equal(HttpStatusCode.OK, marked.StatusCode);
        Assert.Equal(await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await marked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        using var alone = await Send(new ByteArrayContent(Encoding.UTF8.Preamble.ToArray()), "application/json");
        Assert.Contains("The body is empty.", (await alone.Problem(HttpStatusCode.BadRequest, "bad-request")).Detail, StringComparison.Ordinal);
    }

    // The server counts the lengths that stand between the chunks too.
    [Theory]
    [InlineData(Most, false, HttpStatusCode.OK)]
    [InlineData(Most + 1, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(Most - 500, true, HttpStatusCode.OK)]
    [InlineData(Most + 1, true, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_has_at_most_64_kilobytes(int length, bool chunked, HttpStatusCode status)
    {
        using var response = await Send(new ByteArrayContent(Encoding.UTF8.GetBytes(Question.PadRight(length))), "application/json", chunked);
        Assert.Equal(status, response.StatusCode);
        if (status is HttpStatusCode.RequestEntityTooLarge)
            await response.Problem(status, "content-too-large");
    }

    [Theory]
    [InlineData("/v1/recommendations?condition=neck-pain")]
    [InlineData("/v1/recommendations/explain?condition=neck-pain&exercise=plank")]
    public async Task A_GET_with_a_body_answers_415(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Content = new StringContent(Question, null, "application/json") };
        await (await api.Client.SendAsync(request, TestContext.Current.CancellationToken)).Problem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Fact]
    public async Task What_cannot_be_answered_as_asked_answers_406()
    {
        await (await api.Get(Answers.For("neck-pain"), ("Accept", "text/csv"))).Problem(HttpStatusCode.NotAcceptable, "not-acceptable");
        await (await api.Post(Answers.Path, Question, ("Accept", "text/csv"))).Problem(HttpStatusCode.NotAcceptable, "not-acceptable");
    }

    [Theory]
    [InlineData("/v1/recommendations", "DELETE", "GET, HEAD, OPTIONS, POST")]
    [InlineData("/v1/recommendations", "PUT", "GET, HEAD, OPTIONS, POST")]
    [InlineData("/v1/recommendations/explain", "POST", "GET, HEAD, OPTIONS")]
    public async Task A_method_that_there_is_not_answers_405_with_those_there_are(string path, string method, string methods)
    {
        using var response = await api.Send(new(method), path);
        await response.Problem(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        Assert.Equal(methods.Split(", "), response.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/v1/recommendations", "GET, HEAD, OPTIONS, POST")]
    [InlineData("/v1/recommendations/explain", "GET, HEAD, OPTIONS")]
    public async Task OPTIONS_answers_204_with_the_methods_there_are(string path, string methods)
    {
        using var response = await api.Send(HttpMethod.Options, path);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(methods.Split(", "), response.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_web_page_of_any_origin_may_send_a_question()
    {
        using var preflight = await api.Send(
            HttpMethod.Options, Answers.Path,
            ("Origin", "https://clinic.example"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type"));
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal("*", preflight.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("POST", preflight.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
        Assert.Equal("content-type", preflight.Headers.GetValues("Access-Control-Allow-Headers").Single());

        foreach (var question in (string[])[Question, "{}"])
        {
            using var response = await api.Post(Answers.Path, question, ("Origin", "https://clinic.example"));
            Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        }
    }

    private async Task<HttpResponseMessage> Send(HttpContent content, string? mediaType, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Answers.Path) { Content = content };
        if (mediaType is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        request.Headers.TransferEncodingChunked = chunked;
        return await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
