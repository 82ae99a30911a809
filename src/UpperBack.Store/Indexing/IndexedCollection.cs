using System.Collections.Concurrent;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Store.Indexing;

/// <summary>One collection at one moment: which places of its index hold what is published, and in which orders.</summary>
internal sealed class IndexedCollection
{
    // Each takes four bytes a document. Who asks for more combinations of keys than these waits for a sort.
    private const int MostOrders = 64;

    private readonly ConcurrentDictionary<string, (PlaceOrder Order, int[] Places)> orders = new(StringComparer.Ordinal);

    private IndexedCollection(CollectionIndex index, long version, PlaceSet live) =>
        (Index, Version, Live, Places, Documents) = (index, version, live, index.Count, live.Count);

    public CollectionIndex Index { get; }

    /// <summary>The version of the collection.</summary>
    public long Version { get; }

    /// <summary>The places of what is published.</summary>
    public PlaceSet Live { get; }

    /// <summary>How many places there are.</summary>
    public int Places { get; }

    /// <summary>How many documents there are.</summary>
    public int Documents { get; }

    /// <summary>A collection of which everything in the index is published.</summary>
    public static IndexedCollection Whole(CollectionIndex index, long version)
    {
        var live = PlaceSet.Empty(index.Count);
        for (var place = 0; place < index.Count; place++)
            live.Add(place);
        return new(index, version, live);
    }

    /// <summary>The collection after more has been added to the index, and some places have been given up.</summary>
    public IndexedCollection Moved(long version, IEnumerable<int> gone)
    {
        var live = Live.Copy(Index.Count);
        for (var place = Places; place < Index.Count; place++)
            live.Add(place);
        foreach (var place in gone)
            live.Remove(place);
        var moved = new IndexedCollection(Index, version, live);
        foreach (var (name, (order, places)) in orders)
            moved.orders[name] = (order, order.Merged(places, live, Places));
        return moved;
    }

    /// <summary>The place of a document, or -1 when there is none of this slug.</summary>
    public int Find(string slug) => Index.Find(slug, Places) is var place and >= 0 && Live.Contains(place) ? place : -1;

    /// <summary>What a document is called in a language; null when there is none of this slug.</summary>
    public string? NameOf(string slug, Language language) => Find(slug) is var place and >= 0 ? NameOf(place, language) : null;

    /// <summary>What a document is called in a language.</summary>
    public string NameOf(int place, Language language) => Index.Words(language).Names.Find(place) ?? Index.Words(Language.En).Names[place];

    /// <summary>The places in an order, for a reader of a language.</summary>
    public (PlaceOrder Order, int[] Places) OrderBy(IReadOnlyList<SortTerm> sort, Language language)
    {
        var name = $"{language} {string.Join(',', sort.Select(term => $"{(term.Descending ? "-" : "")}{term.Key.Name}"))}";
        if (orders.TryGetValue(name, out var known))
            return known;
        var order = new PlaceOrder([.. sort.Select(term => (Index.Sorting(term.Key.Name, language), term.Descending))], Index.Slugs);
        var made = (order, order.Sorted(Live));
        if (orders.Count >= MostOrders)
            orders.Clear();
        return orders[name] = made;
    }
}
