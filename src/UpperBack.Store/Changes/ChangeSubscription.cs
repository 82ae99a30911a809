namespace UpperBack.Store.Changes;

/// <summary>
/// Waits for changes of some collections. It receives every notification after it was created: create it, read, then wait,
/// and no change is missed in between.
/// </summary>
public sealed class ChangeSubscription
{
    private readonly IReadOnlyCollection<string> collections;
    private ChangeNotification received;

    internal ChangeSubscription(ChangeNotification received, IReadOnlyCollection<string> collections) => (this.received, this.collections) = (received, collections);

    /// <summary>The number of the last notification received. What is read from the database after it is at least as new.</summary>
    public long LastReceived => received.Number;

    /// <summary>Waits until one of the collections changes, and returns those that did: none after the timeout or when the wait was cancelled.</summary>
    public async Task<IReadOnlySet<string>> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(timeout);
        var changed = new HashSet<string>();
        while (changed.Count == 0)
        {
            var next = received.Next.WaitAsync(timer.Token);
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!next.IsCompletedSuccessfully)
                break;
            // Later ones that have arrived meanwhile, too: one read covers all of them.
            while (received.Next.IsCompletedSuccessfully)
            {
                received = await received.Next;
                changed.UnionWith(received.Collections.Intersect(collections));
            }
        }

        return changed;
    }
}
