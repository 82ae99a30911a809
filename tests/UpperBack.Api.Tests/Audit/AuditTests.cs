using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Tests.Audit;

public sealed class AuditTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Creating_and_revoking_a_key_is_audited_with_the_actor()
    {
        var admin = await api.KeyAsync("admin");
        var me = await Json(admin, "/v1/keys/current");
        var made = await (await api.SendWithKey(admin, HttpMethod.Post, "/v1/keys", """{"name":"audited","scopes":["content:write"],"perMinute":7}""")).Content.ReadFromJsonAsync<JsonElement>();
        await api.SendWithKey(admin, HttpMethod.Post, "/v1/keys", """{"name":"audited","scopes":["content:write"]}""");
        await api.SendWithKey(admin, HttpMethod.Delete, $"/v1/keys/{made.GetProperty("id").GetString()}");
        await api.SendWithKey(admin, HttpMethod.Delete, $"/v1/keys/{made.GetProperty("id").GetString()}");

        var records = await Records(admin, "target=keys/audited");
        // What was refused or changed nothing is not there.
        Assert.Equal(["key.revoked", "key.created"], records.Select(record => record.GetProperty("action").GetString()));
        Assert.All(records, record => Assert.Equal(
            (me.GetProperty("name").GetString(), me.GetProperty("id").GetString()), (record.GetProperty("actor").GetString(), record.GetProperty("keyId").GetString())));
        Assert.Equal($$"""{"prefix":"{{made.GetProperty("prefix").GetString()}}","scopes":["content:write"],"perMinute":7}""", records[1].GetProperty("detail").GetRawText());
        Assert.InRange(records[1].GetProperty("at").GetDateTime(), DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow.AddMinutes(1));
    }

    [Fact]
    public async Task An_import_is_audited_with_its_counts()
    {
        var admin = await api.KeyAsync("admin");
        var seed = Assert.Single(await Records(admin, $"action=catalogue.imported&actor={SeedContent.Author}"));
        Assert.False(seed.TryGetProperty("keyId", out _));
        Assert.InRange(seed.GetProperty("detail").GetProperty("created").GetInt32(), 200, 10_000);

        using var folder = new TemporaryFolder();
        folder.Write("equipment/kettlebell.json", """{"slug":"kettlebell","name":"Kettlebell","summary":"A ball with a handle.","kind":"resistance"}""");
        Assert.Empty((await api.Database.ImportAsync(folder.Path)).Faults);
        folder.Write("equipment/faulty.json", "{}");
        Assert.NotEmpty((await api.Database.ImportAsync(folder.Path)).Faults);
        var import = Assert.Single(await Records(admin, "action=catalogue.imported&actor=import"));
        Assert.Equal("""{"created":1,"updated":0,"retired":0,"unchanged":0,"kept":0}""", import.GetProperty("detail").GetRawText());
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition_while_more_is_done()
    {
        var admin = await api.KeyAsync("admin");
        for (var count = 0; count < 7; count++)
            await Note("page.tested", $"pages/{count}");
        var (found, path) = (new List<string?>(), "/v1/audit?action=page.tested&limit=3");
        while (path is not null)
        {
            var page = await Json(admin, path);
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("target").GetString()));
            Assert.Equal(page.TryGetProperty("nextCursor", out _), page.GetProperty("links").TryGetProperty("next", out var next));
            path = next.ValueKind is JsonValueKind.String ? next.GetString() : null;
            await Note("page.tested", "pages/later");
        }

        Assert.Equal(["pages/6", "pages/5", "pages/4", "pages/3", "pages/2", "pages/1", "pages/0"], found);
    }

    [Fact]
    public async Task Records_are_filtered_by_actor_action_target_and_time()
    {
        var admin = await api.KeyAsync("admin");
        await Note("filter.one", "a", "Anna");
        await Note("filter.two", "a", "Bert");
        await Note("filter.two", "b", "Anna");
        var all = await Records(admin, "action=filter.one,filter.two");
        Assert.Equal(3, all.Count);
        Assert.Equal(2, (await Records(admin, "action=filter.one,filter.two&actor=Anna")).Count);
        Assert.Equal(2, (await Records(admin, "action=filter.one,filter.two&target=a")).Count);
        Assert.Single(await Records(admin, "action=filter.two&actor=Anna&target=b"));
        Assert.Empty(await Records(admin, "action=filter.three"));

        var middle = all[1].GetProperty("at").GetString()!;
        Assert.Equal(2, (await Records(admin, $"action=filter.one,filter.two&since={middle}")).Count);
        Assert.Single(await Records(admin, $"action=filter.one,filter.two&until={middle}"));
        Assert.Empty(await Records(admin, $"action=filter.one,filter.two&since={middle}&until={middle}"));
    }

    [Theory]
    [InlineData("since=yesterday", "invalid-value")]
    [InlineData("until=2026-11-20", "invalid-value")]
    [InlineData("since=2026-11-20T10:00:00", "invalid-value")] // of which zone?
    [InlineData("limit=101", "invalid-value")]
    [InlineData("cursor=abc", "invalid-cursor")]
    [InlineData("actr=root", "unknown-parameter")]
    [InlineData("actor=", "empty-value")]
    public async Task A_parameter_that_does_not_fit_is_refused(string query, string code) =>
        await (await api.GetWithKey(await api.KeyAsync("admin"), $"/v1/audit?{query}")).Problem(HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task A_cursor_of_another_question_is_refused()
    {
        var admin = await api.KeyAsync("admin");
        await Note("cursor.tested", "a");
        await Note("cursor.tested", "b");
        var cursor = (await Json(admin, "/v1/audit?action=cursor.tested&limit=1")).GetProperty("nextCursor").GetString();
        await (await api.GetWithKey(admin, $"/v1/audit?limit=1&cursor={cursor}")).Problem(HttpStatusCode.BadRequest, "invalid-cursor");
    }

    private async Task Note(string action, string target, string actor = "tester")
    {
        await using var session = WriteSession.Begin(api.Database.Database, new(actor));
        session.Audit(action, target);
        await session.CommitAsync();
    }

    private async Task<IReadOnlyList<JsonElement>> Records(string key, string query) =>
        [.. (await Json(key, $"/v1/audit?{query}")).GetProperty("items").EnumerateArray()];

    private async Task<JsonElement> Json(string key, string path)
    {
        var response = await api.GetWithKey(key, path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
