using System.Globalization;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Changes;

namespace UpperBack.Store.Indexing;

/// <summary>What is published, at one moment, as far as it takes to find it: everything but the documents themselves.</summary>
public sealed class IndexedCatalogue
{
    // How many that share the most groups of letters are looked at for the nearest one: swapped letters share few.
    private const int MostLookalikes = 30;

    private readonly IReadOnlyDictionary<string, IndexedCollection> collections;

    internal IndexedCatalogue(IReadOnlyDictionary<string, IndexedCollection> collections, IReadOnlyList<Lexicon> lexicons, FeedPosition position) =>
        (this.collections, Lexicons, Position) = (collections, lexicons, position);

    /// <summary>The place in the feed of changes that belongs to it.</summary>
    public FeedPosition Position { get; }

    internal IReadOnlyList<Lexicon> Lexicons { get; }

    internal IEnumerable<IndexedCollection> Collections => collections.Values;

    internal IndexedCollection this[string collection] => collections[collection];

    /// <summary>The versions of these collections, in this order: what an ETag of a list is made of.</summary>
    public IReadOnlyList<long> Versions(IEnumerable<string> names) => [.. names.Select(name => collections[name].Version)];

    /// <summary>How many documents each collection has.</summary>
    public IReadOnlyDictionary<string, long> Counts() => collections.ToDictionary(collection => collection.Key, collection => (long)collection.Value.Documents);

    /// <summary>
    /// The revision of a document and the tag of what is served of it, and in which language that is. Null when there is none
    /// of this slug.
    /// </summary>
    public (int Revision, string Tag, Language Language)? StateOf(Collection collection, string slug, Language language)
    {
        var there = collections[collection.Name];
        if (there.Find(slug) is not (>= 0 and var place))
            return null;
        return there.Index.Tags[(int)language].Find(place) is { } tag
            ? (there.Index.Revisions[place], tag, language)
            : (there.Index.Revisions[place], there.Index.Tags[0][place]!, Language.En);
    }

    /// <summary>The slugs of a collection that look like a text, most alike first: candidates for what it may have meant.</summary>
    public IReadOnlyList<string> Lookalikes(string collection, string text)
    {
        var letters = new SoughtLetters(text);
        var there = collections[collection];
        var slugs = new List<(string Slug, double Likeness)>();
        foreach (var place in there.Live)
        {
            var slug = there.Index.Slugs[place];
            slugs.Add((slug, letters.LikenessOf(slug)));
        }

        return [.. slugs.OrderByDescending(entry => entry.Likeness).ThenBy(entry => entry.Slug, StringComparer.Ordinal).Take(MostLookalikes).Select(entry => entry.Slug)];
    }
}
