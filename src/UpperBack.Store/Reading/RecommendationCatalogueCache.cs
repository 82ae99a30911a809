using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Marten;
using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;
using UpperBack.Store.Documents;
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
        // One state of the database for all of it, so that the versions are those of the documents.
        await using var session = await database.OpenSnapshotSessionAsync(cancellationToken);
        var state = (await session.LoadAsync<CatalogueState>(CatalogueState.TheId, cancellationToken))!;
        var retired = await session.Query<DocumentHead>().Where(head => head.Retirement != null && head.Collection.IsOneOf(Collections)).ToListAsync(cancellationToken);
        var (sql, rendering, texts) = (new Sql(), new RenderingSql(language), new SharedTexts());
        await using var command = sql.Add($"select e.collection, {rendering.Either("body")}, e.names from {rendering.From} where e.collection = any ({sql.Texts(Collections)}) and e.language = 'en'")
            .ToCommand(session.Connection!);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var documents = await reader.AllAsync(
            row => (Read: Document(texts, CollectionRegistry.Get(row.GetString(0)), row.GetFieldValue<byte[]>(1)), Names: row.GetFieldValue<string[]>(2)), cancellationToken);
        var names = new DocumentNames(
            documents.Select(document => (document.Read.Collection.Name, document.Read.Document.Slug)),
            documents.SelectMany(document => document.Names, (document, name) => (document.Read.Collection.Name, name, document.Read.Document.Slug)),
            retired.Select(head => (head.Collection, head.Slug, head.Retirement!.ReplacedBy)));
        return new(new(documents.Select(document => document.Read)), names, [.. Collections.Select(collection => state.Versions[collection])], language);
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

    /// <summary>Identifies this state: the same documents at the same versions.</summary>
    public string Version { get; } = VersionOf(Versions);

    /// <summary>Recommends from it, and remembers what it has worked out.</summary>
    public Recommender Recommender => recommender.Value;

    private static string VersionOf(IReadOnlyList<long> versions) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('.', versions.Select(version => version.ToString(CultureInfo.InvariantCulture))))))[..12];
}
