using System.Diagnostics;
using System.Net;

namespace UpperBack.Api.Tests.Changes;

/// <summary>Long polls and streams. The tests of this class run one after the other on one database.</summary>
public sealed class WaitingTests(ApiFixture api) : FollowedCatalogue(api), IClassFixture<ApiFixture>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_long_poll_answers_when_something_changes()
    {
        var token = await Token();
        var waiting = Enumerable.Range(0, 20).Select(_ => Api.GetJson($"/v1/changes?since={token}&wait=60&collection=equipment")).ToList();
        await Task.Delay(300, Cancelled);
        Assert.DoesNotContain(waiting, poll => poll.IsCompleted);
        await Import(Thing("step"));
        Assert.All(await Task.WhenAll(waiting).WaitAsync(Soon, Cancelled), page => Assert.Equal(["upsert equipment/step 1"], Summary(page)));
    }

    [Fact]
    public async Task A_long_poll_without_a_change_answers_after_its_wait()
    {
        var token = await Token();
        var watch = Stopwatch.StartNew();
        var poll = Api.GetJson($"/v1/changes?since={token}&wait=2&collection=exercises");
        await Import(Thing("ramp"));
        var page = await poll;
        Assert.Empty(Summary(page));
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1.9), Soon);
        // Whatever came meanwhile in other collections is behind the token.
        Assert.Empty(Summary(await Api.GetJson($"/v1/changes?since={page.GetProperty("nextToken")}&collection=exercises")));
    }

    [Fact]
    public async Task What_is_there_is_told_without_waiting()
    {
        var token = await Token();
        await Import(Thing("bar"));
        Assert.Equal(["upsert equipment/bar 1"], Summary(await Api.GetJson($"/v1/changes?since={token}&wait=60").WaitAsync(Soon, Cancelled)));
    }

    [Fact]
    public async Task A_stream_tells_what_comes_from_now_on_and_begins_with_where_it_stands()
    {
        var token = await Token();
        await using var events = Events("/v1/changes/stream").GetAsyncEnumerator(Cancelled);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal(("keep-alive", token), (events.Current.EventType, events.Current.EventId));

        await Import(Thing("ladder"));
        await Import(Gone("ladder", "wall"));
        Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(Soon, Cancelled));
        Assert.Equal("upsert", events.Current.EventType);
        var told = (await Api.GetJson($"/v1/changes?since={token}")).GetProperty("changes");
        Assert.Equal(told[0].GetRawText(), events.Current.Data);
        var first = events.Current.EventId!;
        Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(Soon, Cancelled));
        Assert.Equal(("tombstone", told[1].GetRawText()), (events.Current.EventType, events.Current.Data));

        // Who lost the connection after the first goes on with the second, whatever the address says.
        await using var again = Events($"/v1/changes/stream?since={token}", first).Where(item => item.EventType != "keep-alive").GetAsyncEnumerator(Cancelled);
        Assert.True(await again.MoveNextAsync().AsTask().WaitAsync(Soon, Cancelled));
        Assert.Equal(told[1].GetRawText(), again.Current.Data);
    }

    [Fact]
    public async Task A_stream_from_a_token_catches_up_and_keeps_to_its_collections_and_language()
    {
        await using var events = Events("/v1/changes/stream?since=" + Beginning(await Token()) + "&collection=techniques&locale=es")
            .Where(item => item.EventType == "upsert").GetAsyncEnumerator(Cancelled);
        var served = (await Api.GetJson("/v1/techniques?limit=100&locale=es")).GetProperty("items").EnumerateArray()
            .OrderBy(item => item.GetProperty("slug").GetString(), StringComparer.Ordinal).ToList();
        foreach (var technique in served)
        {
            Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(Soon, Cancelled));
            Assert.EndsWith($"\"document\":{technique.GetRawText()}}}", events.Current.Data, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_on_the_way_holds_a_stream_back()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/changes/stream");
        request.Headers.Add("Accept-Encoding", "br, gzip");
        using var response = await Streaming.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        Assert.DoesNotContain("br", response.Content.Headers.ContentEncoding);
        Assert.Equal("no", response.Headers.GetValues("X-Accel-Buffering").Single());
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task HEAD_of_a_stream_ends_at_once()
    {
        using var response = await Api.Send(HttpMethod.Head, "/v1/changes/stream").WaitAsync(Soon, Cancelled);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_damaged_id_is_refused() =>
        Assert.Equal("Last-Event-ID", (await (await Api.Get("/v1/changes/stream", ("Last-Event-ID", "AAAA"))).Problem(HttpStatusCode.BadRequest, "invalid-token")).Errors!.Single().Parameter);

    private static string Beginning(string token) => UpperBack.Api.Changes.FeedToken.Of(UpperBack.Api.Changes.FeedToken.Read(token)! with { Sequence = 0 });
}
