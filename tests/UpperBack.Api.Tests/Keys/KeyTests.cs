using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace UpperBack.Api.Tests.Keys;

public sealed class KeyTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string NoId = "0199a000-0000-7000-8000-000000000000";

    [Fact]
    public async Task A_key_is_shown_once_when_it_is_created()
    {
        var admin = await api.KeyAsync("admin");
        var response = await Create(admin, """{"name":"clinic website","scopes":["content:write","content:read-drafts","content:write"],"expiresAt":"2096-02-18T10:00:00+02:00","perMinute":12000}""");
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var made = await Json(response);
        var key = made.GetProperty("key").GetString()!;
        Assert.StartsWith(made.GetProperty("prefix").GetString()!, key, StringComparison.Ordinal);

        var read = await api.GetWithKey(admin, response.Headers.Location!.ToString());
        var shown = await Json(read);
        Assert.Equal(
            """{"name":"clinic website","scopes":["content:read-drafts","content:write"],"state":"active","perMinute":12000,"expiresAt":"2096-02-18T08:00:00Z"}""",
            JsonSerializer.Serialize(shown.EnumerateObject().Where(member => member.Name is "name" or "scopes" or "state" or "perMinute" or "expiresAt").ToDictionary(member => member.Name, member => member.Value)));
        Assert.False(shown.TryGetProperty("key", out _));
        Assert.False(shown.TryGetProperty("lastUsedAt", out _));
        var all = await (await api.GetWithKey(admin, "/v1/keys")).Content.ReadAsStringAsync();
        Assert.Contains("clinic website", all, StringComparison.Ordinal);
        Assert.DoesNotContain(key, all, StringComparison.Ordinal);
        // In the database neither, under whatever name.
        Assert.Equal(0L, await api.Database.AskAsync($"select (select count(*) from upperback.mt_doc_api_key k where k::text like '%{key[12..]}%') + (select count(*) from upperback.mt_doc_audit_entry a where a::text like '%{key[12..]}%')"));
    }

    [Fact]
    public async Task A_key_can_read_its_own_description_and_last_use()
    {
        var key = await api.KeyAsync("content:write");
        var current = await Json(await api.GetWithKey(key, "/v1/keys/current"));
        Assert.Equal(key[..11], current.GetProperty("prefix").GetString());
        Assert.Equal(["content:write"], current.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        var shown = await Json(await api.GetWithKey(await api.KeyAsync("admin"), $"/v1/keys/{current.GetProperty("id").GetString()}"));
        Assert.InRange(shown.GetProperty("lastUsedAt").GetDateTime(), DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow.AddMinutes(1));

        var problem = await (await api.Get("/v1/keys/current")).Problem(HttpStatusCode.Unauthorized, "key-missing");
        Assert.Null(problem.RequiredScope);
    }

    [Theory]
    [InlineData("GET", "/v1/keys")]
    [InlineData("GET", $"/v1/keys/{NoId}")]
    [InlineData("POST", "/v1/keys")]
    [InlineData("DELETE", $"/v1/keys/{NoId}")]
    [InlineData("GET", "/v1/audit")]
    public async Task Only_an_admin_may_see_and_make_keys_and_read_the_audit(string method, string path)
    {
        var without = await api.Send(new(method), path);
        Assert.Equal("admin", (await without.Problem(HttpStatusCode.Unauthorized, "key-missing")).RequiredScope);
        Assert.Equal("Bearer realm=\"UpperBack API\", scope=\"admin\"", without.Headers.WwwAuthenticate.Single().ToString());

        var other = await api.SendWithKey(await api.KeyAsync("content:read-drafts", "content:write", "content:publish", "webhooks:manage"), new(method), path);
        Assert.Equal("admin", (await other.Problem(HttpStatusCode.Forbidden, "scope-missing")).RequiredScope);
        Assert.Contains("error=\"insufficient_scope\", scope=\"admin\"", other.Headers.WwwAuthenticate.Single().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_of_a_new_key_is_named_at_once()
    {
        var faults = await FaultsOf("""{"name":"seed-data","scopes":["content:wirte","admin","zebra"],"expiresAt":"2020-01-01T00:00:00Z"}""");
        Assert.Equal(["/name invalid-value", "/scopes/0 unknown-value content:write", "/scopes/2 unknown-value", "/expiresAt out-of-range"], faults);
        faults = await FaultsOf("""{"nam":"x","scopes":[],"expiresAt":3,"perMinute":0}""");
        Assert.Equal(["/expiresAt wrong-type", "/nam unknown-field name", "/name missing-field", "/perMinute out-of-range", "/scopes too-few"], faults.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("service")] // those who write without a key
    [InlineData("Command Line")]
    [InlineData("import")]
    [InlineData("ub_3Kf9aQx2")] // a prefix
    [InlineData("0199a000-0000-7000-8000-000000000000")] // an id
    [InlineData("one,two")]
    [InlineData(" one")]
    [InlineData("one\ttwo")]
    public async Task A_name_that_imitates_another_actor_is_refused(string name) =>
        Assert.Equal(["/name invalid-value"], await FaultsOf($$"""{"name":{{JsonSerializer.Serialize(name)}},"scopes":["admin"]}"""));

    [Theory]
    [InlineData("2096-02-18")]
    [InlineData("2096-02-18T10:00:00")] // of which zone?
    [InlineData("2096-02-30T10:00:00Z")]
    [InlineData("90d")]
    public async Task An_end_that_is_no_time_is_refused(string expiresAt) =>
        Assert.Equal(["/expiresAt invalid-value"], await FaultsOf($$"""{"name":"never made","scopes":["admin"],"expiresAt":"{{expiresAt}}"}"""));

    [Fact]
    public async Task A_name_belongs_to_one_key_until_that_is_revoked()
    {
        var admin = await api.KeyAsync("admin");
        var first = await Json(await Create(admin, """{"name":"translator","scopes":["content:write"]}"""));
        await (await Create(admin, """{"name":"translator","scopes":["content:publish"]}""")).Problem(HttpStatusCode.Conflict, "key-name-taken");
        await api.SendWithKey(admin, HttpMethod.Delete, $"/v1/keys/{first.GetProperty("id").GetString()}");
        Assert.Equal(HttpStatusCode.Created, (await Create(admin, """{"name":"translator","scopes":["content:publish"]}""")).StatusCode);
    }

    [Fact]
    public async Task Of_many_keys_created_with_one_name_at_once_one_succeeds()
    {
        var admin = await api.KeyAsync("admin");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Create(admin, """{"name":"wanted by many","scopes":["content:write"]}""")));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(19, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Many_keys_can_be_used_for_the_first_time_at_once()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => api.KeyAsync("content:write")));
        var answers = await Task.WhenAll(keys.Select(key => api.GetWithKey(key, "/v1/keys/current")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(keys.Length, answers.Select(answer => Json(answer).Result.GetProperty("prefix").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task A_revoked_key_is_refused_by_every_instance_with_the_next_request()
    {
        await using var other = await ServiceInstance.StartAsync(api.Database);
        var (admin, key) = (await api.KeyAsync("admin"), await api.KeyAsync("content:write"));
        var id = (await Json(await api.GetWithKey(key, "/v1/keys/current"))).GetProperty("id").GetString();
        Assert.Equal(HttpStatusCode.OK, (await other.Get("/v1/keys/current", key)).StatusCode);

        var revoked = await Json(await api.SendWithKey(admin, HttpMethod.Delete, $"/v1/keys/{id}"));
        Assert.Equal("revoked", revoked.GetProperty("state").GetString());
        await (await other.Get("/v1/keys/current", key)).Problem(HttpStatusCode.Unauthorized, "key-invalid");
        await (await api.GetWithKey(key, "/v1/keys/current")).Problem(HttpStatusCode.Unauthorized, "key-invalid");

        var again = await Json(await api.SendWithKey(admin, HttpMethod.Delete, $"/v1/keys/{id}"));
        Assert.Equal(revoked.GetProperty("revokedAt").GetDateTime(), again.GetProperty("revokedAt").GetDateTime());
    }

    [Theory]
    [InlineData("GET", NoId)]
    [InlineData("DELETE", NoId)]
    [InlineData("GET", "translator")]
    [InlineData("DELETE", "translator")]
    public async Task An_unknown_key_answers_404(string method, string id)
    {
        var response = await api.SendWithKey(await api.KeyAsync("admin"), new(method), $"/v1/keys/{id}");
        await response.Problem(HttpStatusCode.NotFound, "unknown-key");
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task What_is_for_some_is_for_no_cache()
    {
        var admin = await api.KeyAsync("admin");
        foreach (var path in (string[])["/v1/keys", "/v1/keys/current", "/v1/audit", "/v1/keys?limit=1"])
            Assert.Equal("no-store", (await api.GetWithKey(admin, path)).Headers.CacheControl!.ToString());
        Assert.Equal("no-store", (await Create(admin, """{"name":"not for caches","scopes":["content:write"]}""")).Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task An_unknown_parameter_is_refused()
    {
        var admin = await api.KeyAsync("admin");
        foreach (var (method, path) in ((string, string)[])[("GET", "/v1/keys"), ("GET", "/v1/keys/current"), ("GET", $"/v1/keys/{NoId}"), ("DELETE", $"/v1/keys/{NoId}"), ("POST", "/v1/keys")])
            await (await api.SendWithKey(admin, new(method), $"{path}?dryRun=true")).Problem(HttpStatusCode.BadRequest, "unknown-parameter");
    }

    [Theory]
    [InlineData("text/plain", "{}", HttpStatusCode.UnsupportedMediaType, "unsupported-media-type")]
    [InlineData("application/json", "", HttpStatusCode.BadRequest, "bad-request")]
    [InlineData("application/json", "{\"name\":", HttpStatusCode.BadRequest, "bad-request")]
    [InlineData("application/json", "[]", HttpStatusCode.UnprocessableEntity, "invalid-body")]
    public async Task A_body_that_cannot_be_read_is_explained(string type, string body, HttpStatusCode status, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/keys") { Content = new StringContent(body, null, type) };
        request.Headers.Authorization = new("Bearer", await api.KeyAsync("admin"));
        await (await api.Client.SendAsync(request, TestContext.Current.CancellationToken)).Problem(status, code);
    }

    private Task<HttpResponseMessage> Create(string admin, string key) => api.SendWithKey(admin, HttpMethod.Post, "/v1/keys", key);

    private async Task<IReadOnlyList<string>> FaultsOf(string key)
    {
        var problem = await (await Create(await api.KeyAsync("admin"), key)).Problem(HttpStatusCode.UnprocessableEntity, "invalid-body");
        return [.. problem.Errors!.Select(error => $"{error.Pointer} {error.Code} {error.Suggestion}".TrimEnd())];
    }

    private static Task<JsonElement> Json(HttpResponseMessage response) => response.Content.ReadFromJsonAsync<JsonElement>();
}
