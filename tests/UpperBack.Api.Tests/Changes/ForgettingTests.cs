using System.Net;
using UpperBack.Store.Changes;

namespace UpperBack.Api.Tests.Changes;

public sealed class ForgettingTests(ApiFixture api) : FollowedCatalogue(api), IClassFixture<ApiFixture>
{
    private ChangeRetention Forgetting => new(Api.Database.Database);

    [Fact]
    public async Task A_token_older_than_the_retention_leads_to_the_snapshot_and_a_newer_one_goes_on()
    {
        await Import(Thing("first"));
        var before = await Token();
        await Import(Thing("second"));
        var after = await Token();
        await Import(Thing("third"));
        await Api.Database.AskAsync("update upperback.mt_doc_change set data = jsonb_set(data, '{changedAt}', to_jsonb(now() - interval '100 days')) where data->>'slug' <> 'third'");

        var kept = (long)(await Api.Database.AskAsync("select count(*) from upperback.mt_doc_change"))! - 1;
        Assert.Equal(kept, await Forgetting.DeleteAsync(DateTimeOffset.UtcNow.AddDays(-90), Cancelled));
        Assert.Equal(0, await Forgetting.DeleteAsync(DateTimeOffset.UtcNow.AddDays(-90), Cancelled));

        Assert.Equal("/v1/catalogue", (await (await Api.Get($"/v1/changes?since={before}")).Problem(HttpStatusCode.Gone, "token-expired")).Snapshot);
        await (await Api.Get("/v1/changes")).Problem(HttpStatusCode.Gone, "token-expired");
        Assert.Equal(["upsert equipment/third 1"], Summary(await Api.GetJson($"/v1/changes?since={after}")));
        Assert.Empty(Summary(await Api.GetJson($"/v1/changes?since={await Token()}")));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_leaves_no_gap()
    {
        await Import(Thing("early"));
        var token = await Token();
        await Import(Thing("kept"));
        await Import(Thing("dated-back"));
        await Api.Database.AskAsync("update upperback.mt_doc_change set data = jsonb_set(data, '{changedAt}', to_jsonb(now() - interval '100 days')) where data->>'slug' = 'dated-back'");
        await Forgetting.DeleteAsync(DateTimeOffset.UtcNow.AddDays(-90), Cancelled);
        Assert.Equal(["upsert equipment/kept 1", "upsert equipment/dated-back 1"], Summary(await Api.GetJson($"/v1/changes?since={token}")));
    }

    [Fact]
    public async Task One_instance_applies_the_retention_at_a_time()
    {
        await Import(Thing("waiting"));
        await using var other = await Api.Database.Database.DataSource.OpenConnectionAsync(Cancelled);
        await using var transaction = await other.BeginTransactionAsync(Cancelled);
        await using var turn = new Npgsql.NpgsqlCommand($"select pg_advisory_xact_lock({0x55504246})", other);
        await turn.ExecuteNonQueryAsync(Cancelled);
        Assert.Equal(0, await Forgetting.DeleteAsync(DateTimeOffset.UtcNow.AddDays(1), Cancelled));
    }
}
