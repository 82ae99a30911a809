
namespace UpperBack.Api.Tests.Infrastructure.Caching;

public sealed class AnswerStoreTests
{
    private const int Limit = 1024 * 1024;

    private readonly ResponseCacheStore store = new(Limit);

    [Fact]
    public async Task It_never_holds_more_than_its_limit()
    {
        for (var number = 0; number < 1000; number++)
        {
            await KeepAsync($"question {number}");
            Assert.InRange(store.Bytes, 0, Limit);
        }

        Assert.InRange(store.Bytes, Limit / 2, Limit);
    }

    [Fact]
    public async Task What_is_asked_again_outlives_what_is_not()
    {
        await KeepAsync("often");
        for (var number = 0; number < 1000; number++)
        {
            Assert.NotNull(await FindAsync("often"));
            await KeepAsync($"once {number}");
        }

        Assert.Null(await FindAsync("once 0"));
    }

    [Fact]
    public async Task Beyond_an_eighth_only_what_has_been_asked_before_is_worth_keeping()
    {
        Assert.True(store.IsWorthStoring("new"));
        for (var number = 0; store.Bytes < Limit / 8; number++)
            await KeepAsync($"question {number}");
        Assert.False(store.IsWorthStoring("newer"));
        Assert.True(store.IsWorthStoring("newer"));
        Assert.False(store.IsWorthStoring("newest"));
    }

    [Fact]
    public async Task Evicting_a_tag_removes_its_responses_and_no_others()
    {
        await KeepAsync("of exercises", "exercises");
        await KeepAsync("of both", "exercises", "muscles");
        await KeepAsync("of muscles", "muscles");
        await store.EvictByTagAsync("exercises", TestContext.Current.CancellationToken);
        Assert.Null(await FindAsync("of exercises"));
        Assert.Null(await FindAsync("of both"));
        Assert.NotNull(await FindAsync("of muscles"));
        await store.EvictByTagAsync("muscles", TestContext.Current.CancellationToken);
        Assert.Equal(0, store.Bytes);
    }

    [Fact]
    public async Task The_304_of_a_response_is_cached_with_and_without_its_body()
    {
        var known = new NotModified("tag", "public", "Accept-Language");
        store.Learn("question", known, store.Generation);
        Assert.Same(known, store.Find("question")!.NotModified);
        Assert.Null(await FindAsync("question"));
        await KeepAsync("question", "exercises");
        Assert.Same(known, store.Find("question")!.NotModified);
        Assert.NotNull(await FindAsync("question"));
        store.Evict(["exercises"]);
        Assert.Null(store.Find("question"));
    }

    [Fact]
    public async Task A_response_begun_before_an_eviction_is_not_cached_and_later_requests_do_not_wait_for_it()
    {
        var (before, begun) = (store.PrefixOf("question"), store.Generation);
        store.Evict(["exercises"]);
        await store.SetAsync($"{before}rest", new byte[100], ["muscles"], TimeSpan.MaxValue, TestContext.Current.CancellationToken);
        store.Learn("question", new("tag", "public", "Accept-Language"), begun);
        Assert.Null(store.Find("question"));
        Assert.NotEqual(before, store.PrefixOf("question"));
    }

    [Fact]
    public async Task A_store_of_nothing_keeps_nothing()
    {
        var nothing = new ResponseCacheStore(0);
        Assert.False(nothing.IsWorthStoring("question"));
        Assert.False(nothing.IsWorthStoring("question"));
        await nothing.SetAsync($"{nothing.PrefixOf("question")}rest", new byte[100], [], TimeSpan.MaxValue, TestContext.Current.CancellationToken);
        Assert.Equal(0, nothing.Bytes);
    }

    private async Task KeepAsync(string question, params string[] tags) =>
        await store.SetAsync($"{store.PrefixOf(question)}the framework's rest", new byte[10_000], tags, TimeSpan.MaxValue, TestContext.Current.CancellationToken);

    private async Task<byte[]?> FindAsync(string question) => await store.GetAsync($"{store.PrefixOf(question)}the framework's rest", TestContext.Current.CancellationToken);
}
