using System.Globalization;
using UpperBack.Search.Indexing;
using UpperBack.Search.Spelling;

namespace UpperBack.Search.Queries;

/// <summary>Executes queries on one collection.</summary>
public static class QueryExecutor
{
    /// <summary>Executes a query. A search without matches is corrected and executed again.</summary>
    public static QueryResult Execute(DocumentQuery query, CatalogueSnapshot catalogue)
    {
        var result = ExecuteOnce(query, catalogue);
        if (result.Slugs.Count > 0 || query.After is not null)
            return result;
        IReadOnlyList<string> collections = [query.Collection.Name];
        if (query.Search is not null && SearchCorrection.Find(catalogue, collections, query.Language, query.Search) is { } corrected)
        {
            query = query with { Search = corrected };
            result = ExecuteOnce(query, catalogue) with { CorrectedSearch = corrected };
        }

        if (result.Slugs.Count > 0)
            return result;
        var relaxer = new QueryRelaxer(query, catalogue);
        return result with
        {
            Relax = relaxer.Relaxations(),
            DidYouMean = query.Search is null || relaxer.MatchesWithoutFilters()
                ? []
                : SearchCorrection.NamesLike(catalogue, collections, query.Language, query.Search),
        };
    }

    /// <summary>Whether values are a cursor in the order of a query.</summary>
    public static bool IsCursor(DocumentQuery query, IReadOnlyList<string?> values)
    {
        var areNumbers = query.Sort.Count > 0
            ? query.Sort.Select(term => term.Key.IsNumber)
            : [query.Search is not null || query.Slugs is not null];
        return values.Count == Math.Max(1, query.Sort.Count) + 1 && values[^1] is not null && areNumbers.Zip(values).All(pair =>
            !pair.First || pair.Second is null || decimal.TryParse(pair.Second, NumberStyles.Number, CultureInfo.InvariantCulture, out _));
    }

    private static QueryResult ExecuteOnce(DocumentQuery query, CatalogueSnapshot catalogue)
    {
        var search = query.Search is null ? null : AnalyzedSearch.Of(query.Search, catalogue, query.Language);
        var matcher = new DocumentMatcher(catalogue, query, search);
        using var matches = matcher.Matches();
        var (slugs, next) = matcher.Page(matches);
        return new()
        {
            Slugs = slugs,
            Next = next,
            Total = query.Total ? matches.Count : null,
            Facets = query.Facets.ToDictionary(filter => filter.Name, matcher.Facet),
            Highlighter = search is null ? null : new(search, catalogue),
        };
    }
}
