using UpperBack.Search.Indexing;

namespace UpperBack.Search.Queries;

/// <summary>Finds the parameters without which a query that has no matches would have some.</summary>
internal sealed class QueryRelaxer(DocumentQuery query, CatalogueSnapshot catalogue)
{
    // With more parameters there are too many pairs to list.
    private const int MaxPaired = 6;

    private readonly AnalyzedSearch? search = query.Search is null ? null : AnalyzedSearch.Of(query.Search, catalogue, query.Language);

    private readonly List<string> parameters =
    [
        .. query.Conditions.Select(condition => condition.Parameter),
        .. query.Search is null ? [] : new[] { "q" },
        .. query.Slugs is null ? [] : new[] { "slug" },
    ];

    /// <summary>The single parameters to leave out; if there are none, the pairs; if there are none, all of them together.</summary>
    public IReadOnlyList<Relaxation> Relaxations()
    {
        if (parameters.Count < 2 && query.Conditions.Count == 0)
            return [];
        var pairs = parameters.Count > MaxPaired
            ? []
            : parameters.SelectMany((one, index) => parameters.Skip(index + 1).Select(other => new[] { one, other }));
        return new[] { parameters.Select(parameter => new[] { parameter }), pairs, [[.. parameters]] }
            .Select(sets => sets.Select(set => new Relaxation { Parameters = set, Total = TotalWithout(set) })
                .Where(relaxation => relaxation.Total > 0).ToList())
            .FirstOrDefault(relaxations => relaxations.Count > 0) ?? [];
    }

    /// <summary>Whether the search alone has matches.</summary>
    public bool MatchesWithoutFilters() => TotalWithout([.. parameters.Where(parameter => parameter != "q")]) > 0;

    private long TotalWithout(string[] leftOut)
    {
        var relaxed = query with
        {
            Conditions = [.. query.Conditions.Where(condition => !leftOut.Contains(condition.Parameter))],
            Slugs = leftOut.Contains("slug") ? null : query.Slugs,
        };
        using var matches = new DocumentMatcher(catalogue, relaxed, leftOut.Contains("q") ? null : search).Matches();
        return matches.Count;
    }
}
