using Npgsql;
using UpperBack.Content.Collections;

namespace UpperBack.Store.Reading;

/// <summary>A document whose newest state waits to be published.</summary>
/// <param name="Collection">The collection it belongs to.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Revision">The number of the draft's revision.</param>
/// <param name="PublishedRevision">The number of the published one. Null when there is none.</param>
/// <param name="Author">Who saved it.</param>
/// <param name="Comment">Why. Null when nobody said.</param>
/// <param name="SavedAt">When.</param>
public sealed record WaitingDraft(string Collection, string Slug, int Revision, int? PublishedRevision, string Author, string? Comment, DateTimeOffset SavedAt);

/// <summary>Reads what is not published. Nothing here may reach a reader without the scope for it.</summary>
public sealed class Drafts(Database database)
{
    private const int MostListed = 1000;

    /// <summary>The newest state of a document, published or not, and its revision. Null when there is none, or it was retired.</summary>
    public async Task<(int Revision, byte[] Body)?> FindAsync(Collection collection, string slug, CancellationToken cancellationToken = default)
    {
        await using var command = database.DataSource.CreateCommand("""
            select coalesce(d.draft, d.revision), coalesce(r.body, d.body) from documents d left join revisions r on (r.collection, r.slug, r.revision) = (d.collection, d.slug, d.draft)
            where d.collection = $1 and d.slug = $2 and coalesce(r.body, d.body) is not null
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = collection.Name });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = slug });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt32(0), reader.Bytes(1)!) : null;
    }

    /// <summary>The drafts of these collections, newest first.</summary>
    public async Task<IReadOnlyList<WaitingDraft>> ListAsync(IReadOnlyList<string> collections, CancellationToken cancellationToken = default)
    {
        await using var command = database.DataSource.CreateCommand($"""
            select d.collection, d.slug, d.draft, nullif(d.revision, 0), r.author, r.comment, r.created_at
            from documents d join revisions r on (r.collection, r.slug, r.revision) = (d.collection, d.slug, d.draft)
            where d.collection = any ($1) order by r.created_at desc, d.collection, d.slug limit {MostListed}
            """);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. collections] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(row => new WaitingDraft(
            row.GetString(0), row.GetString(1), row.GetInt32(2), row.IsDBNull(3) ? null : row.GetInt32(3), row.GetString(4), row.Text(5), row.GetFieldValue<DateTimeOffset>(6)), cancellationToken);
    }
}
