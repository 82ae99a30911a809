using System.Data;
using Npgsql;
using NpgsqlTypes;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Changes;
using UpperBack.Store.Reading;

namespace UpperBack.Store.Indexing;

/// <summary>Reads the index out of the database: all of it, or what has changed since it was read.</summary>
internal sealed class IndexReading(Database database)
{
    // Beyond this many places that nobody uses any more, a new index is smaller.
    private const int MostWaste = 10_000;

    private static readonly Language[] Languages = Enum.GetValues<Language>();

    /// <summary>The catalogue as it is now: the one that is known where nothing has moved since, and otherwise that with what has changed.</summary>
    public async Task<IndexedCatalogue> ReadAsync(IndexedCatalogue? known, CancellationToken cancellationToken)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        // One state of the database for all of it, so that the versions belong to the documents.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var (position, forgotten, versions) = await StateAsync(connection, cancellationToken);
        if (known is null || known.Position.Epoch != position.Epoch || known.Position.Sequence < forgotten || IsWasted(known) || known.Collections.Any(collection => collection.Version > versions[collection.Index.Collection.Name]))
            return await WholeAsync(connection, position, versions, cancellationToken);
        var moved = known.Collections.Where(collection => collection.Version != versions[collection.Index.Collection.Name]).ToList();
        return moved.Count == 0
            ? new(known.Collections.ToDictionary(collection => collection.Index.Collection.Name), known.Lexicons, position)
            : await MovedAsync(connection, known, moved, position, versions, cancellationToken);
    }

    private static bool IsWasted(IndexedCatalogue catalogue) =>
        catalogue.Collections.Sum(collection => collection.Places - collection.Documents) > Math.Max(MostWaste, catalogue.Collections.Sum(collection => collection.Documents));

    private static async Task<(FeedPosition Position, long Forgotten, Dictionary<string, long> Versions)> StateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select epoch, last, forgotten, (select array_agg(name order by name) from collections), (select array_agg(version order by name) from collections) from feed", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var versions = reader.GetFieldValue<string[]>(3).Zip(reader.GetFieldValue<long[]>(4)).ToDictionary(pair => pair.First, pair => pair.Second);
        return (new(reader.GetString(0), reader.GetInt64(1)), reader.GetInt64(2), versions);
    }

    private static async Task<IndexedCatalogue> WholeAsync(NpgsqlConnection connection, FeedPosition position, Dictionary<string, long> versions, CancellationToken cancellationToken)
    {
        Lexicon[] lexicons = [.. Languages.Select(_ => new Lexicon())];
        await AddWordsAsync(connection, "select language, word, lexeme from vocabulary", lexicons, cancellationToken);
        var indexes = CollectionRegistry.All.ToDictionary(collection => collection.Name, collection => new CollectionIndex(collection, lexicons));
        await AddDocumentsAsync(connection, indexes, indexes.ToDictionary(index => index.Key, _ => long.MinValue), cancellationToken);
        foreach (var index in indexes.Values)
            index.Trim();
        return new(indexes.ToDictionary(index => index.Key, index => IndexedCollection.Whole(index.Value, versions[index.Key])), lexicons, position);
    }

    private static async Task<IndexedCatalogue> MovedAsync(
        NpgsqlConnection connection, IndexedCatalogue known, List<IndexedCollection> moved, FeedPosition position, Dictionary<string, long> versions, CancellationToken cancellationToken)
    {
        var indexes = moved.ToDictionary(collection => collection.Index.Collection.Name, collection => collection.Index);
        var since = moved.ToDictionary(collection => collection.Index.Collection.Name, collection => collection.Version);
        await AddNewWordsAsync(connection, known.Lexicons, since, cancellationToken);
        var gone = await AddDocumentsAsync(connection, indexes, since, cancellationToken);
        await using var command = new NpgsqlCommand("select collection, slug from changes where sequence > $1 and is_tombstone", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = known.Position.Sequence });
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            foreach (var (collection, slug) in await reader.AllAsync(row => (row.GetString(0), row.GetString(1)), cancellationToken))
            {
                if (indexes.TryGetValue(collection, out var index) && index.Find(slug, index.Count) is var place and >= 0)
                    gone[collection].Add(place);
            }
        }

        return new(known.Collections.ToDictionary(
            collection => collection.Index.Collection.Name,
            collection => gone.TryGetValue(collection.Index.Collection.Name, out var places) ? collection.Moved(versions[collection.Index.Collection.Name], places) : collection), known.Lexicons, position);
    }

    // Returns the places that documents had before, by collection.
    private static async Task<Dictionary<string, List<int>>> AddDocumentsAsync(
        NpgsqlConnection connection, Dictionary<string, CollectionIndex> indexes, Dictionary<string, long> since, CancellationToken cancellationToken)
    {
        var gone = indexes.ToDictionary(index => index.Key, _ => new List<int>());
        await using (var command = Since("select e.collection, e.slug, d.revision, e.tag, e.index from since s join entries e on e.collection = s.collection and e.version > s.version join documents d on (d.collection, d.slug) = (e.collection, e.slug)", connection, since))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var collection = reader.GetString(0);
                if (indexes[collection].Add(reader.GetString(1), reader.GetInt32(2), reader.GetString(3), reader.GetFieldValue<byte[]>(4)) is var before and >= 0)
                    gone[collection].Add(before);
            }
        }

        await using (var command = Since("select r.collection, r.slug, r.language, r.tag, r.index from since s join entries e on e.collection = s.collection and e.version > s.version join renderings r on (r.collection, r.slug) = (e.collection, e.slug)", connection, since))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                indexes[reader.GetString(0)].AddRendering(reader.GetString(1), LanguageOf(reader.GetString(2)), reader.GetString(3), reader.GetFieldValue<byte[]>(4));
        }

        return gone;
    }

    // Words are only ever added, and those of the documents that changed are the only ones that can be new.
    private static async Task AddNewWordsAsync(NpgsqlConnection connection, IReadOnlyList<Lexicon> lexicons, Dictionary<string, long> since, CancellationToken cancellationToken)
    {
        var strange = Languages.ToDictionary(language => language, _ => new HashSet<string>());
        await using (var command = Since("""
            select 'en', e.index from since s join entries e on e.collection = s.collection and e.version > s.version
            union all select r.language, r.index from since s join entries e on e.collection = s.collection and e.version > s.version join renderings r on (r.collection, r.slug) = (e.collection, e.slug)
            """, connection, since))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var language = LanguageOf(reader.GetString(0));
                using var index = System.Text.Json.JsonDocument.Parse(reader.GetFieldValue<byte[]>(1));
                foreach (var text in CollectionIndex.Texts(index.RootElement))
                    lexicons[(int)language].AddStrange(text.Text, strange[language]);
            }
        }

        foreach (var (language, words) in strange.Where(entry => entry.Value.Count > 0))
            await AddWordsAsync(connection, "select language, word, lexeme from vocabulary where language = $1 and word = any ($2)", lexicons, cancellationToken,
                new() { Value = SearchLanguage.Code(language) }, new() { Value = words.ToArray() });
    }

    private static async Task AddWordsAsync(NpgsqlConnection connection, string sql, IReadOnlyList<Lexicon> lexicons, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            lexicons[(int)LanguageOf(reader.GetString(0))].Add(reader.GetString(1), reader.Text(2));
    }

    private static NpgsqlCommand Since(string sql, NpgsqlConnection connection, Dictionary<string, long> since)
    {
        var command = new NpgsqlCommand($"with since as (select * from unnest($1::text[], $2::bigint[]) s (collection, version)) {sql}", connection);
        command.Parameters.Add(new() { Value = since.Keys.ToArray() });
        command.Parameters.Add(new() { Value = since.Values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        return command;
    }

    private static Language LanguageOf(string code) => Enum.Parse<Language>(code, ignoreCase: true);
}
