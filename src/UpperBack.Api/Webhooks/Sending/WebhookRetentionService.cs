using UpperBack.Store.Webhooks;

namespace UpperBack.Api.Webhooks.Sending;

/// <summary>Forgets messages that were finished long ago, so that the outbox does not grow for ever.</summary>
internal sealed class WebhookRetentionService(WebhookOutbox outbox, ILogger<WebhookRetentionService> log) : BackgroundService
{
    private static readonly TimeSpan Age = TimeSpan.FromDays(30);
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await outbox.DeleteFinishedAsync(Age);
            }
            catch (Exception exception)
            {
                log.LogWarning("Cannot forget old webhook messages: {Reason}", exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
