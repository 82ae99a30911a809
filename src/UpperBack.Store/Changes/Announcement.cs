namespace UpperBack.Store.Changes;

/// <summary>
/// One link of a list of announcements that collections have changed. A listener that holds a link reaches every later one;
/// earlier ones are collected as garbage.
/// </summary>
internal sealed class Announcement(long number, IReadOnlySet<string> collections)
{
    private readonly TaskCompletionSource<Announcement> next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Number => number;

    public IReadOnlySet<string> Collections => collections;

    /// <summary>The next announcement, when it is made.</summary>
    public Task<Announcement> Next => next.Task;

    /// <summary>Makes the next announcement.</summary>
    public Announcement Follow(IReadOnlySet<string> moved)
    {
        var following = new Announcement(number + 1, moved);
        next.SetResult(following);
        return following;
    }
}
