using UpperBack.Store;
using UpperBack.Store.Changes;
using UpperBack.Store.Indexing;

namespace UpperBack.Api.Changes;

/// <summary>Brings the read index up to date with every change, on whichever instance it was made.</summary>
internal sealed class IndexRefreshService(ChangeNotifier notifier, CatalogueIndex index, ILogger<IndexRefreshService> logger) : BackgroundService
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var subscription = notifier.Subscribe();
        var isCurrent = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await index.CatchUpAsync(stoppingToken);
                isCurrent = true;
            }
            catch (Exception exception) when (DatabaseErrors.IsOfDatabase(exception))
            {
                if (isCurrent)
                    logger.LogWarning(exception, "The index could not be brought up to date. Trying again until the database responds.");
                isCurrent = false;
            }

            await subscription.WaitAsync(isCurrent ? Timeout.InfiniteTimeSpan : RetryInterval, stoppingToken);
        }
    }
}
