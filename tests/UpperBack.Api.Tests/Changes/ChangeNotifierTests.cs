using Microsoft.Extensions.Logging.Abstractions;
using UpperBack.Content.Collections;
using UpperBack.Store.Changes;

namespace UpperBack.Api.Tests.Changes;

/// <summary>How a commit is passed on to other instances. The service of the fixture is one instance; the imports of the tests are another.</summary>
public sealed class ChangeNotifierTests(ApiFixture api) : FollowedCatalogue(api), IClassFixture<ApiFixture>
{
    private const string Listening = "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and (query = 'listen upperback_changes' or query like 'select data -> ''lastChange''%')";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_waiting_request_receives_a_change_although_the_connection_was_lost()
    {
        var token = await Token();
        var poll = Api.GetJson($"/v1/changes?since={token}&wait=60");
        await using var events = Events("/v1/changes/stream").Where(item => item.EventType != "keep-alive").GetAsyncEnumerator(Cancelled);
        var next = events.MoveNextAsync().AsTask();
        await Task.Delay(500, Cancelled);
        Assert.NotEqual(0L, await Api.Database.AskAsync(Listening));
        await Import(Thing("heard"));
        Assert.Equal(["upsert equipment/heard 1"], Summary(await poll.WaitAsync(Soon, Cancelled)));
        Assert.True(await next.WaitAsync(Soon, Cancelled));
        // Once more, so that it is not only the reconnection that is noticed.
        await Import(Thing("heard-again"));
        Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(Soon, Cancelled));
        Assert.Contains("\"slug\":\"heard-again\"", events.Current.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_without_a_notification_is_found_by_polling()
    {
        var token = await Token();
        var poll = Api.GetJson($"/v1/changes?since={token}&wait=60");
        await Task.Delay(300, Cancelled);
        await Api.Database.AskAsync("""
            with place as (
                update upperback.mt_doc_catalogue_state set data = jsonb_set(data, '{lastChange}', to_jsonb((data->>'lastChange')::bigint + 1)) returning (data->>'lastChange')::bigint as last)
            insert into upperback.mt_doc_change (id, data)
            select last, jsonb_build_object('id', last, 'collection', 'equipment', 'slug', 'bench', 'revision', 1, 'isTombstone', false, 'changedAt', now()) from place
            """);
        Assert.Equal(["upsert equipment/bench 1"], Summary(await poll.WaitAsync(Soon, Cancelled)));
    }

    [Fact]
    public async Task A_subscription_names_the_collections_that_have_changed()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var notifier = new ChangeNotifier(Api.Database.Database, NullLogger<ChangeNotifier>.Instance);
        var (all, some) = (notifier.Subscribe(), notifier.Subscribe(["equipment", "muscles"]));
        var receiving = notifier.RunAsync(end.Token);
        // When it connects, anything may have happened before.
        Assert.Equal(CollectionRegistry.All.Select(collection => collection.Name).Order(StringComparer.Ordinal), (await all.WaitAsync(Soon, Cancelled)).Order(StringComparer.Ordinal));
        Assert.Equal(["equipment", "muscles"], (await some.WaitAsync(Soon, Cancelled)).Order(StringComparer.Ordinal));

        await Import(Thing("listened-to"));
        Assert.Equal(["equipment"], await all.WaitAsync(Soon, Cancelled));
        Assert.Equal(["equipment"], await some.WaitAsync(Soon, Cancelled));
        var others = notifier.Subscribe(["conditions"]);
        await Import(Thing("listened-to", "Another thing."));
        Assert.Empty(await others.WaitAsync(TimeSpan.FromSeconds(1), Cancelled));
        await end.CancelAsync();
        await receiving.WaitAsync(Soon, Cancelled);
    }
}
