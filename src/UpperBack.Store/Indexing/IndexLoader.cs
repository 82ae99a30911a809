using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using UpperBack.Content.Documents;
using UpperBack.Search;
using UpperBack.Search.Indexing;
using UpperBack.Store.Reading;

namespace UpperBack.Store.Indexing;

/// <summary>Loads the index from the database: everything, or what has changed since the last snapshot.</summary>
internal sealed class IndexLoader(Database database)
{
    private const string Changed = "from since s join entries e on e.collection = s.collection and e.version > s.version";

    /// <summary>Brings an index up to date and returns its new snapshot.</summary>
    public async Task<CatalogueSnapshot> LoadAsync(CatalogueIndexWriter writer, CancellationToken cancellationToken)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        // One state of the database for all statements, so that the versions are those of the documents.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var (version, deletedUpTo) = await VersionAsync(connection, cancellationToken);
        if (writer.Base is not { } current || !IsContinuedBy(version, deletedUpTo, current))
            return await writer.RebuildAsync(DocumentsAsync(connection, version.Collections.Keys.ToDictionary(name => name, _ => long.MinValue), cancellationToken), version, cancellationToken);
        var since = version.Collections.Keys.Where(name => version.Collections[name] != current.VersionOf(name)).ToDictionary(name => name, current.VersionOf);
        var removed = since.Count == 0 ? [] : await RemovedAsync(connection, current.Position, cancellationToken);
        return await writer.UpdateAsync(removed, DocumentsAsync(connection, since, cancellationToken), version, cancellationToken);
    }

    // The database may be another one, or have been restored, or have deleted changes that the snapshot does not contain.
    private static bool IsContinuedBy(CatalogueVersion version, long deletedUpTo, CatalogueSnapshot current) =>
        current.Position.Epoch == version.Position.Epoch && current.Position.Sequence >= deletedUpTo && version.Collections.All(collection => collection.Value >= current.VersionOf(collection.Key));

    private static async Task<(CatalogueVersion Version, long DeletedUpTo)> VersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select epoch, last, forgotten, (select array_agg(name order by name) from collections), (select array_agg(version order by name) from collections) from feed", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var collections = reader.GetFieldValue<string[]>(3).Zip(reader.GetFieldValue<long[]>(4)).ToDictionary(pair => pair.First, pair => pair.Second);
        return (new(new(reader.GetString(0), reader.GetInt64(1)), collections), reader.GetInt64(2));
    }

    private static async Task<List<(string Collection, string Slug)>> RemovedAsync(NpgsqlConnection connection, FeedPosition since, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select collection, slug from changes where sequence > $1 and is_tombstone", connection);
        command.Parameters.Add(new() { Value = since.Sequence });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(row => (row.GetString(0), row.GetString(1)), cancellationToken);
    }

    private static async IAsyncEnumerable<IndexedDocument> DocumentsAsync(
        NpgsqlConnection connection, Dictionary<string, long> since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (since.Count == 0)
            yield break;
        foreach (var sql in (string[])
        [
            $"select e.collection, e.slug, 'en', d.revision, e.tag, e.index {Changed} join documents d on (d.collection, d.slug) = (e.collection, e.slug)",
            $"select r.collection, r.slug, r.language, r.revision, r.tag, r.index {Changed} join renderings r on (r.collection, r.slug) = (e.collection, e.slug)",
        ])
        {
            await using var command = new NpgsqlCommand($"with since as (select * from unnest($1::text[], $2::bigint[]) s (collection, version)) {sql}", connection);
            command.Parameters.Add(new() { Value = since.Keys.ToArray() });
            command.Parameters.Add(new() { Value = since.Values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                yield return new(reader.GetString(0), reader.GetString(1), Enum.Parse<Language>(reader.GetString(2), ignoreCase: true), reader.GetInt32(3), reader.GetString(4), reader.GetFieldValue<byte[]>(5));
        }
    }
}
