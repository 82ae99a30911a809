using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;
using UpperBack.Content.Collections;
using UpperBack.Store.Writing;

namespace UpperBack.Store.Changes;

/// <summary>
/// Receives PostgreSQL's notification of every publication, on whichever instance it was committed, over one connection, and passes it
/// on to the subscriptions in this process.
/// </summary>
public sealed class ChangeNotifier(Database database, ILogger<ChangeNotifier> logger)
{
    // Notifications arrive at once. The feed is polled besides, because a pooler between the service and PostgreSQL may swallow
    // them, and because only a query shows that a connection has died silently.
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);

    private static readonly HashSet<string> AllCollections = [.. CollectionRegistry.All.Select(collection => collection.Name)];

    private ChangeNotification latest = new(0, AllCollections);
    private long lastContact = Stopwatch.GetTimestamp();

    /// <summary>The time since the database last responded: less than a second in normal operation.</summary>
    public TimeSpan TimeSinceContact => Stopwatch.GetElapsedTime(Volatile.Read(ref lastContact));

    /// <summary>A subscription to what is published from now on.</summary>
    /// <param name="collections">In which collections. Null for all.</param>
    public ChangeSubscription Subscribe(IReadOnlyCollection<string>? collections = null) => new(Volatile.Read(ref latest), collections ?? AllCollections);

    /// <summary>Receives notifications until it is cancelled; connects again whenever the connection is lost.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var isLost = false;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await ReceiveAsync(() => isLost = false, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException or IOException or InvalidOperationException or OperationCanceledException)
            {
                if (!isLost)
                    logger.LogWarning(exception, "The connection that receives notifications of changes was lost. Connecting again.");
                isLost = true;
            }

            // Short, so that instances agree within a second of the database's return; at random, so that they do not all connect at once.
            await Task.Delay(Random.Shared.Next(100, 400), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReceiveAsync(Action connected, CancellationToken cancellationToken)
    {
        await using var connection = database.CreateUnpooledConnection();
        await connection.OpenAsync(cancellationToken);
        connection.Notification += (_, notification) => Notify([.. notification.Payload.Split(' ')]);
        await using var listen = new NpgsqlCommand($"listen {PublicationSession.Channel}", connection);
        await listen.ExecuteNonQueryAsync(cancellationToken);
        connected();
        // Changes may have been missed while there was no connection.
        Notify(AllCollections);

        await using var poll = new NpgsqlCommand($"select data -> 'lastChange' from {StoreConfiguration.Schema}.mt_doc_catalogue_state", connection);
        var last = await poll.ExecuteScalarAsync(cancellationToken);
        while (true)
        {
            var isNotified = await connection.WaitAsync(PollInterval, cancellationToken);
            var now = await poll.ExecuteScalarAsync(cancellationToken);
            Volatile.Write(ref lastContact, Stopwatch.GetTimestamp());
            if (!isNotified && !Equals(now, last))
                Notify(AllCollections);
            last = now;
        }
    }

    private void Notify(HashSet<string> collections) => Volatile.Write(ref latest, latest.AddNext(collections));
}
