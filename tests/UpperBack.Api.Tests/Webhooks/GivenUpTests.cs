using System.Net;

namespace UpperBack.Api.Tests.Webhooks;

/// <summary>What becomes of messages that do not arrive, and how to send them again.</summary>
public sealed class GivenUpTests(PostgresServer server) : WebhookTest(server)
{
    [Fact]
    public async Task A_message_that_never_arrives_is_given_up_and_can_be_sent_again()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = Receiver.Status(500);
        var (webhook, _) = await CreateAsync(receiver.Address);
        await ChangeAsync("equipment", "mat", "wall");
        await Deliveries(webhook, all => all.Count(one => one.TryGetProperty("lastStatus", out _)) == 2);
        await Database.AskAsync("update upperback.mt_doc_outbox_message set data = jsonb_set(data, '{attempts}', '10')");
        await LetTimePass();
        await Deliveries(webhook, all => all.All(one => StateOf(one) == "dead"));
        var dead = (await Json($"{webhook}/deliveries?state=dead")).GetProperty("items").EnumerateArray().ToList();
        Assert.All(dead, one => Assert.Equal("The receiver answered 500.", one.GetProperty("lastError").GetString()));
        Assert.All(dead, one => Assert.False(one.TryGetProperty("nextAttemptAt", out _)));
        Assert.Equal(2, (await Json(webhook)).GetProperty("deliveries").GetProperty("dead").GetInt64());

        receiver.Answer = Receiver.Status(200);
        var queued = await Json(HttpStatusCode.Accepted, "POST", $"{webhook}/deliveries/{dead[0].GetProperty("id")}/resend");
        Assert.Equal(("pending", 0), (StateOf(queued), queued.GetProperty("attempts").GetInt32()));
        await Deliveries(webhook, all => all.Count(one => StateOf(one) == "delivered") == 1);
        var rest = await Json(HttpStatusCode.Accepted, "POST", $"{webhook}/deliveries/resend-dead");
        Assert.Equal(1, rest.GetProperty("resent").GetInt32());
        await Deliveries(webhook, all => all.All(one => StateOf(one) == "delivered"));
        Assert.Equal(2, receiver.Messages.Select(message => message.Id).Distinct().Count());
    }

    [Fact]
    public async Task Attempts_go_on_for_about_a_day()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = Receiver.Status(500);
        var (webhook, _) = await CreateAsync(receiver.Address);
        await ChangeAsync("equipment", "mat");
        var (pauses, last) = (new List<TimeSpan>(), DateTime.MinValue);
        while (true)
        {
            var delivery = (await Deliveries(webhook, all => all.Any(one => one.TryGetProperty("lastAttemptAt", out var at) && at.GetDateTime() > last))).Single();
            last = delivery.GetProperty("lastAttemptAt").GetDateTime();
            if (StateOf(delivery) == "dead")
                break;
            pauses.Add(delivery.GetProperty("nextAttemptAt").GetDateTime() - last);
            await LetTimePass();
        }

        Assert.Equal(10, pauses.Count);
        Assert.InRange(pauses.Aggregate((sum, pause) => sum + pause), TimeSpan.FromHours(18), TimeSpan.FromHours(30));
        Assert.Equal(pauses[..8].Order(), pauses[..8]);
        Assert.Equal(11, receiver.Messages.Count);
    }

    [Fact]
    public async Task A_receiver_that_answers_410_switches_its_webhook_off()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = Receiver.Status(410);
        var (webhook, _) = await CreateAsync(receiver.Address);
        await ChangeAsync("equipment", "mat");
        await Until(() => Json(webhook), read => !read.GetProperty("enabled").GetBoolean());
        await ChangeAsync("equipment", "wall");
        var delivery = (await Deliveries(webhook, _ => true)).Single();
        Assert.Equal(("dead", 410), (StateOf(delivery), delivery.GetProperty("lastStatus").GetInt32()));
        using var refused = await Send("POST", $"{webhook}/deliveries/{delivery.GetProperty("id")}/resend");
        await refused.Problem(HttpStatusCode.Conflict, "webhook-disabled");
        Assert.Equal("service", await Database.AskAsync("select data->>'actor' from upperback.mt_doc_audit_entry where data->>'action' = 'webhook.switched-off'"));
    }

    [Fact]
    public async Task What_waits_for_a_webhook_that_is_switched_off_can_be_sent_later()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = Receiver.Status(500);
        var (webhook, _) = await CreateAsync(receiver.Address);
        await ChangeAsync("equipment", "mat");
        await Deliveries(webhook, all => all.Any(one => one.TryGetProperty("lastStatus", out _)));
        await Json(HttpStatusCode.OK, "PATCH", webhook, """{"enabled":false}""");
        await ChangeAsync("equipment", "wall");
        Assert.Equal(["dead"], (await Deliveries(webhook, _ => true)).Select(StateOf));

        receiver.Answer = Receiver.Status(200);
        await Json(HttpStatusCode.OK, "PATCH", webhook, """{"enabled":true}""");
        await Json(HttpStatusCode.Accepted, "POST", $"{webhook}/deliveries/resend-dead");
        await Deliveries(webhook, all => all.All(one => StateOf(one) == "delivered"));
    }

    [Fact]
    public async Task Deliveries_come_in_pages()
    {
        await using var receiver = await Receiver.StartAsync();
        var (webhook, _) = await CreateAsync(receiver.Address);
        await ChangeAsync("equipment", "mat", "wall", "chair");
        await Deliveries(webhook, all => all.Count == 3);
        var first = await Json($"{webhook}/deliveries?limit=2");
        var second = await Json(first.GetProperty("links").GetProperty("next").GetString()!);
        var ids = first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(one => one.GetProperty("id").GetInt64()).ToList();
        Assert.Equal(ids.OrderDescending(), ids);
        Assert.Equal(3, ids.Distinct().Count());
        Assert.False(second.TryGetProperty("nextCursor", out _));

        using var unknown = await Send("GET", $"{webhook}/deliveries?state=deed");
        Assert.Equal("dead", (await unknown.Problem(HttpStatusCode.BadRequest, "unknown-value")).Errors!.Single().Suggestion);
        using var foreign = await Send("GET", $"{webhook}/deliveries?state=dead&cursor={first.GetProperty("nextCursor").GetString()}");
        await foreign.Problem(HttpStatusCode.BadRequest, "invalid-cursor");
        using var none = await Send("POST", $"{webhook}/deliveries/999999/resend");
        await none.Problem(HttpStatusCode.NotFound, "unknown-delivery");
    }

    [Fact]
    public async Task Finished_deliveries_are_deleted_after_their_retention()
    {
        await using var receiver = await Receiver.StartAsync();
        var (webhook, _) = await CreateAsync(receiver.Address);
        await ChangeAsync("equipment", "mat", "wall");
        await Deliveries(webhook, all => all.All(one => StateOf(one) == "delivered") && all.Count == 2);
        await Database.AskAsync("update upperback.mt_doc_outbox_message set data = jsonb_set(data, '{finishedAt}', to_jsonb(now() - interval '31 days')) where id = (select min(id) from upperback.mt_doc_outbox_message)");
        await StartAsync();
        await Deliveries(webhook, all => all.Count == 1);
    }
}
