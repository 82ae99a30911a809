using System.Net;
using System.Text.Json;

namespace UpperBack.Api.Tests.Webhooks;

/// <summary>Making, changing and taking away webhooks.</summary>
public sealed class WebhookTests(PostgresServer server) : WebhookTest(server)
{
    protected override bool AllowsHttp => false;

    protected override bool AllowsPrivateAddresses => false;

    [Fact]
    public async Task A_new_webhook_shows_its_secret_once()
    {
        using var response = await Send("POST", "/v1/webhooks", """{"url":"https://app.example.org/hooks","description":"The app","collections":["exercises"]}""");
        var created = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        var secret = created.GetProperty("secret").GetString()!;
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Assert.InRange(Convert.FromBase64String(secret["whsec_".Length..]).Length, 24, 64);

        var read = await Json(response.Headers.Location!.ToString());
        Assert.Equal("https://app.example.org/hooks", read.GetProperty("url").GetString());
        Assert.Equal("The app", read.GetProperty("description").GetString());
        Assert.True(read.GetProperty("enabled").GetBoolean());
        Assert.Equal("key for webhooks:manage", read.GetProperty("createdBy").GetString());
        Assert.False(read.TryGetProperty("secret", out _));
        Assert.Equal([read.GetRawText()], (await Json("/v1/webhooks")).GetProperty("items").EnumerateArray().Select(item => item.GetRawText()));
    }

    [Fact]
    public async Task A_patch_changes_the_members_it_names_and_null_removes_them()
    {
        var (webhook, _) = await CreateAsync(new("https://app.example.org/hooks"), "exercises", "muscles");
        await Json(HttpStatusCode.OK, "PATCH", webhook, """{"description":"The app","enabled":false}""");
        var changed = await Json(HttpStatusCode.OK, "PATCH", webhook, """{"collections":null,"url":"https://app.example.org/elsewhere"}""");
        Assert.Equal("https://app.example.org/elsewhere", changed.GetProperty("url").GetString());
        Assert.Equal("The app", changed.GetProperty("description").GetString());
        Assert.False(changed.GetProperty("enabled").GetBoolean());
        Assert.True(changed.TryGetProperty("disabledAt", out _));
        Assert.False(changed.TryGetProperty("collections", out _));
        var enabled = await Json(HttpStatusCode.OK, "PATCH", webhook, """{"enabled":null}""");
        Assert.True(enabled.GetProperty("enabled").GetBoolean());
        using var merged = await Send("PATCH", webhook, """{"description":null}""", "application/merge-patch+json");
        Assert.DoesNotContain("description", await merged.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_patch_with_a_fault_changes_nothing_and_says_where()
    {
        var (webhook, _) = await CreateAsync(new("https://app.example.org/hooks"));
        var before = await Json(webhook);
        (string Patch, string Fault)[] patches =
        [
            ("""{"url":null}""", "/url missing-field"),
            ("""{"url":"http://app.example.org/"}""", "/url https-required"),
            ("""{"enable":false}""", "/enable unknown-field enabled"),
            ("""{"enabled":"no"}""", "/enabled wrong-type"),
            ("""{"enabled":false,"enabled":true}""", "/enabled duplicate-field"),
            ("""{"collections":[]}""", "/collections too-few"),
            ("""{"collections":["muscles","exercise"]}""", "/collections/1 unknown-value exercises"),
            ("[]", " wrong-type"),
        ];
        foreach (var (patch, expected) in patches)
        {
            using var response = await Send("PATCH", webhook, patch);
            var fault = (await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid-body")).Errors!.Single();
            Assert.Equal(expected, $"{fault.Pointer} {fault.Code} {fault.Suggestion}".TrimEnd());
        }

        Assert.Equal(before.GetRawText(), (await Json(webhook)).GetRawText());
    }

    [Fact]
    public async Task A_request_that_makes_no_webhook_is_refused()
    {
        const string Good = """{"url":"https://app.example.org/hooks"}""";
        (string Path, string Body, string MediaType, HttpStatusCode Status, string Code)[] requests =
        [
            ("/v1/webhooks", "", "application/json", HttpStatusCode.BadRequest, "bad-request"),
            ("/v1/webhooks", "{", "application/json", HttpStatusCode.BadRequest, "bad-request"),
            ("/v1/webhooks", "{}", "application/json", HttpStatusCode.UnprocessableEntity, "invalid-body"),
            ("/v1/webhooks", "url=x", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType, "unsupported-media-type"),
            ("/v1/webhooks", Good + new string(' ', 20_000), "application/json", HttpStatusCode.RequestEntityTooLarge, "content-too-large"),
            ("/v1/webhooks?dryRun=true", Good, "application/json", HttpStatusCode.BadRequest, "unknown-parameter"),
        ];
        foreach (var (path, body, mediaType, status, code) in requests)
        {
            using var response = await Send("POST", path, body, mediaType);
            await response.Problem(status, code);
        }

        using var filtered = await Send("GET", "/v1/webhooks?enabled=true");
        await filtered.Problem(HttpStatusCode.BadRequest, "unknown-parameter");
        Assert.Empty((await Json("/v1/webhooks")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_deleted_webhook_is_gone()
    {
        var (webhook, _) = await CreateAsync(new("https://app.example.org/hooks"));
        using var deleted = await Send("DELETE", webhook);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        foreach (var (method, path) in new[] { ("GET", ""), ("DELETE", ""), ("POST", "/test"), ("POST", "/rotate-secret"), ("GET", "/deliveries"), ("POST", "/deliveries/resend-dead"), ("POST", "/deliveries/1/resend") })
        {
            using var response = await Send(method, webhook + path);
            await response.Problem(HttpStatusCode.NotFound, "unknown-webhook");
        }
    }

    [Fact]
    public async Task Webhooks_are_for_keys_that_manage_them()
    {
        var other = await KeyWith("content:write", "content:publish", "content:read-drafts");
        using var refused = await Send("GET", "/v1/webhooks", key: other);
        Assert.Equal("webhooks:manage", (await refused.Problem(HttpStatusCode.Forbidden, "scope-missing")).RequiredScope);
        using var allowed = await Send("GET", "/v1/webhooks", key: await KeyWith("admin"));
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Fact]
    public async Task What_is_done_to_a_webhook_stands_in_the_audit_without_its_secret()
    {
        var (webhook, secret) = await CreateAsync(new("https://app.example.org/hooks"));
        await Json(HttpStatusCode.OK, "PATCH", webhook, """{"enabled":false}""");
        await Json(HttpStatusCode.OK, "POST", $"{webhook}/rotate-secret");
        await Send("DELETE", webhook);
        var audit = (string)(await Database.AskAsync($"select string_agg(concat_ws(' ', data->>'actor', data->>'action', data->>'detail'), E'\\n' order by id) from upperback.mt_doc_audit_entry where data->>'target' = '{webhook["/v1/".Length..]}'"))!;
        Assert.Equal(["webhook.created", "webhook.changed", "webhook.secret-rotated", "webhook.deleted"], audit.Split('\n').Select(line => line.Split(' ')[3]));
        Assert.All(audit.Split('\n'), line => Assert.StartsWith("key for webhooks:manage", line));
        Assert.DoesNotContain(secret, audit);
    }
}
