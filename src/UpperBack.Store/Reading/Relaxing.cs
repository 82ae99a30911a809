using UpperBack.Store.Indexing;

namespace UpperBack.Store.Reading;

/// <summary>Finds out what to leave out of a query that nothing matches.</summary>
internal sealed class Relaxing(DocumentQuery query, IndexedCatalogue catalogue, SearchTerms? search)
{
    // Beyond this many parts there are too many pairs to say which.
    private const int MostPaired = 6;

    private readonly List<string> parts =
    [
        .. query.Conditions.Select(condition => condition.Parameter),
        .. query.Search is null ? [] : new[] { "q" },
        .. query.Slugs is null ? [] : new[] { "slug" },
    ];

    /// <summary>The single parts that keep everything out; failing that, the pairs; failing that, all of them together.</summary>
    public IReadOnlyList<Relaxation> Relaxations()
    {
        if (parts.Count < 2 && query.Conditions.Count == 0)
            return [];
        var pairs = parts.Count > MostPaired ? [] : parts.SelectMany((one, index) => parts.Skip(index + 1).Select(other => new[] { one, other }));
        return new[] { parts.Select(part => new[] { part }), pairs, [[.. parts]] }
            .Select(sets => sets.Select(set => new Relaxation(set, TotalWithout(set))).Where(relaxation => relaxation.Total > 0).ToList())
            .FirstOrDefault(relaxations => relaxations.Count > 0) ?? [];
    }

    /// <summary>True when the search finds something in the collection as long as nothing else is asked for.</summary>
    public bool FindsWithoutFilters() => TotalWithout([.. parts.Where(part => part != "q")]) > 0;

    private long TotalWithout(string[] leftOut)
    {
        var relaxed = query with
        {
            Conditions = [.. query.Conditions.Where(condition => !leftOut.Contains(condition.Parameter))],
            Slugs = leftOut.Contains("slug") ? null : query.Slugs,
        };
        using var matches = new DocumentFinder(catalogue, relaxed, leftOut.Contains("q") ? null : search).Matches();
        return matches.Count;
    }
}
