using UpperBack.Store.Changes;

namespace UpperBack.Api.Changes;

/// <summary>Listens for announcements of changes for as long as the service runs.</summary>
internal sealed class ChangeListenerService(ChangeSignal signal) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => signal.RunAsync(stoppingToken);
}
