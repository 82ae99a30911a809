using Microsoft.Extensions.Options;
using UpperBack.Store;
using UpperBack.Store.Changes;

namespace UpperBack.Api.Changes;

/// <summary>Deletes changes that are older than the feed keeps them, once an hour.</summary>
internal sealed partial class ChangeRetentionService(ChangeRetention feed, IOptions<ChangeOptions> options, ILogger<ChangeRetentionService> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var days = options.Value.KeepDays;
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

    [LoggerMessage(LogLevel.Information, "Deleted {Count} changes that were older than {Days} days.")]
    private partial void LogForgotten(long count, int days);

    [LoggerMessage(LogLevel.Warning, "Old changes could not be deleted. The next attempt is in an hour.")]
    private partial void LogPostponed(Exception exception);
}
