using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Search.Analysis;

namespace UpperBack.Search.Indexing;

/// <summary>
/// Builds the index and applies changes to it. One thread writes at a time; any number of threads read the snapshots
/// without locks, each of them unchanged by later writes.
/// </summary>
public sealed class CatalogueIndexWriter
{
    // Deleted document ids that are tolerated in a small catalogue.
    private const int MaxDeleted = 10_000;

    private CatalogueSnapshot? latest;

    /// <summary>
    /// The snapshot that the next update starts from. Null when the index has to be rebuilt: before the first build, after a
    /// failed update, and when more document ids are deleted than live.
    /// </summary>
    public CatalogueSnapshot? Base => latest is null || IsFragmented(latest) ? null : latest;

    /// <summary>Builds the index anew.</summary>
    /// <param name="documents">All published documents, each English one before its translations.</param>
    /// <param name="version">The state of the database that they were read from.</param>
    /// <param name="cancellationToken">Cancels the build.</param>
    public async Task<CatalogueSnapshot> RebuildAsync(
        IAsyncEnumerable<IndexedDocument> documents, CatalogueVersion version, CancellationToken cancellationToken = default)
    {
        TermDictionary[] dictionaries = [.. Enum.GetValues<Language>().Select(language => new TermDictionary(Analyzer.For(language)))];
        var indexes = CollectionRegistry.All.ToDictionary(
            collection => collection.Name, collection => new CollectionIndex(collection, dictionaries));
        await foreach (var document in documents.WithCancellation(cancellationToken))
            indexes[document.Collection].Add(document);
        foreach (var index in indexes.Values)
            index.Trim();
        var snapshots = indexes.ToDictionary(
            index => index.Key, index => CollectionSnapshot.OfAll(index.Value, version.Collections[index.Key]));
        return latest = new(snapshots, dictionaries, version.Position);
    }

    /// <summary>Applies changes to <see cref="Base"/>.</summary>
    /// <param name="removed">Documents that are no longer published, by collection and slug.</param>
    /// <param name="changed">New and changed documents with all of their translations, each English one before its translations.</param>
    /// <param name="version">The state of the database that they were read from.</param>
    /// <param name="cancellationToken">Cancels the update; the index has to be rebuilt then.</param>
    public async Task<CatalogueSnapshot> UpdateAsync(
        IEnumerable<(string Collection, string Slug)> removed, IAsyncEnumerable<IndexedDocument> changed, CatalogueVersion version,
        CancellationToken cancellationToken = default)
    {
        var before = Base ?? throw new InvalidOperationException("The index has to be rebuilt.");
        // Until the update is complete, the index may contain a part of it.
        latest = null;
        var deleted = before.Collections.ToDictionary(collection => collection.Name, _ => new List<int>());
        foreach (var (collection, slug) in removed)
        {
            if (before[collection].Find(slug) is var docId and >= 0)
                deleted[collection].Add(docId);
        }

        await foreach (var document in changed.WithCancellation(cancellationToken))
        {
            if (before[document.Collection].Index.Add(document) is var replaced and >= 0)
                deleted[document.Collection].Add(replaced);
        }

        return latest = new(before.Collections.ToDictionary(collection => collection.Name, Next), before.Dictionaries, version.Position);

        CollectionSnapshot Next(CollectionSnapshot collection) =>
            collection.Version == version.Collections[collection.Name] && collection.MaxDoc == collection.Index.MaxDoc
                && deleted[collection.Name].Count == 0
                ? collection
                : collection.With(deleted[collection.Name], version.Collections[collection.Name]);
    }

    private static bool IsFragmented(CatalogueSnapshot catalogue)
    {
        var live = catalogue.Collections.Sum(collection => collection.DocumentCount);
        return catalogue.Collections.Sum(collection => collection.MaxDoc) - live > Math.Max(MaxDeleted, live);
    }
}
