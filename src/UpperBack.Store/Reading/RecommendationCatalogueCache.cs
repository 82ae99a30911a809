using System.Collections.Concurrent;
using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;
using UpperBack.Store.Indexing;

namespace UpperBack.Store.Reading;

/// <summary>
/// The published documents that recommendations are made from, in memory. Each language is loaded on first use, and again when one of
/// the collections has changed.
/// </summary>
public sealed class RecommendationCatalogueCache(Database database, CatalogueIndex index) : IDisposable
{
    // What recommendations are made of. Routines are not asked.
    private static readonly string[] Collections =
        [.. new[] { typeof(Exercise), typeof(Condition), typeof(Muscle), typeof(Structure), typeof(Technique), typeof(Equipment), typeof(RedFlag), typeof(Source) }.Select(type => CollectionRegistry.For(type).Name)];

    private readonly ConcurrentDictionary<Language, RecommendationCatalogue> snapshots = [];
    private readonly SemaphoreSlim reading = new(1);

    /// <summary>The catalogue as it is now, in a language; English where there is no current translation.</summary>
    public async Task<RecommendationCatalogue> InAsync(Language language, CancellationToken cancellationToken = default)
    {
        var versions = (await index.CurrentAsync(cancellationToken)).Versions(Collections);
        if (IsCurrent(language, versions) is { } current)
            return current;
        await reading.WaitAsync(cancellationToken);
        try
        {
            return IsCurrent(language, versions) ?? (snapshots[language] = await ReadAsync(language, cancellationToken));
        }
        finally
        {
            reading.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    private RecommendationCatalogue? IsCurrent(Language language, IReadOnlyList<long> versions) =>
        snapshots.GetValueOrDefault(language) is { } snapshot && snapshot.Versions.Zip(versions).All(version => version.First >= version.Second) ? snapshot : null;

    private async Task<RecommendationCatalogue> ReadAsync(Language language, CancellationToken cancellationToken)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        // One state of the database for all of it, so that the version belongs to the documents.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction);
        Add(batch, "select version from unnest($1) with ordinality a (name, place) join collections using (name) order by place");
        Add(batch, """
            select e.collection, coalesce(t.body, d.body) from entries e join documents d using (collection, slug)
            left join renderings t on (t.collection, t.slug, t.language) = (e.collection, e.slug, $2) where e.collection = any ($1)
            """, SearchLanguage.Code(language));
        Add(batch, "select collection, unnest(names), slug from entries where collection = any ($1)");
        Add(batch, "select collection, slug, replaced_by from documents where retired_at is not null and collection = any ($1)");
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var versions = await reader.AllAsync(row => row.GetInt64(0), cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var texts = new SharedTexts();
        var documents = await reader.AllAsync(row => Document(texts, CollectionRegistry.Get(row.GetString(0)), row.GetFieldValue<byte[]>(1)), cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var aliases = await reader.AllAsync(row => (row.GetString(0), row.GetString(1), row.GetString(2)), cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var retired = await reader.AllAsync(row => (row.GetString(0), row.GetString(1), row.Text(2)), cancellationToken);
        return new(new(documents), new(documents.Select(entry => (entry.Collection.Name, entry.Document.Slug)), aliases, retired), versions, language);
    }

    private static void Add(NpgsqlBatch batch, string sql, string? second = null)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Collections });
        if (second is not null)
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = second });
        batch.BatchCommands.Add(command);
    }

    private static (Collection Collection, Document Document) Document(SharedTexts texts, Collection collection, byte[] body) => (collection, Lean(texts.Read(collection, body)));

    // How an exercise is done is most of what is said of it, and nothing that it is recommended for. Of its figure it stays known
    // that there is one.
    private static Document Lean(Document document) => document is not Exercise exercise ? document
        : exercise with
        {
            Purpose = "",
            Aliases = [],
            Notes = [],
            Instructions = [],
            Breathing = null,
            Cues = [],
            CommonMistakes = [],
            Relations = [],
            Figure = exercise.Figure is { } figure ? figure with { Poses = [], Props = [], Arrows = [] } : null
        };
}

/// <summary>The published catalogue at one moment.</summary>
/// <param name="Catalogue">The documents in one language.</param>
/// <param name="Names">What they are called, in every language.</param>
/// <param name="Versions">The versions of the collections.</param>
/// <param name="Language">The language.</param>
public sealed record RecommendationCatalogue(Catalogue Catalogue, DocumentNames Names, IReadOnlyList<long> Versions, Language Language)
{
    private readonly Lazy<Recommender> recommender = new(() => new(Catalogue, VersionOf(Versions), Language));

    /// <summary>Tells this state from others: the same documents at the same versions.</summary>
    public string Version { get; } = VersionOf(Versions);

    /// <summary>Recommends from it, and remembers what it has worked out.</summary>
    public Recommender Recommender => recommender.Value;

    private static string VersionOf(IReadOnlyList<long> versions) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('.', versions.Select(version => version.ToString(CultureInfo.InvariantCulture))))))[..12];
}
