using Marten;

namespace UpperBack.Store.Audit;

/// <summary>Which entries of the audit to read. Null means any.</summary>
/// <param name="Limit">How many entries at most.</param>
public sealed record AuditQuery(int Limit)
{
    /// <summary>Done by any of these.</summary>
    public IReadOnlyList<string>? Actors { get; init; }

    /// <summary>Any of these actions.</summary>
    public IReadOnlyList<string>? Actions { get; init; }

    /// <summary>To any of these.</summary>
    public IReadOnlyList<string>? Targets { get; init; }

    /// <summary>At this time or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Before this time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Older than the entry with this id.</summary>
    public long? Before { get; init; }
}

/// <summary>Reads the audit.</summary>
public sealed class AuditTrail(Database database)
{
    /// <summary>The entries that a query asks for, newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> ListAsync(AuditQuery query, CancellationToken cancellationToken = default)
    {
        await using var session = database.Documents.QuerySession();
        IQueryable<AuditEntry> entries = session.Query<AuditEntry>();
        if (query.Actors is { } actors)
            entries = entries.Where(entry => entry.Actor.IsOneOf(actors.ToArray()));
        if (query.Actions is { } actions)
            entries = entries.Where(entry => entry.Action.IsOneOf(actions.ToArray()));
        if (query.Targets is { } targets)
            entries = entries.Where(entry => entry.Target.IsOneOf(targets.ToArray()));
        if (query.Since is { } since)
            entries = entries.Where(entry => entry.At >= since);
        if (query.Until is { } until)
            entries = entries.Where(entry => entry.At < until);
        if (query.Before is { } before)
            entries = entries.Where(entry => entry.Id < before);
        return await entries.OrderByDescending(entry => entry.Id).Take(query.Limit).ToListAsync(cancellationToken);
    }
}
