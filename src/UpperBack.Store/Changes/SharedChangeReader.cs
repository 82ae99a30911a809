using System.Globalization;
using UpperBack.Search;

namespace UpperBack.Store.Changes;

/// <summary>
/// Reads the feed once for all followers that wait at the same position: after a notification they all want the same page.
/// </summary>
public sealed class SharedChangeReader(ChangeLog log)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Lazy<Task<LoggedChanges?>>> reads = [];
    private long newest;

    /// <summary>The changes after a position, as the feed was after a notification or later.</summary>
    /// <param name="notification">The number of the notification.</param>
    /// <param name="since">The position.</param>
    /// <param name="request">What to read.</param>
    /// <param name="cancellationToken">Ends the wait of this caller only; the read goes on for the others.</param>
    public Task<LoggedChanges?> ReadAsync(long notification, FeedPosition since, ChangeRequest request, CancellationToken cancellationToken) =>
        Find(notification, since, request).Value.WaitAsync(cancellationToken);

    private Lazy<Task<LoggedChanges?>> Find(long notification, FeedPosition since, ChangeRequest request)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{since} {string.Join(',', request.Collections ?? [])} {request.Language} {request.Limit}");
        lock (gate)
        {
            if (notification > newest)
            {
                newest = notification;
                reads.Clear();
            }

            if (!reads.TryGetValue(key, out var read) || (read.IsValueCreated && read.Value.IsFaulted))
                reads[key] = read = new(() => log.ReadAsync(since, request, CancellationToken.None));
            return read;
        }
    }
}
