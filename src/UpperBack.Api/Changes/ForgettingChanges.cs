using UpperBack.Store;
using UpperBack.Store.Changes;

namespace UpperBack.Api.Changes;

/// <summary>Forgets changes that are older than so many days, once an hour.</summary>
internal sealed partial class ForgettingChanges(ChangeRetention feed, int days, ILogger<ForgettingChanges> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                var forgotten = await feed.DeleteAsync(DateTimeOffset.UtcNow.AddDays(-days), stoppingToken);
                if (forgotten > 0)
                    LogForgotten(forgotten, days);
            }
            catch (Exception exception) when (DatabaseErrors.IsOfDatabase(exception))
            {
                LogPostponed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Information, "The feed has forgotten {Count} changes that were older than {Days} days.")]
    private partial void LogForgotten(long count, int days);

    [LoggerMessage(LogLevel.Warning, "The feed could not forget old changes. It will be tried again in an hour.")]
    private partial void LogPostponed(Exception exception);
}
