using System.Diagnostics;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Store.Writing;

/// <summary>Writes what readers see. Writers take turns, so that what one checks still holds when it commits.</summary>
internal sealed class CatalogueWriter
{
    /// <summary>How many documents are written with one statement.</summary>
    public const int RowsAtATime = 2000;

    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(3);

    private readonly WriteTransaction transaction;
    private readonly Action<string>? progress;
    private readonly HashSet<string> touched = [];
    private readonly Dictionary<DocumentKey, bool> moved = [];

    private CatalogueWriter(WriteTransaction transaction, Action<string>? progress) => (this.transaction, this.progress) = (transaction, progress);

    /// <summary>Takes the turn.</summary>
    /// <param name="transaction">What is written belongs to it.</param>
    /// <param name="progress">Is told every few seconds how far it has come. Null when nobody wants to know.</param>
    /// <param name="cancellationToken">Gives the turn up.</param>
    public static async Task<CatalogueWriter> BeginAsync(WriteTransaction transaction, Action<string>? progress, CancellationToken cancellationToken)
    {
        // Readers go on; only writers wait.
        await transaction.ExecuteAsync("lock table collections in share row exclusive mode", cancellationToken);
        transaction.IsForReaders = true;
        return new(transaction, progress);
    }

    /// <summary>Every slug of a collection that readers can find.</summary>
    public async Task<IReadOnlyList<string>> SlugsAsync(string collection, CancellationToken cancellationToken)
    {
        await using var command = transaction.Command("select slug from entries where collection = $1 order by slug", new NpgsqlParameter { Value = collection });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(row => row.GetString(0), cancellationToken);
    }

    /// <summary>Publishes the changed ones of these documents, and writes what all of them are found by.</summary>
    public async Task SaveAsync(IReadOnlyList<PlacedDocument> documents, IReadOnlyList<ChangedDocument> changes, CatalogueDraft draft, string? comment, CancellationToken cancellationToken)
    {
        var changed = changes.ToDictionary(change => change.Document.Key);
        var chunks = documents.Chunk(RowsAtATime).ToList();
        var reported = Stopwatch.StartNew();
        // While the database writes some, the next are made ready.
        var next = Prepare(0);
        for (var index = 0; index < chunks.Count; index++)
        {
            var rows = await next;
            next = Prepare(index + 1);
            await SaveAsync([.. chunks[index].Where(document => changed.ContainsKey(document.Key)).Select(document => changed[document.Key])], comment, cancellationToken);
            await IndexAsync(chunks[index], rows, cancellationToken);
            if (reported.Elapsed < BetweenReports)
                continue;
            progress?.Invoke(string.Create(CultureInfo.InvariantCulture, $"Wrote {Math.Min((index + 1) * RowsAtATime, documents.Count):N0} of {documents.Count:N0} documents."));
            reported.Restart();
        }

        Task<IndexRows> Prepare(int index) => index < chunks.Count ? Task.Run(() => new IndexRows(chunks[index], draft), cancellationToken) : Task.FromResult<IndexRows>(null!);
    }

    // A revision that is there already, as a draft, becomes the published one, with what the service computes filled in.
    private async Task SaveAsync(IReadOnlyList<ChangedDocument> changes, string? comment, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
            return;
        Touch(changes.Select(change => change.Document.Key), isTombstone: false);
        await transaction.ExecuteAsync("""
            with changed as (select * from unnest($1::text[], $2::text[], $3::int[], $4::json[], $5::text[]) c (collection, slug, revision, body, author)),
            saved as (
                insert into documents (collection, slug, revision, head, body, updated_at)
                select collection, slug, revision, revision, body, clock_timestamp() from changed
                on conflict (collection, slug) do update set revision = excluded.revision, head = greatest(documents.head, excluded.head),
                    draft = nullif(documents.draft, excluded.revision), body = excluded.body, updated_at = excluded.updated_at)
            insert into revisions (collection, slug, revision, body, author, comment, created_at, published_at, published_by)
            select collection, slug, revision, body, author, $6, clock_timestamp(), clock_timestamp(), $7 from changed
            on conflict (collection, slug, revision) do update set body = excluded.body, published_at = excluded.published_at, published_by = excluded.published_by
            """, cancellationToken,
            Texts(changes.Select(change => change.Document.Collection.Name)),
            Texts(changes.Select(change => change.Document.Document.Slug)),
            new() { Value = changes.Select(change => change.Revision).ToArray() },
            Json(changes.Select(change => change.Document.Body)),
            Texts(changes.Select(change => change.Author)), Text(comment), new() { Value = transaction.Actor.Name });
    }

    public async Task SaveAsync(IReadOnlyList<KeyValuePair<TranslationKey, PlacedTranslation>> translations, CancellationToken cancellationToken)
    {
        foreach (var chunk in translations.Chunk(RowsAtATime))
        {
            Touch(chunk.Select(translation => translation.Key.Document), isTombstone: false);
            await transaction.ExecuteAsync("""
                insert into translations (collection, slug, language, body, revision, author)
                select * from unnest($1::text[], $2::text[], $3::text[], $4::json[], $5::int[], $6::text[])
                on conflict (collection, slug, language) do update
                    set body = excluded.body, revision = excluded.revision, author = excluded.author, updated_at = now()
                """, cancellationToken,
                Texts(chunk.Select(translation => translation.Key.Document.Collection)),
                Texts(chunk.Select(translation => translation.Key.Document.Slug)),
                Texts(chunk.Select(translation => SearchLanguage.Code(translation.Key.Language))),
                Json(chunk.Select(translation => CatalogueDraft.Body(translation.Value.Translation))),
                new() { Value = chunk.Select(translation => translation.Value.Revision).ToArray() },
                Texts(chunk.Select(translation => translation.Value.Author)));
        }
    }

    public async Task RetireAsync(IReadOnlyList<(DocumentKey Key, Retirement Retirement)> retirements, string author, CancellationToken cancellationToken)
    {
        if (retirements.Count == 0)
            return;
        Touch(retirements.Select(retirement => retirement.Key), isTombstone: true);
        await transaction.ExecuteAsync("""
            with retired as (select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) r (collection, slug, replaced_by, reason)),
            saved as (
                insert into documents (collection, slug, revision, head, updated_at, retired_at, replaced_by, retirement_reason)
                select collection, slug, 1, 1, clock_timestamp(), clock_timestamp(), replaced_by, reason from retired
                on conflict (collection, slug) do update set revision = documents.head + 1, head = documents.head + 1, draft = null, body = null,
                    updated_at = excluded.updated_at, retired_at = excluded.retired_at, replaced_by = excluded.replaced_by, retirement_reason = excluded.retirement_reason
                returning collection, slug, revision),
            untranslated as (delete from translations t using retired r where (t.collection, t.slug) = (r.collection, r.slug)),
            unlisted as (delete from entries e using retired r where (e.collection, e.slug) = (r.collection, r.slug))
            insert into revisions (collection, slug, revision, author, comment, created_at, published_at, published_by, replaced_by)
            select s.collection, s.slug, s.revision, $5, r.reason, clock_timestamp(), clock_timestamp(), $5, r.replaced_by from saved s join retired r using (collection, slug)
            """, cancellationToken,
            Texts(retirements.Select(retirement => retirement.Key.Collection)),
            Texts(retirements.Select(retirement => retirement.Key.Slug)),
            Texts(retirements.Select(retirement => retirement.Retirement.ReplacedBy)),
            Texts(retirements.Select(retirement => retirement.Retirement.Reason)),
            new() { Value = author });
    }

    private async Task IndexAsync(IReadOnlyList<PlacedDocument> documents, IndexRows rows, CancellationToken cancellationToken)
    {
        touched.UnionWith(documents.Select(document => document.Collection.Name));
        var before = await RenderingsAsync(documents, cancellationToken);
        await rows.WriteAsync(transaction.Connection, cancellationToken);
        // Another build may render the same texts otherwise; who follows the catalogue in that language has to hear of it.
        var after = await RenderingsAsync(documents, cancellationToken);
        Touch(before.Keys.Union(after.Keys).Where(key => before.GetValueOrDefault(key) != after.GetValueOrDefault(key)).ToList(), isTombstone: false);
    }

    // What readers of other languages get of each document.
    private async Task<Dictionary<DocumentKey, string>> RenderingsAsync(IReadOnlyList<PlacedDocument> documents, CancellationToken cancellationToken) =>
        (await transaction.OfKeysAsync(
            "select r.collection, r.slug, string_agg(r.language || r.tag, ' ' order by r.language) from keys k join renderings r using (collection, slug) group by r.collection, r.slug",
            [.. documents.Select(document => document.Key)], row => KeyValuePair.Create(new DocumentKey(row.GetString(0), row.GetString(1)), row.GetString(2)), cancellationToken)).ToDictionary();

    /// <summary>Tells everybody: readers by the versions, followers by the feed, receivers by the outbox, other instances by a notification when it is committed.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync("update collections set version = version + 1 where name = any($1)", cancellationToken, Texts(touched));
        await ChangeFeed.AppendAsync(transaction, moved, cancellationToken);
        if (touched.Count > 0)
            await transaction.ExecuteAsync("select pg_notify($1, $2)", cancellationToken, new() { Value = ChangeFeed.Channel }, new() { Value = string.Join(' ', touched) });
    }

    private void Touch(IEnumerable<DocumentKey> keys, bool isTombstone)
    {
        foreach (var key in keys)
        {
            touched.Add(key.Collection);
            moved[key] = isTombstone;
        }
    }

    internal static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    internal static NpgsqlParameter Texts(IEnumerable<string?> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    internal static NpgsqlParameter Json(IEnumerable<byte[]> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Json };
}
