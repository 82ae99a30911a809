using System.Net;

namespace UpperBack.Api.Tests.Documents;

public sealed class ConditionalReadTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    public static TheoryData<string> Reads =>
    [
        "/v1", "/v1/exercises", "/v1/exercises?muscle=trapezius&facets=kind&include=muscles", "/v1/exercises?q=shoulder",
        "/v1/exercises/plank", "/v1/exercises/plank?fields=slug", "/v1/search?q=traps",
    ];

    [Theory, MemberData(nameof(Reads))]
    public async Task A_matching_ETag_answers_304(string path)
    {
        using var first = await api.Get(path);
        var tag = first.Headers.ETag!.ToString();
        Assert.Contains("max-age", first.Headers.CacheControl!.ToString());
        Assert.Contains("stale-while-revalidate", first.Headers.CacheControl!.ToString());

        foreach (var known in new[] { tag, $"\"other\", {tag}", $"W/{tag}".Replace("W/W/", "W/", StringComparison.Ordinal) })
        {
            using var again = await api.Get(path, ("If-None-Match", known));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(tag, again.Headers.ETag!.ToString());
            Assert.Equal("", await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        using var other = await api.Get(path, ("If-None-Match", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Any_tag_is_the_tag_of_a_document_that_is_there()
    {
        Assert.Equal(HttpStatusCode.NotModified, (await api.Get("/v1/exercises/plank", ("If-None-Match", "*"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get("/v1/exercises/planck", ("If-None-Match", "*"))).StatusCode);
    }

    [Theory, MemberData(nameof(Reads))]
    public async Task HEAD_answers_the_headers_of_GET(string path)
    {
        using var get = await api.Get(path);
        using var head = await api.Send(HttpMethod.Head, path);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal("", await head.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/v1/exercises?kind=stretch", "/v1/exercises?kind=strength")]
    [InlineData("/v1/exercises", "/v1/exercises?fields=slug")]
    [InlineData("/v1/exercises/plank", "/v1/exercises/plank?fields=slug")]
    [InlineData("/v1/search?q=traps", "/v1/search?q=plank")]
    public async Task Another_question_has_another_tag(string one, string other) =>
        Assert.NotEqual((await api.Get(one)).Headers.ETag, (await api.Get(other)).Headers.ETag);

    [Fact]
    public async Task The_order_of_parameters_does_not_matter_to_the_tag() => Assert.Equal(
        (await api.Get("/v1/exercises?kind=stretch&limit=2")).Headers.ETag, (await api.Get("/v1/exercises?limit=2&kind=stretch")).Headers.ETag);

    [Fact]
    public async Task Answers_carry_the_keys_to_purge_them_by()
    {
        using var document = await api.Get("/v1/exercises/plank");
        Assert.Contains("exercises/plank", document.Headers.GetValues("Surrogate-Key").Single().Split(' '));

        using var list = await api.Get("/v1/exercises?include=muscles");
        Assert.Equal(["exercises", "muscles"], list.Headers.GetValues("Surrogate-Key").Single().Split(' '));
    }

    [Theory]
    [InlineData("/v1/exercises?kind=strech")]
    [InlineData("/v1/exercises?muscle=trapezus")]
    [InlineData("/v1/exercises/planck")]
    public async Task A_problem_has_no_tag(string path)
    {
        using var response = await api.Get(path);
        Assert.Null(response.Headers.ETag);
    }

    [Theory]
    [InlineData("/v1/exercises")]
    [InlineData("/v1/exercises/plank")]
    public async Task Every_answer_that_the_service_can_give_is_documented(string path)
    {
        using var body = new HttpRequestMessage(HttpMethod.Get, path) { Content = new StringContent("{}") };
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await api.Client.SendAsync(body, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestUriTooLong, (await api.Get($"{path}?q={new string('a', 9_000)}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotAcceptable, (await api.Get(path, ("Accept", "text/csv"))).StatusCode);
    }
}
