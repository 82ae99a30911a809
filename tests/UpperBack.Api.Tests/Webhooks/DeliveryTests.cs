using Microsoft.AspNetCore.Http;
using UpperBack.Store.Webhooks;

namespace UpperBack.Api.Tests.Webhooks;

/// <summary>What was committed is told, whatever happens to the service and to the receivers.</summary>
public sealed class DeliveryTests(PostgresServer server) : WebhookTest(server)
{
    [Fact]
    public async Task Only_changes_of_the_chosen_collections_are_told()
    {
        await using var receiver = await Receiver.StartAsync();
        var (webhook, _) = await CreateAsync(receiver.Address, "muscles");
        await ChangeAsync("equipment", "mat");
        await ChangeAsync("muscles", "core");
        var delivery = (await Deliveries(webhook, all => all.Any(one => StateOf(one) == "delivered"))).Single();
        Assert.Equal("core", delivery.GetProperty("payload").GetProperty("data").GetProperty("slug").GetString());
        Assert.Single(receiver.Messages);
    }

    [Fact]
    public async Task What_is_committed_while_no_instance_runs_is_sent_after_the_start()
    {
        await using var receiver = await Receiver.StartAsync();
        await CreateAsync(receiver.Address);
        await StopAsync();
        await ChangeAsync("equipment", "mat", "wall");
        Assert.Empty(receiver.Messages);
        await StartAsync();
        Assert.Equal(2, (await Messages(receiver, 2)).Select(message => message.Id).Distinct().Count());
    }

    [Fact]
    public async Task What_an_instance_took_before_it_died_is_sent_by_another_one_when_its_time_has_run_out()
    {
        await using var receiver = await Receiver.StartAsync();
        await CreateAsync(receiver.Address);
        await StopAsync();
        await ChangeAsync("equipment", "mat");
        var taken = (await new WebhookOutbox(Database.Database).ClaimAsync(new Dictionary<Guid, int>(), 4, 32)).Single();
        await StartAsync();
        await Task.Delay(2000, TestContext.Current.CancellationToken);
        Assert.Empty(receiver.Messages);
        await LetTimePass();
        Assert.Equal(taken.MessageId, (await Messages(receiver, 1)).Single().Id);
    }

    [Fact]
    public async Task What_is_under_way_when_the_service_stops_is_sent_again_at_the_next_start()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = Receiver.Silence;
        await CreateAsync(receiver.Address);
        await ChangeAsync("equipment", "mat");
        await Messages(receiver, 1);
        await StopAsync();
        receiver.Answer = Receiver.Status(204);
        await StartAsync();
        Assert.Single((await Messages(receiver, 2)).Select(message => message.Id).Distinct());
    }

    [Fact]
    public async Task A_receiver_that_was_down_gets_the_message_when_it_is_up_again()
    {
        var receiver = await Receiver.StartAsync();
        var (webhook, _) = await CreateAsync(receiver.Address);
        await receiver.DisposeAsync();
        await ChangeAsync("equipment", "mat");
        var waiting = (await Deliveries(webhook, all => all.Any(one => one.TryGetProperty("lastError", out _)))).Single();
        Assert.Equal("The receiver refused the connection.", waiting.GetProperty("lastError").GetString());
        Assert.InRange(waiting.GetProperty("nextAttemptAt").GetDateTime() - waiting.GetProperty("lastAttemptAt").GetDateTime(), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(6));

        await using var again = await Receiver.StartAsync(receiver.Address.Port);
        Assert.Equal(waiting.GetProperty("messageId").GetString(), (await Messages(again, 1)).Single().Id);
        var arrived = (await Deliveries(webhook, all => all.All(one => StateOf(one) == "delivered"))).Single();
        Assert.Equal(2, arrived.GetProperty("attempts").GetInt32());
    }

    [Fact]
    public async Task Two_instances_send_each_message_once()
    {
        await using var receiver = await Receiver.StartAsync();
        var (webhook, _) = await CreateAsync(receiver.Address);
        await StartAsync();
        var slugs = Directory.GetFiles(Path.Combine(Repository.SeedData, "muscles"), "*.json").Select(Path.GetFileNameWithoutExtension).Where(slug => !slug!.Contains('.', StringComparison.Ordinal)).ToArray();
        await ChangeAsync("muscles", slugs!);
        var delivered = await Until(() => Json(webhook), read => read.GetProperty("deliveries").GetProperty("delivered").GetInt64() >= slugs.Length);
        Assert.Equal(0, delivered.GetProperty("deliveries").GetProperty("pending").GetInt64());
        Assert.Equal(slugs.Length, receiver.Messages.Count);
        Assert.Distinct(receiver.Messages.Select(message => message.Id));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await Receiver.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = context =>
        {
            (context.Response.StatusCode, context.Response.Headers.Location) = (StatusCodes.Status307TemporaryRedirect, elsewhere.Address.AbsoluteUri);
            return Task.CompletedTask;
        };
        var (webhook, _) = await CreateAsync(receiver.Address);
        await ChangeAsync("equipment", "mat");
        var delivery = (await Deliveries(webhook, all => all.Any(one => one.TryGetProperty("lastStatus", out _)))).Single();
        Assert.Equal(("pending", 307), (StateOf(delivery), delivery.GetProperty("lastStatus").GetInt32()));
        Assert.Equal("The receiver answered 307; redirects are not followed.", delivery.GetProperty("lastError").GetString());
        Assert.Empty(elsewhere.Messages);
    }

    [Theory]
    [InlineData(429, "120", 120, 121)]
    [InlineData(503, "120", 120, 121)]
    [InlineData(503, "86400", 3600, 3601)]
    [InlineData(503, "in 10 minutes", 598, 601)]
    [InlineData(429, "1", 4, 6)]
    [InlineData(429, "Wed, 21 Oct 2015 07:28:00 GMT", 4, 6)]
    [InlineData(429, "soon", 4, 6)]
    [InlineData(500, "120", 4, 6)]
    public async Task A_busy_receiver_says_for_how_long_it_wants_no_other_attempt(int status, string retryAfter, int least, int most)
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = context =>
        {
            (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (status, retryAfter is "in 10 minutes" ? $"{DateTime.UtcNow.AddMinutes(10):R}" : retryAfter);
            return Task.CompletedTask;
        };
        var (webhook, _) = await CreateAsync(receiver.Address);
        await ChangeAsync("equipment", "mat");
        var waiting = (await Deliveries(webhook, all => all.Any(one => one.TryGetProperty("lastStatus", out _)))).Single();
        Assert.Equal(("pending", status), (StateOf(waiting), waiting.GetProperty("lastStatus").GetInt32()));
        var pause = waiting.GetProperty("nextAttemptAt").GetDateTime() - waiting.GetProperty("lastAttemptAt").GetDateTime();
        Assert.InRange(pause, TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most));
    }

    [Fact]
    public async Task A_receiver_that_does_not_respond_times_out_after_ten_seconds_and_delays_no_other()
    {
        await using var silent = await Receiver.StartAsync();
        silent.Answer = Receiver.Silence;
        await using var quick = await Receiver.StartAsync();
        var (slow, _) = await CreateAsync(silent.Address);
        var (fast, _) = await CreateAsync(quick.Address);
        var slugs = new[] { "mat", "wall", "chair", "bench", "dumbbells", "foam-roller", "massage-ball", "exercise-band", "band-anchor" };
        await ChangeAsync("equipment", slugs);
        var delivered = await Deliveries(fast, all => all.Count(one => StateOf(one) == "delivered") == slugs.Length);
        var failed = (await Deliveries(slow, all => all.Any(one => one.TryGetProperty("lastError", out _)))).First(one => one.TryGetProperty("lastError", out _));
        Assert.True(delivered.Max(one => one.GetProperty("finishedAt").GetDateTime()) < failed.GetProperty("lastAttemptAt").GetDateTime());
        Assert.Equal("No answer came within 10 seconds.", failed.GetProperty("lastError").GetString());
    }
}
