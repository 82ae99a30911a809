using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Store.Writing;

/// <summary>One writing transaction over the catalogue. Writers take turns, so that what one checks still holds when it commits.</summary>
internal sealed class CatalogueWriter : IAsyncDisposable
{
    private const int RowsAtATime = 2000;

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly HashSet<string> touched = [];

    private CatalogueWriter(NpgsqlConnection connection, NpgsqlTransaction transaction) => (this.connection, this.transaction) = (connection, transaction);

    public static async Task<CatalogueWriter> BeginAsync(Database database, CancellationToken cancellationToken)
    {
        var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Readers go on; only writers wait.
        await using var command = new NpgsqlCommand("lock table collections in share row exclusive mode", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new(connection, transaction);
    }

    public async Task<Dictionary<DocumentKey, StoredDocument>> ReadDocumentsAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("""
            select d.collection, d.slug, d.revision, d.body, d.replaced_by, d.retirement_reason, r.author
            from documents d join revisions r using (collection, slug, revision)
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var stored = new Dictionary<DocumentKey, StoredDocument>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var slug = reader.GetString(1);
            var body = reader.Bytes(3);
            var retirement = body is null ? new Retirement { Slug = slug, ReplacedBy = reader.Text(4), Reason = reader.Text(5) } : null;
            stored[new(reader.GetString(0), slug)] = new(CollectionRegistry.Get(reader.GetString(0)), reader.GetInt32(2), body, retirement, reader.GetString(6));
        }

        return stored;
    }

    public async Task<Dictionary<TranslationKey, PlacedTranslation>> ReadTranslationsAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select collection, slug, body, revision, author from translations", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var stored = new Dictionary<TranslationKey, PlacedTranslation>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var translation = JsonSerializer.Deserialize<Translation>(reader.GetFieldValue<byte[]>(2), DocumentJson.Compact)!;
            var key = new TranslationKey(new(reader.GetString(0), reader.GetString(1)), translation.Language);
            stored[key] = new($"{key} (published)", translation, reader.GetInt32(3), reader.GetString(4));
        }

        return stored;
    }

    public async Task SaveAsync(IReadOnlyList<ChangedDocument> changes, CancellationToken cancellationToken)
    {
        foreach (var chunk in changes.Chunk(RowsAtATime))
        {
            touched.UnionWith(chunk.Select(change => change.Document.Collection.Name));
            await ExecuteAsync("""
                with changed as (select * from unnest($1::text[], $2::text[], $3::int[], $4::json[], $5::text[]) c (collection, slug, revision, body, author)),
                saved as (
                    insert into documents (collection, slug, revision, body) select collection, slug, revision, body from changed
                    on conflict (collection, slug) do update set revision = excluded.revision, body = excluded.body, updated_at = now())
                insert into revisions (collection, slug, revision, body, author) select collection, slug, revision, body, author from changed
                """, cancellationToken,
                Texts(chunk.Select(change => change.Document.Collection.Name)),
                Texts(chunk.Select(change => change.Document.Document.Slug)),
                new() { Value = chunk.Select(change => change.Revision).ToArray() },
                Json(chunk.Select(change => change.Body)),
                Texts(chunk.Select(change => change.Author)));
        }
    }

    public async Task SaveAsync(IReadOnlyList<KeyValuePair<TranslationKey, PlacedTranslation>> translations, CancellationToken cancellationToken)
    {
        foreach (var chunk in translations.Chunk(RowsAtATime))
        {
            await ExecuteAsync("""
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
        touched.UnionWith(retirements.Select(retirement => retirement.Key.Collection));
        await ExecuteAsync("""
            with retired as (select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) r (collection, slug, replaced_by, reason)),
            saved as (
                insert into documents (collection, slug, revision, retired_at, replaced_by, retirement_reason)
                select collection, slug, 1, now(), replaced_by, reason from retired
                on conflict (collection, slug) do update set revision = documents.revision + 1, body = null, texts = null, updated_at = now(),
                    retired_at = now(), replaced_by = excluded.replaced_by, retirement_reason = excluded.retirement_reason
                returning collection, slug, revision),
            untranslated as (delete from translations t using retired r where (t.collection, t.slug) = (r.collection, r.slug)),
            unlisted as (delete from entries e using retired r where (e.collection, e.slug) = (r.collection, r.slug)),
            unlinked as (delete from links l using retired r where (l.collection, l.slug) = (r.collection, r.slug)),
            unnamed as (delete from aliases a using retired r where (a.collection, a.slug) = (r.collection, r.slug))
            insert into revisions (collection, slug, revision, author, comment)
            select s.collection, s.slug, s.revision, $5, r.reason from saved s join retired r using (collection, slug)
            """, cancellationToken,
            Texts(retirements.Select(retirement => retirement.Key.Collection)),
            Texts(retirements.Select(retirement => retirement.Key.Slug)),
            Texts(retirements.Select(retirement => retirement.Retirement.ReplacedBy)),
            Texts(retirements.Select(retirement => retirement.Retirement.Reason)),
            new() { Value = author });
    }

    public async Task IndexAsync(IReadOnlyList<PlacedDocument> documents, CatalogueDraft draft, CancellationToken cancellationToken)
    {
        foreach (var chunk in documents.Chunk(RowsAtATime))
        {
            touched.UnionWith(chunk.Select(document => document.Collection.Name));
            await new IndexRows(chunk, draft).WriteAsync(connection, cancellationToken);
        }
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync("update collections set version = version + 1 where name = any($1)", cancellationToken, Texts(touched));
        await transaction.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal static NpgsqlParameter Texts(IEnumerable<string?> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    internal static NpgsqlParameter Json(IEnumerable<byte[]> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Json };
}
