using System.Text.Json;
using Npgsql;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Store.Writing;

/// <summary>A document as an editor finds it.</summary>
/// <param name="Head">The highest number that a revision has.</param>
/// <param name="Revision">The number of the published revision; 0 when it was never published.</param>
/// <param name="Draft">The number of the draft. Null when everything is published.</param>
/// <param name="Newest">The JSON of the draft, or else of what is published. Null when there is neither.</param>
public sealed record EditableDocument(int Head, int Revision, int? Draft, byte[]? Newest)
{
    /// <summary>The number of the newest state: the draft's, or else that of what is published. What was discarded has numbers too, and counts no more.</summary>
    public int Current => Draft ?? Revision;

    /// <summary>When it was retired. Null when it was not.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>What takes its place. Null when nothing does.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>What a slug is before anybody has written to it.</summary>
    public static EditableDocument Nothing { get; } = new(0, 0, null, null);
}

/// <summary>Writes one document, within a transaction that the caller commits.</summary>
/// <param name="transaction">The transaction.</param>
/// <param name="collection">The collection that it belongs to.</param>
/// <param name="slug">Its slug.</param>
public sealed class DocumentEditing(WriteTransaction transaction, Collection collection, string slug)
{
    private string Name => $"{collection.Name}/{slug}";

    /// <summary>The document as it is, kept from other writers until the transaction ends.</summary>
    /// <param name="forReaders">Whether readers are to see what is written. Such writers take turns, and must wait before they hold a document.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<EditableDocument> LockAsync(bool forReaders, CancellationToken cancellationToken = default)
    {
        if (forReaders)
            await CatalogueWriter.BeginAsync(transaction, progress: null, cancellationToken);
        await using var command = transaction.Command("""
            select d.head, d.revision, d.draft, coalesce(r.body, d.body), d.retired_at, d.replaced_by
            from documents d left join revisions r on (r.collection, r.slug, r.revision) = (d.collection, d.slug, d.draft)
            where d.collection = $1 and d.slug = $2 for update of d
            """, Collection, Slug);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new(reader.GetInt32(0), reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetInt32(2), reader.Bytes(3))
            {
                RetiredAt = reader.IsDBNull(4) ? null : reader.GetFieldValue<DateTimeOffset>(4),
                ReplacedBy = reader.Text(5),
            }
            : EditableDocument.Nothing;
    }

    /// <summary>Saves a draft and returns the number of its revision. Null when somebody else has created the document in the meantime.</summary>
    public async Task<int?> SaveAsync(EditableDocument there, byte[] body, string? comment, CancellationToken cancellationToken = default)
    {
        if (there.Newest.AsSpan().SequenceEqual(body))
            return there.Current;
        var revision = there.Head + 1;
        var saved = await transaction.ExecuteAsync(there.Head == 0
            ? "insert into documents (collection, slug, revision, head, draft) values ($1, $2, 0, $3, $3) on conflict do nothing"
            : "update documents set head = $3, draft = $3 where collection = $1 and slug = $2", cancellationToken, Collection, Slug, new() { Value = revision });
        if (saved == 0)
            return null;
        await transaction.ExecuteAsync("insert into revisions (collection, slug, revision, body, author, comment, created_at) values ($1, $2, $3, $4, $5, $6, clock_timestamp())", cancellationToken,
            Collection, Slug, new() { Value = revision }, new() { Value = body, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Json }, new() { Value = transaction.Actor.Name }, CatalogueWriter.Text(comment));
        await transaction.NoteAsync("document.saved", Name, new { revision, comment }, cancellationToken);
        return revision;
    }

    /// <summary>Makes the draft what readers see, with all that follows from it, or returns what keeps it from that.</summary>
    public async Task<ImportReport> PublishAsync(EditableDocument there, CancellationToken cancellationToken = default)
    {
        var report = await RunAsync(new("", collection, slug, there.Newest!), null, cancellationToken);
        if (report.Faults.Count > 0)
            return report;
        // A draft that is what was published before, bar what the service computes, needs no new revision and is still done with.
        await transaction.ExecuteAsync("update documents set draft = null where collection = $1 and slug = $2", cancellationToken, Collection, Slug);
        await transaction.NoteAsync("document.published", Name, new { revision = await PublishedAsync(cancellationToken) }, cancellationToken);
        return report;
    }

    /// <summary>Takes the document away from readers for good, or returns what keeps it from that.</summary>
    public async Task<ImportReport> RetireAsync(string? replacedBy, string? reason, CancellationToken cancellationToken = default)
    {
        var retirement = JsonSerializer.SerializeToUtf8Bytes(new Retirement { Slug = slug, ReplacedBy = replacedBy, Reason = reason }, DocumentJson.Compact);
        var report = await RunAsync(new("", collection, slug, retirement, DocumentPart.Retirement), reason, cancellationToken);
        if (report.Faults.Count == 0)
            await transaction.NoteAsync("document.retired", Name, new { replacedBy, reason }, cancellationToken);
        return report;
    }

    /// <summary>Forgets the draft; its revision stays in the history.</summary>
    public async Task DiscardAsync(CancellationToken cancellationToken = default)
    {
        await transaction.ExecuteAsync("update documents set draft = null where collection = $1 and slug = $2", cancellationToken, Collection, Slug);
        await transaction.NoteAsync("draft.discarded", Name, null, cancellationToken);
    }

    /// <summary>The JSON of a revision. Null when there is no such revision, or it is the one that retired the document.</summary>
    public async Task<byte[]?> RevisionAsync(int revision, CancellationToken cancellationToken = default)
    {
        await using var command = transaction.Command("select body from revisions where collection = $1 and slug = $2 and revision = $3", Collection, Slug, new() { Value = revision });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.Bytes(0) : null;
    }

    /// <summary>The published documents that point at this one, by collection and slug.</summary>
    public async Task<IReadOnlyList<string>> ReferrersAsync(CancellationToken cancellationToken = default)
    {
        await using var command = transaction.Command(
            "select collection || '/' || slug from entries where refers_to @> array[$1 || '/' || $2] and (collection, slug) <> ($1, $2) order by 1", Collection, Slug);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(row => row.GetString(0), cancellationToken);
    }

    private NpgsqlParameter Collection => new() { Value = collection.Name };

    private NpgsqlParameter Slug => new() { Value = slug };

    private Task<ImportReport> RunAsync(IncomingDocument document, string? comment, CancellationToken cancellationToken) =>
        CatalogueImport.RunAsync(transaction, new[] { document }.ToAsyncEnumerable(), comment: comment, cancellationToken: cancellationToken);

    private async Task<int> PublishedAsync(CancellationToken cancellationToken)
    {
        await using var command = transaction.Command("select revision from documents where collection = $1 and slug = $2", Collection, Slug);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
