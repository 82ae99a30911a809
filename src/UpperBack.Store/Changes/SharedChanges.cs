using System.Globalization;
using UpperBack.Search;

namespace UpperBack.Store.Changes;

/// <summary>
/// Reads the feed once for all followers that wait at the same position: after an announcement they all want the same page.
/// </summary>
public sealed class SharedChanges(ChangeLog log)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Lazy<Task<LoggedChanges?>>> reads = [];
    private long newest;

    /// <summary>The changes after a position, as the feed was after an announcement or later.</summary>
    /// <param name="heard">The number of the announcement.</param>
    /// <param name="since">The position.</param>
    /// <param name="request">What to read.</param>
    /// <param name="cancellationToken">Ends the wait; what others wait for goes on.</param>
    public Task<LoggedChanges?> ReadAsync(long heard, FeedPosition since, ChangeRequest request, CancellationToken cancellationToken) =>
        Find(heard, since, request).Value.WaitAsync(cancellationToken);

    private Lazy<Task<LoggedChanges?>> Find(long heard, FeedPosition since, ChangeRequest request)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{since} {string.Join(',', request.Collections ?? [])} {request.Language} {request.Limit}");
        lock (gate)
        {
            if (heard > newest)
            {
                newest = heard;
                reads.Clear();
            }

            if (!reads.TryGetValue(key, out var read) || (read.IsValueCreated && read.Value.IsFaulted))
                reads[key] = read = new(() => log.ReadAsync(since, request, CancellationToken.None));
            return read;
        }
    }
}
