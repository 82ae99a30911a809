using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace UpperBack.Api.Infrastructure.Pipeline;

/// <summary>The settings under <c>UpperBack:Shutdown</c>: what happens between SIGTERM and the end of the process.</summary>
internal sealed class ShutdownOptions
{
    /// <summary>The longest that requests may take to end, in seconds.</summary>
    public const int MostSeconds = 300;

    /// <summary>For how many seconds the service goes on as before while <c>/health/ready</c> answers 503, so that a load balancer stops sending requests.</summary>
    [Range(0, MostSeconds)]
    public int DelaySeconds { get; set; }

    /// <summary>For how many seconds requests in flight may then go on.</summary>
    [Range(0, MostSeconds)]
    public int Seconds { get; set; } = 30;
}

/// <summary>
/// The end of the service: on SIGTERM readiness turns 503; after the delay no connections are accepted any more, streams and long
/// polls end, and other requests have their time.
/// </summary>
internal sealed class Shutdown(IOptions<ShutdownOptions> options, IHostApplicationLifetime lifetime) : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource ending = new();

    /// <summary>Canceled when responses without an end of their own have to end.</summary>
    public CancellationToken Ending => ending.Token;

    /// <summary>Whether the process has been told to end.</summary>
    public bool HasBegun => lifetime.ApplicationStopping.IsCancellationRequested;

    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(options.Value.DelaySeconds), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ending.CancelAsync();
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => ending.Dispose();
}

/// <summary>Registers the end of the service.</summary>
internal static class ShutdownExtensions
{
    /// <summary>Adds <see cref="Shutdown"/>, with its settings.</summary>
    public static WebApplicationBuilder AddShutdown(this WebApplicationBuilder builder)
    {
        builder.AddSettings<ShutdownOptions>("Shutdown");
        builder.Services.AddSingleton<Shutdown>().AddHostedService(services => services.GetRequiredService<Shutdown>());
        builder.Services.AddOptions<HostOptions>().Configure<IOptions<ShutdownOptions>>((host, options) =>
            host.ShutdownTimeout = TimeSpan.FromSeconds(options.Value.DelaySeconds + options.Value.Seconds));
        return builder;
    }
}
