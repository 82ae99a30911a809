using System.Collections.Concurrent;
using UpperBack.Content.Documents;
using UpperBack.Search.Queries;

namespace UpperBack.Search.Indexing;

/// <summary>One collection at one moment: which documents of its index are published, and their sort orders.</summary>
internal sealed class CollectionSnapshot
{
    // An order takes four bytes a document. Beyond this number of combinations of sort keys, orders are computed again.
    private const int MaxOrders = 64;

    private readonly ConcurrentDictionary<string, (SortOrder Order, int[] DocIds)> orders = new(StringComparer.Ordinal);

    private CollectionSnapshot(CollectionIndex index, long version, DocIdSet liveDocs) =>
        (Index, Version, LiveDocs, MaxDoc, DocumentCount) = (index, version, liveDocs, index.MaxDoc, liveDocs.Count);

    public CollectionIndex Index { get; }

    public string Name => Index.Collection.Name;

    public long Version { get; }

    /// <summary>The ids of the published documents.</summary>
    public DocIdSet LiveDocs { get; }

    /// <summary>One more than the greatest document id of this snapshot. The index may contain greater ones.</summary>
    public int MaxDoc { get; }

    /// <summary>The number of published documents.</summary>
    public int DocumentCount { get; }

    /// <summary>The snapshot in which every document of an index is published.</summary>
    public static CollectionSnapshot OfAll(CollectionIndex index, long version)
    {
        var liveDocs = DocIdSet.Empty(index.MaxDoc);
        for (var docId = 0; docId < index.MaxDoc; docId++)
            liveDocs.Add(docId);
        return new(index, version, liveDocs);
    }

    /// <summary>The next snapshot: with the documents that have been added to the index since, without the deleted ones.</summary>
    public CollectionSnapshot With(IReadOnlyList<int> deleted, long version)
    {
        var liveDocs = LiveDocs.Copy(Index.MaxDoc);
        for (var docId = MaxDoc; docId < Index.MaxDoc; docId++)
            liveDocs.Add(docId);
        foreach (var docId in deleted)
            liveDocs.Remove(docId);
        var next = new CollectionSnapshot(Index, version, liveDocs);
        foreach (var (name, (order, docIds)) in orders)
            next.orders[name] = (order, order.Merge(docIds, liveDocs, MaxDoc));
        return next;
    }

    /// <summary>The id of a document; -1 when no document has this slug.</summary>
    public int Find(string slug) => Index.Find(slug, MaxDoc) is var docId and >= 0 && LiveDocs.Contains(docId) ? docId : -1;

    /// <summary>The name of a document in a language; null when no document has this slug.</summary>
    public string? NameOf(string slug, Language language) => Find(slug) is var docId and >= 0 ? NameOf(docId, language) : null;

    /// <summary>The name of a document in a language; in English when it is not translated.</summary>
    public string NameOf(int docId, Language language) => Index.Texts(language).Names.Find(docId) ?? Index.Texts(Language.En).Names[docId];

    /// <summary>The published documents in a sort order, with names in a language.</summary>
    public (SortOrder Order, int[] DocIds) OrderBy(IReadOnlyList<SortTerm> sort, Language language)
    {
        var name = $"{language} {string.Join(',', sort.Select(term => $"{(term.Descending ? "-" : "")}{term.Key.Name}"))}";
        if (orders.TryGetValue(name, out var known))
            return known;
        var order = new SortOrder([.. sort.Select(term => (Index.SortColumn(term.Key.Name, language), term.Descending))], Index.Slugs);
        var sorted = (order, order.Sort(LiveDocs));
        if (orders.Count >= MaxOrders)
            orders.Clear();
        return orders[name] = sorted;
    }
}
