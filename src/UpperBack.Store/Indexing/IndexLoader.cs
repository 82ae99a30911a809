using System.Runtime.CompilerServices;
using Marten;
using Npgsql;
using NpgsqlTypes;
using UpperBack.Search.Indexing;
using UpperBack.Store.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Store.Indexing;

/// <summary>Loads the index from the database: everything, or what has changed since the last snapshot.</summary>
internal sealed class IndexLoader(Database database)
{
    /// <summary>Brings an index up to date and returns its new snapshot.</summary>
    public async Task<CatalogueSnapshot> LoadAsync(CatalogueIndexWriter writer, CancellationToken cancellationToken)
    {
        // One state of the database for all queries, so that the versions are those of the documents.
        await using var session = await database.OpenSnapshotSessionAsync(cancellationToken);
        var state = (await session.LoadAsync<CatalogueState>(CatalogueState.TheId, cancellationToken))!;
        var version = new CatalogueVersion(new(state.Epoch, state.LastChange), state.Versions);
        if (writer.Base is not { } current || !IsContinuedBy(state, current))
            return await writer.RebuildAsync(DocumentsAsync(session, state.Versions.Keys.ToDictionary(name => name, _ => long.MinValue), cancellationToken), version, cancellationToken);
        var since = state.Versions.Keys.Where(name => state.Versions[name] != current.VersionOf(name)).ToDictionary(name => name, current.VersionOf);
        var removed = since.Count == 0 ? [] : await session.Query<Change>().Where(change => change.Id > current.Position.Sequence && change.IsTombstone).ToListAsync(cancellationToken);
        return await writer.UpdateAsync(removed.Select(change => (change.Collection, change.Slug)), DocumentsAsync(session, since, cancellationToken), version, cancellationToken);
    }

    // The database may be another one, or have been restored, or have deleted changes that the snapshot does not contain.
    private static bool IsContinuedBy(CatalogueState state, CatalogueSnapshot current) =>
        current.Position.Epoch == state.Epoch && current.Position.Sequence >= state.DeletedChanges && state.Versions.All(collection => collection.Value >= current.VersionOf(collection.Key));

    // English documents before their translations, as the index wants them.
    private static async IAsyncEnumerable<IndexedDocument> DocumentsAsync(
        IDocumentSession session, Dictionary<string, long> since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (since.Count == 0)
            yield break;
        foreach (var languages in (string[])["r.language = 'en'", "r.language <> 'en'"])
        {
            await using var command = new NpgsqlCommand($"""
                select r.collection, r.slug, r.language, r.revision, r.digest, r.index_entry
                from unnest($1::text[], $2::bigint[]) s (collection, version) join {RenderingSql.Table} r on r.collection = s.collection and r.collection_version > s.version
                where {languages}
                """, session.Connection);
            command.Parameters.Add(new() { Value = since.Keys.ToArray() });
            command.Parameters.Add(new() { Value = since.Values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                yield return new(reader.GetString(0), reader.GetString(1), Languages.Of(reader.GetString(2)), reader.GetInt32(3), reader.GetString(4), reader.GetFieldValue<byte[]>(5));
        }
    }
}
