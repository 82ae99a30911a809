using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;
using UpperBack.Content.Collections;
using UpperBack.Store.Writing;

namespace UpperBack.Store.Changes;

/// <summary>
/// Listens for every publication, on whichever instance it was committed, and wakes those that wait for it in this process. One
/// connection serves all of them.
/// </summary>
public sealed class ChangeSignal(Database database, ILogger<ChangeSignal> logger)
{
    // Notifications come at once. The feed is looked at besides, because a pooler between us and PostgreSQL may swallow
    // them, and because a connection that has died silently is found out by asking.
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private static readonly HashSet<string> Everything = [.. CollectionRegistry.All.Select(collection => collection.Name)];

    private Announcement latest = new(0, Everything);
    private long heardAt = Stopwatch.GetTimestamp();

    /// <summary>The time since the database last answered: less than a second in normal operation.</summary>
    public TimeSpan Silence => Stopwatch.GetElapsedTime(Volatile.Read(ref heardAt));

    /// <summary>A listener for what is announced from now on.</summary>
    /// <param name="collections">To what. Null for all collections.</param>
    public ChangeListener Listen(IReadOnlyCollection<string>? collections = null) => new(Volatile.Read(ref latest), collections ?? Everything);

    /// <summary>Hears and tells until it is cancelled; connects again whenever the connection is lost.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var failures = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await HearAsync(() => failures = 0, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException or IOException or InvalidOperationException or OperationCanceledException)
            {
                if (failures++ == 0)
                    logger.LogWarning(exception, "The connection that listens for changes was lost. Connecting again.");
            }

            // Instances that lost their database together do not all come back in the same moment.
            var pause = TimeSpan.FromMilliseconds(100 * Math.Pow(2, Math.Min(failures, 10)) * (0.5 + Random.Shared.NextDouble()));
            await Task.Delay(pause < LongestPause ? pause : LongestPause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task HearAsync(Action connected, CancellationToken cancellationToken)
    {
        await using var connection = database.CreateUnpooledConnection();
        await connection.OpenAsync(cancellationToken);
        connection.Notification += (_, notification) => Announce([.. notification.Payload.Split(' ')]);
        await using var listen = new NpgsqlCommand($"listen {PublicationSession.Channel}", connection);
        await listen.ExecuteNonQueryAsync(cancellationToken);
        connected();
        // Changes may have been missed while there was no connection.
        Announce(Everything);

        await using var ask = new NpgsqlCommand($"select data -> 'lastChange' from {StoreConfiguration.Schema}.mt_doc_catalogue_state", connection);
        var last = await ask.ExecuteScalarAsync(cancellationToken);
        while (true)
        {
            var isNotified = await connection.WaitAsync(PollEvery, cancellationToken);
            var now = await ask.ExecuteScalarAsync(cancellationToken);
            Volatile.Write(ref heardAt, Stopwatch.GetTimestamp());
            if (!isNotified && !Equals(now, last))
                Announce(Everything);
            last = now;
        }
    }

    private void Announce(HashSet<string> moved) => Volatile.Write(ref latest, latest.Follow(moved));
}
