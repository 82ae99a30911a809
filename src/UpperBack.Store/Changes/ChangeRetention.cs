using Marten;
using UpperBack.Store.Documents;

namespace UpperBack.Store.Changes;

/// <summary>Keeps the feed from growing forever. A follower that was away for longer starts again from the snapshot.</summary>
public sealed class ChangeRetention(Database database)
{
    /// <summary>Deletes the changes from before a moment, and returns how many. Does nothing while another instance does it.</summary>
    public async Task<long> DeleteAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        await using var session = database.Documents.LightweightSession();
        await session.BeginTransactionAsync(cancellationToken);
        if (!await AdvisoryLocks.TryTakeAsync(session.Connection!, AdvisoryLocks.Retention, cancellationToken))
            return 0;
        await AdvisoryLocks.TakeAsync(session.Connection!, AdvisoryLocks.Publication, cancellationToken);
        var state = (await session.LoadAsync<CatalogueState>(CatalogueState.TheId, cancellationToken))!;
        // Up to the first that is kept, so that what is left has no gap even where a clock was set back.
        var utc = before.ToUniversalTime();
        var kept = await session.Query<Change>().Where(change => change.ChangedAt >= utc).OrderBy(change => change.Id).FirstOrDefaultAsync(cancellationToken);
        var last = kept is null ? state.LastChange : kept.Id - 1;
        if (last <= state.DeletedChanges)
            return 0;
        session.DeleteWhere<Change>(change => change.Id <= last);
        session.Store(state with { DeletedChanges = last });
        await session.SaveChangesAsync(cancellationToken);
        return last - state.DeletedChanges;
    }
}
