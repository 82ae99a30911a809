using UpperBack.Store.Changes;

namespace UpperBack.Api.Changes;

/// <summary>Hears of changes for as long as the service runs.</summary>
internal sealed class HearingOfChanges(ChangeSignal signal) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => signal.RunAsync(stoppingToken);
}
