using System.Net;

namespace UpperBack.Api.Tests.Infrastructure.Caching;

/// <summary>Answers that are kept: whoever asks the same is answered without the database, which the answer says in Server-Timing.</summary>
public sealed class KeptAnswerTests(FilledDatabase filled) : IClassFixture<FilledDatabase>, IAsyncLifetime
{
    private ServiceInstance service = null!;

    public static TheoryData<string> Reads =>
    [
        "/v1/exercises/plank", "/v1/exercises/plank?fields=slug", "/v1/exercises?muscle=trapezius&include=muscles", "/v1/exercises?q=shoulder",
        "/v1/search?q=neck", "/v1/routines/desk-break/schedule.ics?start=2026-12-01", "/v1/recommendations?condition=neck-pain",
    ];

    public async ValueTask InitializeAsync() => service = await ServiceInstance.StartAsync(filled.Database);

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Theory, MemberData(nameof(Reads))]
    public async Task The_same_question_is_answered_alike_and_without_the_database(string path)
    {
        using var first = await service.Get(path);
        using var second = await service.Get(path);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.True(AskedTheDatabase(first));
        Assert.False(AskedTheDatabase(second));
        Assert.Equal(await TextOf(first), await TextOf(second));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
        Assert.Null(second.Headers.Age);
    }

    [Theory]
    [InlineData("/v1/exercises?kind=stretch&limit=2", "/v1/exercises?limit=2&kind=stretch")]
    [InlineData("/v1/exercises?q=neck%20pain&limit=2", "/v1/exercises?limit=2&q=neck+pain")]
    [InlineData("/v1/exercises?fields=slug,name", "/v1/exercises?fields=slug%2Cname")]
    public async Task Equal_questions_share_an_answer_however_they_are_written(string one, string other)
    {
        using var first = await service.Get(one);
        using var second = await service.Get(other);
        Assert.True(AskedTheDatabase(first));
        Assert.False(AskedTheDatabase(second));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task Every_language_and_encoding_has_an_answer_of_its_own()
    {
        foreach (var (name, value) in ((string, string)[])[("Accept-Language", "en"), ("Accept-Language", "de"), ("Accept-Encoding", "br"), ("Accept-Encoding", "gzip")])
        {
            using var first = await service.Get("/v1/exercises/wall-push-up", null, (name, value));
            using var second = await service.Get("/v1/exercises/wall-push-up", null, (name, value));
            Assert.True(AskedTheDatabase(first), value);
            Assert.False(AskedTheDatabase(second), value);
            Assert.Equal(name is "Accept-Encoding" ? [value] : [], second.Content.Headers.ContentEncoding);
            Assert.Equal([value is "de" ? "de" : "en"], second.Content.Headers.ContentLanguage);
            Assert.Equal(await BytesOf(first), await BytesOf(second));
        }
    }

    [Theory]
    [InlineData("/v1/exercises?q=locale=neck&limit=1")]
    [InlineData("/v1/exercises?limit=1")]
    [InlineData("/v1/search?q=neck&limit=1")]
    public async Task Nobody_gets_what_was_kept_for_another_language(string path)
    {
        foreach (var language in (string[])["en", "de", "fr", "en"])
        {
            using var answer = await service.Get(path, null, ("Accept-Language", language));
            Assert.Equal([language], answer.Content.Headers.ContentLanguage);
        }

        using var asked = await service.Get($"{path}&locale=da", null, ("Accept-Language", "de"));
        Assert.Equal(["da"], asked.Content.Headers.ContentLanguage);
    }

    [Fact]
    public async Task A_key_and_an_anonymous_caller_share_the_cached_response()
    {
        using var first = await service.Get("/v1/exercises/side-plank");
        using var second = await service.Get("/v1/exercises/side-plank", await KeyAsync());
        Assert.True(AskedTheDatabase(first));
        Assert.Equal(await TextOf(first), await TextOf(second));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task A_response_that_depends_on_the_key_is_never_cached()
    {
        var key = await KeyAsync();
        using var withKey = await service.Get("/v1/exercises/plank?draft=true", key);
        using var without = await service.Get("/v1/exercises/plank?draft=true");
        Assert.NotEqual(HttpStatusCode.Unauthorized, withKey.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
    }

    [Fact]
    public async Task Errors_are_not_kept()
    {
        using var first = await service.Get("/v1/exercises/planck");
        using var second = await service.Get("/v1/exercises/planck");
        Assert.Equal(HttpStatusCode.NotFound, second.StatusCode);
        Assert.Equal(AskedTheDatabase(first), AskedTheDatabase(second));
    }

    [Fact]
    public async Task Of_many_equal_requests_at_once_one_queries_the_database()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => service.Get("/v1/exercises?facets=muscle&include=muscles,conditions")));
        Assert.Equal(1, answers.Count(AskedTheDatabase));
        var texts = await Task.WhenAll(answers.Select(TextOf));
        Assert.Single(texts.Distinct());
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Theory, MemberData(nameof(Reads))]
    public async Task HEAD_and_304_say_what_GET_says_whether_or_not_the_answer_is_kept(string path)
    {
        using var head = await service.Send(HttpMethod.Head, path);
        using var early = await service.Get(path, null, ("If-None-Match", head.Headers.ETag!.ToString()));
        using var get = await service.Get(path);
        using var later = await service.Get(path, null, ("If-None-Match", head.Headers.ETag!.ToString()));
        using var again = await service.Get(path, null, ("If-None-Match", head.Headers.ETag!.ToString()));
        using var lastHead = await service.Send(HttpMethod.Head, path);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Headers.ETag, lastHead.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Content.Headers.ContentType, lastHead.Content.Headers.ContentType);
        foreach (var known in (HttpResponseMessage[])[early, later, again])
        {
            Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
            Assert.Equal(get.Headers.ETag, known.Headers.ETag);
            Assert.Equal(get.Headers.CacheControl, known.Headers.CacheControl);
            Assert.Equal(get.Headers.Vary, known.Headers.Vary);
            Assert.Equal("", await TextOf(known));
        }
    }

    [Fact]
    public async Task With_a_cache_of_nothing_every_answer_is_made_anew()
    {
        await using var without = await ServiceInstance.StartAsync(filled.Database, ("UpperBack:Cache:Megabytes", "0"));
        using var first = await without.Get("/v1/exercises/plank");
        using var second = await without.Get("/v1/exercises/plank");
        Assert.True(AskedTheDatabase(first));
        Assert.True(AskedTheDatabase(second));
        Assert.Equal(await TextOf(first), await TextOf(second));
    }

    [Fact]
    public async Task A_small_cache_holds_what_is_asked_often_and_stays_small()
    {
        await using var small = await ServiceInstance.StartAsync(filled.Database, ("UpperBack:Cache:Megabytes", "1"));
        await small.Get("/v1/exercises/plank");
        for (var limit = 1; limit <= 100; limit++)
        {
            (await small.Get($"/v1/exercises?limit={limit}&sort=-name")).Dispose();
            (await small.Get("/v1/exercises/plank")).Dispose();
        }

        using var often = await small.Get("/v1/exercises/plank");
        Assert.False(AskedTheDatabase(often));
        var kept = 0;
        for (var limit = 1; limit <= 100; limit++)
        {
            using var answer = await small.Get($"/v1/exercises?limit={limit}&sort=-name", null, ("If-None-Match", "\"other\""));
            kept += AskedTheDatabase(answer) ? 0 : 1;
        }

        // Each takes a hundred kilobytes.
        Assert.InRange(kept, 0, 30);
    }

    private async Task<string> KeyAsync()
    {
        await using var connections = filled.Database.Open();
        await using var session = UpperBack.Store.Writing.WriteSession.Begin(connections, new("test"));
        var created = await UpperBack.Store.Keys.ApiKeys.CreateAsync(session, $"key {Guid.NewGuid():N}", ["content:read-drafts"], null, perMinute: 1000, TestContext.Current.CancellationToken);
        await session.CommitAsync(TestContext.Current.CancellationToken);
        return created!.Value.Text;
    }

    private static bool AskedTheDatabase(HttpResponseMessage answer) => answer.Headers.TryGetValues("Server-Timing", out var values) && values.Any(value => value.StartsWith("db;dur=", StringComparison.Ordinal));

    private static Task<string> TextOf(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static Task<byte[]> BytesOf(HttpResponseMessage answer) => answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
}
