using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace UpperBack.Api.Tests.Webhooks;

/// <summary>Messages as the Standard Webhooks specification has them, checked without the code that signs.</summary>
public sealed class SigningTests(PostgresServer server) : WebhookTest(server)
{
    [Fact]
    public async Task A_change_is_told_in_a_signed_message()
    {
        await using var receiver = await Receiver.StartAsync();
        var (_, secret) = await CreateAsync(receiver.Address);
        await ChangeAsync("equipment", "mat");

        var message = (await Messages(receiver, 1)).Single();
        Assert.Equal(("POST", "/hook"), (message.Method, message.Path));
        Assert.Equal("application/json", message.Headers["Content-Type"]);
        Assert.StartsWith("UpperBack-API/", message.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.InRange(long.Parse(message.Headers["webhook-timestamp"], CultureInfo.InvariantCulture), DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 30, DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        Assert.Equal([Signature(secret, message)], Signatures(message));
        Assert.DoesNotContain(["traceparent", "cookie", "authorization"], name => message.Headers.ContainsKey(name));

        var body = JsonSerializer.Deserialize<JsonElement>(message.Body);
        Assert.Equal(["type", "timestamp", "data"], body.EnumerateObject().Select(member => member.Name));
        Assert.Equal("document.published", body.GetProperty("type").GetString());
        Assert.Equal("""{"collection":"equipment","slug":"mat","revision":2}""", body.GetProperty("data").GetRawText());
        Assert.InRange(DateTime.UtcNow - body.GetProperty("timestamp").GetDateTime(), TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task The_message_of_a_retirement_names_the_replacement()
    {
        await using var receiver = await Receiver.StartAsync();
        await CreateAsync(receiver.Address, "equipment");
        await ImportAsync("equipment/old-mat.json", """{"slug":"old-mat","name":"Old mat","summary":"A mat of old.","kind":"support"}""");
        await ImportAsync("equipment/old-mat.retired.json", """{"slug":"old-mat","replacedBy":"mat"}""");
        var bodies = (await Messages(receiver, 2)).Select(message => Encoding.UTF8.GetString(message.Body)).ToList();
        Assert.Contains(bodies, body => body.Contains("document.retired") && body.EndsWith(""""data":{"collection":"equipment","slug":"old-mat","revision":2,"replacedBy":"mat"}}"""", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_test_message_is_sent_at_once_and_says_what_came_of_it()
    {
        await using var receiver = await Receiver.StartAsync();
        var (webhook, secret) = await CreateAsync(receiver.Address);
        var result = await Json(HttpStatusCode.OK, "POST", $"{webhook}/test");
        var message = receiver.Messages.Single();
        Assert.Equal([Signature(secret, message)], Signatures(message));
        Assert.Equal("webhook.test", JsonSerializer.Deserialize<JsonElement>(message.Body).GetProperty("type").GetString());
        Assert.Equal(message.Id, result.GetProperty("messageId").GetString());
        Assert.True(result.GetProperty("delivered").GetBoolean());
        Assert.Equal(204, result.GetProperty("status").GetInt32());

        receiver.Answer = Receiver.Status(503);
        result = await Json(HttpStatusCode.OK, "POST", $"{webhook}/test");
        Assert.False(result.GetProperty("delivered").GetBoolean());
        Assert.Equal("The receiver answered 503.", result.GetProperty("error").GetString());
        Assert.Empty((await Json($"{webhook}/deliveries")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task After_a_rotation_both_secrets_sign_for_a_day_and_then_the_new_one_alone()
    {
        await using var receiver = await Receiver.StartAsync();
        var (webhook, first) = await CreateAsync(receiver.Address);
        var rotated = await Json(HttpStatusCode.OK, "POST", $"{webhook}/rotate-secret");
        var second = rotated.GetProperty("secret").GetString()!;
        Assert.NotEqual(first, second);
        Assert.InRange(rotated.GetProperty("previousSecretEndsAt").GetDateTime() - DateTime.UtcNow, TimeSpan.FromHours(23.9), TimeSpan.FromHours(24));

        await ChangeAsync("equipment", "mat");
        var message = (await Messages(receiver, 1)).Single();
        Assert.Equal([Signature(second, message), Signature(first, message)], Signatures(message));

        await Database.AskAsync("update upperback.mt_doc_webhook_subscription set data = jsonb_set(data, '{previousSecretEndsAt}', to_jsonb(now()))");
        await Json(HttpStatusCode.OK, "POST", $"{webhook}/test");
        message = receiver.Messages[1];
        Assert.Equal([Signature(second, message)], Signatures(message));
        Assert.False((await Json(webhook)).TryGetProperty("previousSecretEndsAt", out _));
    }

    [Fact]
    public async Task A_message_is_signed_anew_for_each_attempt_and_keeps_its_id_and_body()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = Receiver.Status(500);
        var (webhook, secret) = await CreateAsync(receiver.Address);
        await ChangeAsync("equipment", "mat");
        await Messages(receiver, 1);
        await Deliveries(webhook, all => all.Any(one => one.TryGetProperty("lastStatus", out _)));
        await Task.Delay(1100, TestContext.Current.CancellationToken);
        await LetTimePass();
        var messages = await Messages(receiver, 2);
        Assert.Equal(messages[0].Id, messages[1].Id);
        Assert.Equal(messages[0].Body, messages[1].Body);
        Assert.NotEqual(messages[0].Headers["webhook-timestamp"], messages[1].Headers["webhook-timestamp"]);
        Assert.All(messages, message => Assert.Equal([Signature(secret, message)], Signatures(message)));
    }

    private static string[] Signatures(ReceivedMessage message) => message.Headers["webhook-signature"].Split(' ');

    private static string Signature(string secret, ReceivedMessage message)
    {
        using var hash = new HMACSHA256(Convert.FromBase64String(secret["whsec_".Length..]));
        var signed = $"{message.Id}.{message.Headers["webhook-timestamp"]}.{Encoding.UTF8.GetString(message.Body)}";
        return $"v1,{Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes(signed)))}";
    }

    private async Task ImportAsync(string file, string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write(file, text);
        Assert.Empty((await Database.ImportAsync(folder.Path)).Faults);
    }
}
