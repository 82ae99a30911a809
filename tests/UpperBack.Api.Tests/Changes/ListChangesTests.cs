using System.Net;
using System.Text.Json;
using UpperBack.Api.Changes;
using UpperBack.Store;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Tests.Changes;

/// <summary>The tests of this class run one after the other on one database, each with documents of its own.</summary>
public sealed class ListChangesTests(ApiFixture api) : FollowedCatalogue(api), IClassFixture<ApiFixture>
{
    [Fact]
    public async Task What_comes_changes_and_goes_is_told_in_this_order()
    {
        var token = await Token();
        await Import(Thing("stool"));
        await Import(Thing("stool", "A low seat."));
        await Import(Gone("stool", "chair"));
        var page = await Api.GetJson($"/v1/changes?since={token}");
        Assert.Equal(["upsert equipment/stool 1", "upsert equipment/stool 2", "tombstone equipment/stool 3"], Summary(page));
        var changes = page.GetProperty("changes");
        Assert.Equal("A thing.", changes[0].GetProperty("document").GetProperty("summary").GetString());
        Assert.Equal("A low seat.", changes[1].GetProperty("document").GetProperty("summary").GetString());
        Assert.Equal("chair", changes[2].GetProperty("replacedBy").GetString());
        Assert.False(changes[2].TryGetProperty("document", out _));
        Assert.Equal(TimeSpan.Zero, changes[0].GetProperty("changedAt").GetDateTimeOffset().Offset);
        Assert.False(page.GetProperty("more").GetBoolean());
    }

    [Fact]
    public async Task A_document_in_the_feed_equals_the_response_of_its_own_path()
    {
        var token = await Token();
        await Import(Thing("strap"));
        var change = Assert.Single((await Api.GetJson($"/v1/changes?since={token}")).GetProperty("changes").EnumerateArray());
        Assert.Equal((await Api.GetJson("/v1/equipment/strap")).GetRawText(), change.GetProperty("document").GetRawText());
    }

    [Fact]
    public async Task Pages_make_up_the_whole_feed_without_a_gap()
    {
        await Import(Thing("pole"), Thing("rope"), Thing("ring"));
        var (path, pages, sequences) = ("/v1/changes?limit=50", 0, new List<long>());
        JsonElement page;
        do
        {
            page = await Api.GetJson(path);
            sequences.AddRange(page.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("sequence").GetInt64()));
            path = $"/v1/changes?limit=50&since={page.GetProperty("nextToken")}";
            pages++;
        }
        while (page.GetProperty("more").GetBoolean());
        Assert.Equal(Enumerable.Range(1, sequences.Count).Select(number => (long)number), sequences);
        Assert.True(pages > 4);
        Assert.Equal(await Token(), page.GetProperty("nextToken").GetString());
    }

    [Fact]
    public async Task Other_collections_are_left_out_and_the_token_moves_past_them()
    {
        var token = await Token();
        await Import(Thing("block"));
        Assert.Equal(["upsert equipment/block 1"], Summary(await Api.GetJson($"/v1/changes?since={token}&collection=exercises,equipment")));
        var page = await Api.GetJson($"/v1/changes?since={token}&collection=exercises");
        Assert.Empty(Summary(page));
        Assert.Equal(await Token(), page.GetProperty("nextToken").GetString());
    }

    [Fact]
    public async Task A_changed_translation_is_a_change_of_its_document()
    {
        var token = await Token();
        var translation = Seed("equipment/bench.de.json");
        translation["texts"]!["/name"] = "Sitzbank";
        await Import(("equipment/bench.de.json", translation.ToJsonString()));
        var changes = (await Api.GetJson($"/v1/changes?since={token}&locale=de")).GetProperty("changes");
        Assert.Equal("upsert equipment/bench 1", Line(Assert.Single(changes.EnumerateArray())));
        Assert.Equal("Sitzbank", changes[0].GetProperty("document").GetProperty("name").GetString());
        Assert.Equal("Bench", (await Api.GetJson($"/v1/changes?since={token}")).GetProperty("changes")[0].GetProperty("document").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_revision_that_has_been_replaced_since_comes_in_English_and_the_published_one_in_the_language()
    {
        var token = await Token();
        foreach (var kind in new[] { "anchor", "resistance" })
        {
            var mat = Seed("equipment/mat.json");
            mat["kind"] = kind;
            await Import(("equipment/mat.json", mat.ToJsonString()));
        }

        var changes = (await Api.GetJson($"/v1/changes?since={token}&locale=fr")).GetProperty("changes").EnumerateArray().ToList();
        Assert.Equal(["en", "fr"], changes.Select(change => change.GetProperty("document").GetProperty("language").GetString()));
    }

    [Fact]
    public async Task A_translation_that_another_build_renders_otherwise_is_a_change_of_its_document()
    {
        var token = await Token();
        await Api.Database.AskAsync("update upperback.mt_doc_rendering set digest = 'as before', data = jsonb_set(data, '{digest}', '\"as before\"') where id = 'equipment/wall/da'");
        await Api.Database.AskAsync("update upperback.mt_doc_service_state set data = jsonb_set(data, '{value}', '\"another\"') where id = 'build'");
        Assert.True(await DatabaseSchema.UpdateAsync(Api.Database.Database, cancellationToken: Cancelled));
        var changes = (await Api.GetJson($"/v1/changes?since={token}&locale=da")).GetProperty("changes");
        Assert.Equal("upsert equipment/wall 1", Line(Assert.Single(changes.EnumerateArray())));
        Assert.Equal((await Api.GetJson("/v1/equipment/wall?locale=da")).GetRawText(), changes[0].GetProperty("document").GetRawText());
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("x")]
    [InlineData("%20")]
    [InlineData("YWJjLi0x")] // abc.-1
    [InlineData("YWJjLjAx")] // abc.01
    [InlineData("LjE")] // .1
    public async Task A_damaged_token_is_refused(string token)
    {
        var problem = await (await Api.Get($"/v1/changes?since={token}")).Problem(HttpStatusCode.BadRequest, token == "%20" ? "empty-value" : "invalid-token");
        Assert.Equal("since", problem.Errors!.Single().Parameter);
    }

    [Theory]
    [InlineData("of another database", 0)]
    [InlineData(null, 1)] // ahead of the feed
    public async Task A_token_that_the_feed_cannot_go_on_from_leads_to_the_snapshot(string? epoch, int ahead)
    {
        var position = FeedToken.Read(await Token())!;
        var token = FeedToken.Of(new(epoch ?? position.Epoch, position.Sequence + ahead));
        var problem = await (await Api.Get($"/v1/changes?since={token}")).Problem(HttpStatusCode.Gone, "token-expired");
        Assert.Equal("/v1/catalogue", problem.Snapshot);
        await (await Api.Get($"/v1/changes/stream?since={token}")).Problem(HttpStatusCode.Gone, "token-expired");
        await (await Api.Get("/v1/changes/stream", ("Last-Event-ID", token))).Problem(HttpStatusCode.Gone, "token-expired");
    }

    [Fact]
    public async Task Every_fault_of_the_parameters_is_named()
    {
        var problem = await (await Api.Get("/v1/changes?colection=x&wait=61&limit=0&collection=exercise&locale=xx&since=AAAA")).Problem(HttpStatusCode.BadRequest, "bad-parameters");
        Assert.Equal(["colection", "collection", "limit", "locale", "since", "wait"], problem.Errors!.Select(error => error.Parameter).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_cache_keeps_an_answer() => Assert.True((await Api.Get("/v1/changes?limit=1")).Headers.CacheControl!.NoStore);
}
