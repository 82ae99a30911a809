namespace UpperBack.Store.Changes;

/// <summary>
/// A notification that collections have changed, as a node of a linked list: a subscription holds the last one it received and
/// reaches every later one; earlier ones are garbage collected.
/// </summary>
internal sealed class ChangeNotification(long number, IReadOnlySet<string> collections)
{
    private readonly TaskCompletionSource<ChangeNotification> next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Number => number;

    public IReadOnlySet<string> Collections => collections;

    /// <summary>Completes with the next notification.</summary>
    public Task<ChangeNotification> Next => next.Task;

    /// <summary>Appends the next notification and returns it.</summary>
    public ChangeNotification AddNext(IReadOnlySet<string> changed)
    {
        var following = new ChangeNotification(number + 1, changed);
        next.SetResult(following);
        return following;
    }
}
