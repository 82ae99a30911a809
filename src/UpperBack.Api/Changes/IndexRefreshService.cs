using UpperBack.Store;
using UpperBack.Store.Changes;
using UpperBack.Store.Indexing;

namespace UpperBack.Api.Changes;

/// <summary>Brings the read index up to date with every change, on whichever instance it was made.</summary>
internal sealed class IndexRefreshService(ChangeSignal signal, CatalogueIndex index, ILogger<IndexRefreshService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listener = signal.Listen();
        do
        {
            try
            {
                await index.CatchUpAsync(stoppingToken);
            }
            catch (Exception exception) when (DatabaseErrors.IsOfDatabase(exception))
            {
                // The next announcement comes when the database is back.
                logger.LogWarning(exception, "The index could not catch up with a change. Trying again with the next announcement.");
            }
        }
        while ((await listener.WaitAsync(Timeout.InfiniteTimeSpan, stoppingToken)).Count > 0);
    }
}
