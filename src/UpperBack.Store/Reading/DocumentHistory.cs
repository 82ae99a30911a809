using System.Text.Json;
using Npgsql;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Reading;

/// <summary>Reads how documents came to be what they are. Without drafts, a revision that readers never saw is not there.</summary>
public sealed class DocumentHistory(Database database)
{
    private const string Columns = "r.revision, d.revision, d.draft, r.body is null, r.author, r.created_at, r.comment, r.published_at, r.published_by, r.replaced_by";

    private const string OfDocument = "r.collection = $1 and r.slug = $2";

    /// <summary>The revisions of a document, newest first and without their bodies, and how many there are in all.</summary>
    /// <param name="collection">Its collection.</param>
    /// <param name="slug">Its slug.</param>
    /// <param name="withDrafts">Whether to count those in that readers never saw.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="before">Only those with a smaller number. Null for all.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<(IReadOnlyList<StoredRevision> Revisions, long Total)> ListAsync(
        Collection collection, string slug, bool withDrafts, int limit, int? before = null, CancellationToken cancellationToken = default)
    {
        await using var batch = database.DataSource.CreateBatch();
        batch.BatchCommands.Add(new($"select count(*) from revisions r where {OfDocument} and ($3 or r.published_at is not null)"));
        batch.BatchCommands.Add(new($"""
            select {Columns}, null::json from revisions r join documents d using (collection, slug)
            where {OfDocument} and ($3 or r.published_at is not null) and r.revision < $4 order by r.revision desc limit $5
            """));
        batch.BatchCommands[0].Parameters.AddRange(Parameters(collection, slug, new NpgsqlParameter { Value = withDrafts }));
        batch.BatchCommands[1].Parameters.AddRange(Parameters(collection, slug, new() { Value = withDrafts }, new() { Value = before ?? int.MaxValue }, new() { Value = limit }));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var total = reader.GetInt64(0);
        await reader.NextResultAsync(cancellationToken);
        return (await reader.AllAsync(row => Read(row, 0), cancellationToken), total);
    }

    /// <summary>Those of these revisions that are there, with their bodies, in the order of the numbers.</summary>
    public async Task<IReadOnlyList<StoredRevision>> FindAsync(
        Collection collection, string slug, IReadOnlyList<int> numbers, bool withDrafts, CancellationToken cancellationToken = default)
    {
        await using var command = Command($"""
            select {Columns}, r.body from revisions r join documents d using (collection, slug)
            where {OfDocument} and ($3 or r.published_at is not null) and r.revision = any ($4) order by r.revision
            """, collection, slug, new() { Value = withDrafts }, new() { Value = numbers.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(row => Read(row, 0), cancellationToken);
    }

    /// <summary>Whether the document has any revision.</summary>
    public async Task<bool> ExistsAsync(Collection collection, string slug, bool withDrafts, CancellationToken cancellationToken = default)
    {
        await using var command = Command($"select exists (select from revisions r where {OfDocument} and ($3 or r.published_at is not null))", collection, slug, new NpgsqlParameter { Value = withDrafts });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>What readers saw of a document at a time.</summary>
    public async Task<PastRevision> AtAsync(Collection collection, string slug, DateTimeOffset time, CancellationToken cancellationToken = default)
    {
        // The clock of the database, because it dates the publications.
        await using var command = Command($"""
            select clock_timestamp(), (select min(r.published_at) from revisions r where {OfDocument}), {Columns}, r.body
            from (values (1)) one left join lateral
                (select * from revisions r where {OfDocument} and r.published_at <= $3 order by r.published_at desc, r.revision desc limit 1) r on true
            left join documents d using (collection, slug)
            """, collection, slug, new NpgsqlParameter { Value = time.ToUniversalTime() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetFieldValue<DateTimeOffset>(0), Time(reader, 1), reader.IsDBNull(2) ? null : Read(reader, 2));
    }

    /// <summary>
    /// A document of the past in another language: translations have no history, so it is today's, where that was made
    /// from these very texts. Null where there is none.
    /// </summary>
    public async Task<byte[]?> TranslateAsync(Collection collection, string slug, byte[] body, Language language, CancellationToken cancellationToken = default)
    {
        if (language is Language.En)
            return null;
        await using var command = Command("select body from translations r where r.collection = $1 and r.slug = $2 and r.language = $3", collection, slug, new NpgsqlParameter { Value = SearchLanguage.Code(language) });
        if (await command.ExecuteScalarAsync(cancellationToken) is not string text || Document(collection.Shape, body) is not { } document)
            return null;
        var translation = JsonSerializer.Deserialize<Translation>(text, DocumentJson.Compact)!;
        return translation.IsCurrent(collection.Shape, document)
            ? JsonSerializer.SerializeToUtf8Bytes(translation.Apply(collection.Shape, document), collection.Shape.Type, DocumentJson.Compact)
            : null;
    }

    // Null for a body of a time when documents were of another shape: it could lose something on the way.
    private static Document? Document(DocumentShape shape, byte[] body)
    {
        try
        {
            var document = (Document)JsonSerializer.Deserialize(body, shape.Type, DocumentJson.Compact)!;
            return JsonSerializer.SerializeToUtf8Bytes(document, shape.Type, DocumentJson.Compact).AsSpan().SequenceEqual(body) ? document : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private NpgsqlCommand Command(string sql, Collection collection, string slug, params NpgsqlParameter[] parameters)
    {
        var command = database.DataSource.CreateCommand(sql);
        command.Parameters.AddRange(Parameters(collection, slug, parameters));
        return command;
    }

    private static NpgsqlParameter[] Parameters(Collection collection, string slug, params NpgsqlParameter[] others) =>
        [new() { Value = collection.Name }, new() { Value = slug }, .. others];

    private static StoredRevision Read(NpgsqlDataReader row, int first)
    {
        var number = row.GetInt32(first);
        var state = row.GetBoolean(first + 3) ? RevisionState.Retired
            : Number(row, first + 1) == number ? RevisionState.Published
            : Number(row, first + 2) == number ? RevisionState.Draft
            : RevisionState.Superseded;
        return new(number, state, row.GetString(first + 4), row.GetFieldValue<DateTimeOffset>(first + 5))
        {
            Comment = row.Text(first + 6),
            PublishedAt = Time(row, first + 7),
            PublishedBy = row.Text(first + 8),
            ReplacedBy = row.Text(first + 9),
            Body = row.Bytes(first + 10),
        };
    }

    private static int? Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static DateTimeOffset? Time(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
