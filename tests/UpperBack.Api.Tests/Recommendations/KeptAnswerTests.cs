using System.Net;

namespace UpperBack.Api.Tests.Recommendations;

/// <summary>Which answers may be kept, by whom, and in which language.</summary>
public sealed class KeptAnswerTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Question = """{"conditions":["neck-pain"]}""";

    public static TheoryData<string> Reads => [Answers.For("neck-pain"), Answers.For("intercostal-pain"), Answers.Why("neck-pain", "plank")];

    [Theory, MemberData(nameof(Reads))]
    public async Task A_matching_ETag_answers_304(string path)
    {
        using var first = await api.Get(path);
        var tag = first.Headers.ETag!.ToString();
        Assert.Contains("public", first.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        foreach (var known in new[] { tag, $"\"other\", {tag}", "*" })
        {
            using var again = await api.Get(path, ("If-None-Match", known));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(tag, again.Headers.ETag!.ToString());
        }

        using var other = await api.Get(path, ("If-None-Match", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory, MemberData(nameof(Reads))]
    public async Task HEAD_answers_the_headers_of_GET(string path)
    {
        using var get = await api.Get(path);
        using var head = await api.Send(HttpMethod.Head, path);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Content.Headers.ContentLanguage, head.Content.Headers.ContentLanguage);
    }

    [Fact]
    public async Task Another_question_has_another_tag()
    {
        var tags = new List<string>();
        foreach (var path in (string[])[.. Reads, $"{Answers.For("neck-pain")}&limit=1", $"{Answers.For("neck-pain")}&minutes=1", Answers.Why("neck-pain", "push-up")])
            tags.Add((await api.Get(path)).Headers.ETag!.ToString());
        Assert.Distinct(tags);
    }

    [Theory, MemberData(nameof(Reads))]
    public async Task Every_language_has_a_tag_of_its_own_and_caches_keep_them_apart(string path)
    {
        var tags = new List<string>();
        foreach (var language in Answers.Languages)
        {
            using var response = await api.Get(path, ("Accept-Language", $"{language}-CH, pt;q=0.9"));
            Assert.Equal([language], response.Content.Headers.ContentLanguage);
            Assert.Contains("Accept-Language", response.Headers.Vary);
            Assert.Contains($"\"language\":\"{language}\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            using var other = await api.Get(path, ("Accept-Language", language is "de" ? "fr" : "de"), ("If-None-Match", response.Headers.ETag!.ToString()));
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
            tags.Add(response.Headers.ETag!.ToString());
        }

        Assert.Distinct(tags);
    }

    [Theory, MemberData(nameof(Reads))]
    public async Task A_locale_wins_over_the_header_and_may_have_a_region(string path)
    {
        using var response = await api.Get($"{path}&locale=de-AT", ("Accept-Language", "fr"));
        Assert.Equal(["de"], response.Content.Headers.ContentLanguage);
    }

    [Theory]
    [InlineData("""{"conditions":["neck-pain"]}""", "fr-CH, de;q=0.9", "fr")]
    [InlineData("""{"conditions":["neck-pain"]}""", "pt", "en")]
    [InlineData("""{"conditions":["neck-pain"],"locale":"da"}""", "fr", "da")]
    [InlineData("""{"conditions":["neck-pain"],"locale":"de-AT"}""", "fr", "de")]
    public async Task A_question_in_a_body_is_answered_in_the_language_it_asks_for(string body, string header, string language)
    {
        using var response = await api.Post(Answers.Path, body, ("Accept-Language", header));
        Assert.Equal([language], response.Content.Headers.ContentLanguage);
        Assert.Contains($"\"language\":\"{language}\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Question)]
    [InlineData("""{"conditions":["neck-pain"],"redFlags":["cord-signs"]}""")]
    [InlineData("{}")]
    [InlineData("{")]
    public async Task No_answer_to_POST_is_kept(string body)
    {
        using var response = await api.Post(Answers.Path, body, ("If-None-Match", "*"));
        Assert.NotEqual(HttpStatusCode.NotModified, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Null(response.Headers.ETag);
    }

    [Theory]
    [InlineData("cord-signs")]
    [InlineData("between-shoulders")]
    public async Task No_answer_to_a_GET_with_a_warning_sign_is_kept(string redFlag)
    {
        var path = $"{Answers.For("neck-pain")}&redFlag={redFlag}";
        foreach (var headers in (List<(string, string)[]>)[[], [("If-None-Match", "*")], [("If-None-Match", (await api.Get(Answers.For("neck-pain"))).Headers.ETag!.ToString())]])
        {
            using var response = await api.Get(path, headers);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.True(response.Headers.CacheControl!.NoStore);
            Assert.Null(response.Headers.ETag);
        }
    }
}
