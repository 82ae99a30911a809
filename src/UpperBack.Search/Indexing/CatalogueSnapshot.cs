using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Search.Spelling;

namespace UpperBack.Search.Indexing;

/// <summary>The index of everything published at one moment. It does not change.</summary>
public sealed class CatalogueSnapshot
{
    // Trigrams miss transposed letters, so more candidates are returned than will be used.
    private const int MaxSimilar = 30;

    private readonly IReadOnlyDictionary<string, CollectionSnapshot> collections;

    internal CatalogueSnapshot(
        IReadOnlyDictionary<string, CollectionSnapshot> collections, IReadOnlyList<TermDictionary> dictionaries, FeedPosition position) =>
        (this.collections, Dictionaries, Position) = (collections, dictionaries, position);

    /// <summary>The position in the change feed.</summary>
    public FeedPosition Position { get; }

    /// <summary>The terms of each language.</summary>
    internal IReadOnlyList<TermDictionary> Dictionaries { get; }

    internal IEnumerable<CollectionSnapshot> Collections => collections.Values;

    internal CollectionSnapshot this[string collection] => collections[collection];

    /// <summary>The version of a collection.</summary>
    public long VersionOf(string collection) => collections[collection].Version;

    /// <summary>The versions of collections, in the order of their names here: the input of the ETag of a list.</summary>
    public IReadOnlyList<long> Versions(IEnumerable<string> names) => [.. names.Select(VersionOf)];

    /// <summary>
    /// The collections whose version differs from that in another snapshot; all when there is none or it is of another database.
    /// </summary>
    public IReadOnlyList<string> ChangedSince(CatalogueSnapshot? other) =>
        other is null || other.Position.Epoch != Position.Epoch
            ? [.. collections.Keys]
            : [.. collections.Keys.Where(name => other.VersionOf(name) != VersionOf(name))];

    /// <summary>The number of documents in each collection.</summary>
    public IReadOnlyDictionary<string, long> Counts() =>
        collections.ToDictionary(collection => collection.Key, collection => (long)collection.Value.DocumentCount);

    /// <summary>Whether a collection contains a document with this slug.</summary>
    public bool Contains(string collection, string slug) => collections[collection].Find(slug) >= 0;

    /// <summary>
    /// The revision of a document, and the digest and language of the body that is served to a reader of a language. Null when
    /// no document has this slug.
    /// </summary>
    public (int Revision, string Tag, Language Language)? StateOf(Collection collection, string slug, Language language)
    {
        var snapshot = collections[collection.Name];
        if (snapshot.Find(slug) is not (>= 0 and var docId))
            return null;
        var (revision, tags) = (snapshot.Index.Revisions[docId], snapshot.Index.Tags);
        return tags[(int)language].Find(docId) is { } tag
            ? (revision, tag, language)
            : (revision, tags[(int)Language.En][docId]!, Language.En);
    }

    /// <summary>The slugs of a collection that are most similar to a text, in descending order: candidates for a suggestion.</summary>
    public IReadOnlyList<string> SimilarSlugs(string collection, string text)
    {
        var trigrams = new TrigramQuery(text);
        var snapshot = collections[collection];
        var slugs = new List<(string Slug, double Similarity)>();
        foreach (var docId in snapshot.LiveDocs)
        {
            var slug = snapshot.Index.Slugs[docId];
            slugs.Add((slug, trigrams.SimilarityTo(slug)));
        }

        var sorted = slugs.OrderByDescending(entry => entry.Similarity).ThenBy(entry => entry.Slug, StringComparer.Ordinal);
        return [.. sorted.Take(MaxSimilar).Select(entry => entry.Slug)];
    }
}
