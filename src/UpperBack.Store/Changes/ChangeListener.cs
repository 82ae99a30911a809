namespace UpperBack.Store.Changes;

/// <summary>
/// Waits for changes of some collections. It receives everything announced after it was created: create it, read, then wait,
/// and no change falls in between.
/// </summary>
public sealed class ChangeListener
{
    private readonly IReadOnlyCollection<string> collections;
    private Announcement heard;

    internal ChangeListener(Announcement heard, IReadOnlyCollection<string> collections) => (this.heard, this.collections) = (heard, collections);

    /// <summary>The number of the last announcement received. What is read from the database now is at least as new.</summary>
    public long Heard => heard.Number;

    /// <summary>Waits until one of the collections moves, and returns those that did: none when the time is up or the wait was ended.</summary>
    public async Task<IReadOnlySet<string>> WaitAsync(TimeSpan time, CancellationToken end = default)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(end);
        timer.CancelAfter(time);
        var moved = new HashSet<string>();
        while (moved.Count == 0)
        {
            var next = heard.Next.WaitAsync(timer.Token);
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!next.IsCompletedSuccessfully)
                break;
            // What has been announced since, too: one reading does for all of it.
            while (heard.Next.IsCompletedSuccessfully)
            {
                heard = await heard.Next;
                moved.UnionWith(heard.Collections.Intersect(collections));
            }
        }

        return moved;
    }
}
