using Npgsql;
using NpgsqlTypes;
using UpperBack.Content.Documents;
using UpperBack.Search;
using UpperBack.Store.Reading;

namespace UpperBack.Store.Changes;

/// <summary>Reads what has changed, in the order of commits.</summary>
public sealed class ChangeLog(Database database)
{
    /// <summary>Where the feed ends now.</summary>
    public async Task<FeedPosition> EndAsync(CancellationToken cancellationToken = default)
    {
        await using var command = database.DataSource.CreateCommand("select epoch, last from feed");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetString(0), reader.GetInt64(1));
    }

    /// <summary>
    /// The changes after a position, from the beginning when there is none. Null when the feed cannot go on from there:
    /// it has forgotten what came next, or the position is of another database.
    /// </summary>
    public async Task<LoggedChanges?> ReadAsync(FeedPosition? since, ChangeRequest request, CancellationToken cancellationToken = default)
    {
        // One statement sees one state of the database: the end of the feed, the changes up to it, and the renderings as they
        // are then. A rendering only changes together with a later entry, so who follows in a language ends with the newest.
        await using var command = database.DataSource.CreateCommand("""
            select f.epoch, f.last, f.forgotten, c.sequence, c.collection, c.slug, c.revision, c.changed_at, c.is_tombstone, r.replaced_by, coalesce(t.body, r.body)
            from feed f
            left join lateral (
                select * from changes where sequence > $1 and ($2::text[] is null or collection = any ($2)) order by sequence limit $3) c on true
            left join revisions r on (r.collection, r.slug, r.revision) = (c.collection, c.slug, c.revision)
            left join documents d on (d.collection, d.slug, d.revision) = (c.collection, c.slug, c.revision)
            left join renderings t on (t.collection, t.slug, t.language) = (d.collection, d.slug, $4)
            order by c.sequence
            """);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = since?.Sequence ?? 0 });
        command.Parameters.Add(new() { Value = (object?)request.Collections?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = request.Limit + 1 });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = SearchLanguage.Code(request.Language) });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (end, forgotten) = (new FeedPosition(reader.GetString(0), reader.GetInt64(1)), reader.GetInt64(2));
        if ((since?.Sequence ?? 0) < forgotten || since?.Sequence > end.Sequence || (since is not null && since.Epoch != end.Epoch))
            return null;
        var changes = new List<LoggedChange>();
        for (var isThere = !reader.IsDBNull(3); isThere; isThere = await reader.ReadAsync(cancellationToken))
            changes.Add(Read(reader, end.Epoch));
        return changes.Count > request.Limit
            ? new(changes[..request.Limit], changes[request.Limit - 1].Position, More: true)
            : new(changes, end, More: false);
    }

    private static LoggedChange Read(NpgsqlDataReader row, string epoch) =>
        new(new(epoch, row.GetInt64(3)), row.GetString(4), row.GetString(5), row.GetInt32(6), row.GetFieldValue<DateTimeOffset>(7))
        {
            IsTombstone = row.GetBoolean(8),
            ReplacedBy = row.Text(9),
            Document = row.Bytes(10),
        };
}

/// <summary>What to read of the feed.</summary>
/// <param name="Collections">Only these collections; null for all.</param>
/// <param name="Language">The language of the documents.</param>
/// <param name="Limit">How many changes at most.</param>
public sealed record ChangeRequest(IReadOnlyList<string>? Collections, Language Language, int Limit);

/// <summary>Some of the feed.</summary>
/// <param name="Changes">The changes, oldest first.</param>
/// <param name="Next">Where to go on. Also past the changes that were not asked for.</param>
/// <param name="More">Whether there are more of them already.</param>
public sealed record LoggedChanges(IReadOnlyList<LoggedChange> Changes, FeedPosition Next, bool More);

/// <summary>One document that came, changed or went away.</summary>
/// <param name="Position">Where it stands in the feed.</param>
/// <param name="Collection">The collection of the document.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Revision">The revision that was published by the change, or that retired the document.</param>
/// <param name="ChangedAt">When it changed.</param>
public sealed record LoggedChange(FeedPosition Position, string Collection, string Slug, int Revision, DateTimeOffset ChangedAt)
{
    /// <summary>True when the document went away.</summary>
    public bool IsTombstone { get; init; }

    /// <summary>What takes the place of a document that went away. Null when nothing does.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>
    /// The document's JSON: in the language asked for when the revision is the published one still, in English when a later
    /// entry has another. Null when it went away.
    /// </summary>
    public byte[]? Document { get; init; }
}
