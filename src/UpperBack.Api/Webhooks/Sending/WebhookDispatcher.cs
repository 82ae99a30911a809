using UpperBack.Store.Webhooks;

namespace UpperBack.Api.Webhooks.Sending;

/// <summary>
/// Sends what is due, a few messages at a time and of each webhook fewer still, so that a slow receiver takes no one
/// else's place. Any number of instances do so beside each other.
/// </summary>
internal sealed class WebhookDispatcher(WebhookOutbox outbox, WebhookSender sender, ILogger<WebhookDispatcher> log) : BackgroundService
{
    private const int AtOnce = 32;
    private const int AtOncePerWebhook = 4;
    private const int GoneStatus = StatusCodes.Status410Gone;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // What is under way when the service stops has this long to end well; what has not by then is sent again later.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private bool isFailing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var sending = new CancellationTokenSource();
        await using var stop = stoppingToken.Register(() => sending.CancelAfter(Grace));
        var underWay = new List<(Guid Webhook, Task Work)>();
        while (!stoppingToken.IsCancellationRequested)
        {
            underWay.RemoveAll(one => one.Work.IsCompleted);
            foreach (var delivery in await TakeAsync(underWay))
                underWay.Add((delivery.Webhook, DeliverAsync(delivery, sending.Token)));
            await SomethingEndsAsync(underWay, stoppingToken);
        }

        await Task.WhenAll(underWay.Select(one => one.Work));
    }

    // Until a message has made room, or it is time to look for new ones.
    private static async Task SomethingEndsAsync(List<(Guid Webhook, Task Work)> underWay, CancellationToken stoppingToken)
    {
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny([.. underWay.Select(one => one.Work), Task.Delay(Pause, pause.Token)]);
        await pause.CancelAsync();
    }

    // A failure here is the database's, and passes; the next look is a second away.
    private async Task<IReadOnlyList<DueDelivery>> TakeAsync(List<(Guid Webhook, Task Work)> underWay)
    {
        try
        {
            var perWebhook = underWay.CountBy(one => one.Webhook).ToDictionary();
            IReadOnlyList<DueDelivery> taken = underWay.Count < AtOnce ? await outbox.ClaimAsync(perWebhook, AtOncePerWebhook, AtOnce - underWay.Count) : [];
            isFailing = false;
            return taken;
        }
        catch (Exception exception)
        {
            if (!isFailing)
                log.LogWarning("Cannot look for webhook messages to send, and goes on trying: {Reason}", exception.Message);
            isFailing = true;
            return [];
        }
    }

    private async Task DeliverAsync(DueDelivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(delivery, cancellationToken);
        }
        catch (Exception exception)
        {
            // Nothing is lost: nobody says that the message arrived, so it is due again.
            log.LogWarning("Cannot say what became of webhook message {Message}; it will be sent again: {Reason}", delivery.MessageId, exception.Message);
        }
    }

    private async Task SendAsync(DueDelivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            var result = await sender.SendAsync(new(delivery.MessageId, delivery.Url, delivery.Secrets, delivery.Payload), cancellationToken);
            await (result switch
            {
                { Error: null, Status: { } status } => outbox.ArrivedAsync(delivery, status),
                { Status: GoneStatus } => outbox.UnwantedAsync(delivery, GoneStatus, result.Error!),
                _ => outbox.FailedAsync(delivery, result.Status, result.Error!, result.RetryAfter),
            });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await outbox.ReturnAsync(delivery);
        }
    }
}
