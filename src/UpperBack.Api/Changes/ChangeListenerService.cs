using UpperBack.Store.Changes;

namespace UpperBack.Api.Changes;

/// <summary>Receives notifications of changes for as long as the service runs.</summary>
internal sealed class ChangeListenerService(ChangeNotifier notifier) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => notifier.RunAsync(stoppingToken);
}
