using System.Net;
using System.Text.Json;

namespace UpperBack.Api.Tests.Revisions;

public sealed class ListRevisionsTests(ApiFixture api) : HistoryTest(api)
{
    [Fact]
    public async Task A_history_lists_the_newest_revision_first()
    {
        await PublishEach("kept-mat", "A mat.", "A soft mat.", "A soft, wide mat.");
        var page = await Json("/v1/equipment/kept-mat/revisions");
        var items = page.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["3 published", "2 superseded", "1 superseded"], items.Select(Told));
        Assert.Equal(3, page.GetProperty("total").GetInt64());
        Assert.False(page.TryGetProperty("nextCursor", out _));
        var times = items.ConvertAll(item => item.GetProperty("publishedAt").GetDateTimeOffset());
        Assert.Equal(times.OrderDescending(), times);
        Assert.All(items, item => Assert.EndsWith("Z", item.GetProperty("createdAt").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Authors_are_shown_only_to_keys_that_read_drafts()
    {
        await Publish("equipment", Equipment("named-mat", "A mat."), author: "Anna");
        await Publish("equipment", Equipment("named-mat", "A soft mat."), author: "Ben");
        var editor = await Editor();

        Assert.Equal(["Ben", "Anna"], (await Revisions("/v1/equipment/named-mat", editor)).Select(item => item.GetProperty("author").GetString()));
        Assert.Equal(["Ben", "Anna"], (await Revisions("/v1/equipment/named-mat", editor)).Select(item => item.GetProperty("publishedBy").GetString()));
        foreach (var reader in new (string, string)[][] { [], [await Editor("content:write", "content:publish")] })
            Assert.All(await Revisions("/v1/equipment/named-mat", reader), item => Assert.DoesNotContain("Anna", item.GetRawText().Replace("Ben", "Anna", StringComparison.Ordinal)));
        Assert.Equal("Ben", (await Json("/v1/equipment/named-mat/revisions/2", await Editor("admin"))).GetProperty("author").GetString());
    }

    [Fact]
    public async Task A_draft_is_told_to_keys_that_read_drafts_alone_and_kept_by_no_cache()
    {
        await PublishEach("drafted-mat", "A mat.");
        using var before = await Api.Get("/v1/equipment/drafted-mat/revisions");
        await Draft("equipment", Equipment("drafted-mat", "A mat that rolls."), author: "Anna", comment: "Not sure yet.");

        using var known = await Api.Get("/v1/equipment/drafted-mat/revisions", ("If-None-Match", before.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal(["1 published"], (await Revisions("/v1/equipment/drafted-mat")).Select(Told));
        using var seen = await Api.Get("/v1/equipment/drafted-mat/revisions", await Editor());
        Assert.Equal("no-store", seen.Headers.CacheControl!.ToString());
        Assert.Contains("Authorization", seen.Headers.Vary);
        Assert.Contains("Authorization", before.Headers.Vary);
        var page = JsonSerializer.Deserialize<JsonElement>(await seen.Content.ReadAsStringAsync());
        Assert.Equal(2, page.GetProperty("total").GetInt64());
        var draft = page.GetProperty("items")[0];
        Assert.Equal(("2 draft", "Anna", "Not sure yet."), (Told(draft), draft.GetProperty("author").GetString(), draft.GetProperty("comment").GetString()));
        Assert.False(draft.TryGetProperty("publishedAt", out _));
    }

    [Fact]
    public async Task A_draft_that_another_one_replaced_is_superseded_without_having_been_published()
    {
        await PublishEach("redrafted-mat", "A mat.");
        await Draft("equipment", Equipment("redrafted-mat", "A mat that rolls."));
        await Draft("equipment", Equipment("redrafted-mat", "A mat that folds."));
        var items = await Revisions("/v1/equipment/redrafted-mat", await Editor());
        Assert.Equal(["3 draft", "2 superseded", "1 published"], items.Select(Told));
        Assert.False(items[1].TryGetProperty("publishedAt", out _));
    }

    [Fact]
    public async Task A_retired_document_keeps_its_history_with_the_reason()
    {
        await PublishEach("gone-mat", "A mat.");
        await Retire("equipment", "gone-mat", "mat", "Described twice.");
        var items = await Revisions("/v1/equipment/gone-mat");
        Assert.Equal(["2 retired", "1 superseded"], items.Select(Told));
        Assert.Equal(("mat", "Described twice."), (items[0].GetProperty("replacedBy").GetString(), items[0].GetProperty("comment").GetString()));
    }

    [Fact]
    public async Task A_long_history_comes_in_pages()
    {
        await PublishEach("busy-mat", [.. Enumerable.Range(1, 7).Select(number => $"Summary {number}.")]);
        var (numbers, pages) = (new List<int>(), 0);
        for (var next = "/v1/equipment/busy-mat/revisions?limit=3"; next is not null; pages++)
        {
            var page = await Json(next);
            numbers.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("revision").GetInt32()));
            Assert.Equal(7, page.GetProperty("total").GetInt64());
            next = page.GetProperty("links").TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        Assert.Equal([7, 6, 5, 4, 3, 2, 1], numbers);
        Assert.Equal(3, pages);
    }

    [Fact]
    public async Task A_cursor_fits_the_history_that_it_came_from_alone()
    {
        await PublishEach("paged-mat", "A mat.", "A soft mat.");
        await PublishEach("other-mat", "A mat.", "A soft mat.");
        var cursor = (await Json("/v1/equipment/paged-mat/revisions?limit=1")).GetProperty("nextCursor").GetString();
        await (await Api.Get($"/v1/equipment/other-mat/revisions?cursor={cursor}")).Problem(HttpStatusCode.BadRequest, "invalid-cursor");
        await (await Api.Get("/v1/equipment/other-mat/revisions?cursor=AAAA")).Problem(HttpStatusCode.BadRequest, "invalid-cursor");
    }

    [Fact]
    public async Task A_new_revision_gives_the_history_a_new_tag()
    {
        await PublishEach("tagged-mat", "A mat.");
        using var first = await Api.Get("/v1/equipment/tagged-mat/revisions");
        var tag = ("If-None-Match", first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, (await Api.Get("/v1/equipment/tagged-mat/revisions", tag)).StatusCode);
        await PublishEach("tagged-mat", "A soft mat.");
        Assert.Equal(HttpStatusCode.OK, (await Api.Get("/v1/equipment/tagged-mat/revisions", tag)).StatusCode);
    }

    [Theory]
    [InlineData("/v1/conditions/slipped-disc/revisions?limit=1", "/v1/conditions/disc-herniation/revisions?limit=1")]
    [InlineData("/v1/conditions/slipped-disc/revisions/1", "/v1/conditions/disc-herniation/revisions/1")]
    [InlineData("/v1/conditions/slipped-disc/revisions/1/compare/2", "/v1/conditions/disc-herniation/revisions/1/compare/2")]
    [InlineData("/v1/conditions/slipped-disc/revisions/a%3Fb%20c", "/v1/conditions/disc-herniation/revisions/a%3Fb%20c")]
    public async Task What_people_call_a_document_leads_to_its_history(string path, string location)
    {
        using var response = await Api.Get(path);
        Assert.Equal(HttpStatusCode.PermanentRedirect, response.StatusCode);
        Assert.Equal(location, response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/v1/exercises/planck/revisions", "plank")]
    [InlineData("/v1/exercises/planck/revisions/1", "plank")]
    [InlineData("/v1/exercises/planck/revisions/1/compare/2", "plank")]
    public async Task An_unknown_slug_has_no_history(string path, string nearest) =>
        Assert.Equal(nearest, (await (await Api.Get(path)).Problem(HttpStatusCode.NotFound, "unknown-document")).Suggestions![0]);

    [Theory]
    [InlineData("/v1/exercises/plank/revisions?limt=5", "unknown-parameter", "limit")]
    [InlineData("/v1/exercises/plank/revisions?limit=0", "invalid-value", null)]
    [InlineData("/v1/exercises/plank/revisions?locale=de", "unknown-parameter", null)]
    [InlineData("/v1/exercises/plank/revisions/1?fields=name", "unknown-parameter", null)]
    [InlineData("/v1/exercises/plank/revisions/1/compare/1?locale=de", "unknown-parameter", null)]
    public async Task A_parameter_that_a_history_does_not_have_is_refused(string path, string code, string? suggestion) =>
        Assert.Equal(suggestion, (await (await Api.Get(path)).Problem(HttpStatusCode.BadRequest, code)).Errors!.Single().Suggestion);

    private static string Told(JsonElement revision) => $"{revision.GetProperty("revision").GetInt32()} {revision.GetProperty("state").GetString()}";
}
