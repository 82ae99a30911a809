using System.Globalization;
using UpperBack.Content.Documents;
using UpperBack.Search.Indexing;
using UpperBack.Search.Spelling;

namespace UpperBack.Search.Queries;

/// <summary>Executes searches across collections.</summary>
public static class SearchExecutor
{
    /// <summary>Executes a search. One without matches is corrected and executed again.</summary>
    public static SearchResult Execute(SearchQuery query, CatalogueSnapshot catalogue)
    {
        var result = ExecuteOnce(query, catalogue);
        if (result.Documents.Count > 0 || query.After is not null)
            return result;
        if (SearchCorrection.Find(catalogue, query.Collections, query.Language, query.Search) is { } corrected)
            result = ExecuteOnce(query with { Search = corrected }, catalogue) with { CorrectedSearch = corrected };
        return result.Documents.Count > 0
            ? result
            : result with { DidYouMean = SearchCorrection.NamesLike(catalogue, query.Collections, query.Language, query.Search) };
    }

    /// <summary>Whether values are a cursor of a search across collections.</summary>
    public static bool IsCursor(IReadOnlyList<string?> values) =>
        values is [{ } score, { }, { }] && decimal.TryParse(score, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static SearchResult ExecuteOnce(SearchQuery query, CatalogueSnapshot catalogue)
    {
        var search = AnalyzedSearch.Of(query.Search, catalogue, query.Language);
        var counts = new List<FacetCount>();
        var hits = new List<Hit>();
        foreach (var collection in catalogue.Collections)
        {
            var searcher = new CollectionSearcher(collection, search);
            using var matches = searcher.Matches();
            var count = matches.Count;
            if (count == 0)
                continue;
            counts.Add(new() { Value = collection.Name, Count = count });
            if (!query.Collections.Contains(collection.Name))
                continue;
            var (boost, isAfter) = (collection.Index.Collection.Prominence, After(query.After, collection.Name));
            hits.AddRange(searcher.Top(matches, query.Limit + 1, boost, isAfter).Select(hit => new Hit(collection, hit.DocId, hit.Score)));
        }

        hits.Sort(Hit.ByScore);
        var page = hits.Take(query.Limit).ToList();
        return new()
        {
            Documents = page.ConvertAll(hit => hit.ToDocument(query.Language)),
            Total = counts.Where(count => query.Collections.Contains(count.Value)).Sum(count => count.Count),
            ByCollection = [.. counts.OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal)],
            Next = hits.Count > query.Limit ? [Scores.Text(page[^1].Score), page[^1].Collection.Name, page[^1].Slug] : null,
            Highlighter = new(search, catalogue),
        };
    }

    // Documents with equal scores are in order of their collection, then of their slug.
    private static Func<int, string, bool>? After(IReadOnlyList<string?>? cursor, string collection) =>
        cursor is not [{ } score, { } last, { } slug] ? null
        : string.CompareOrdinal(collection, last) switch
        {
            < 0 => Scores.Below(score),
            0 => Scores.After(score, slug),
            _ => Scores.After(score, ""),
        };

    private sealed record Hit(CollectionSnapshot Collection, int DocId, int Score)
    {
        public string Slug => Collection.Index.Slugs[DocId];

        public ScoredDocument ToDocument(Language language) =>
            new(Collection.Name, Slug, Collection.NameOf(DocId, language), Scores.Value(Score));

        public static int ByScore(Hit one, Hit other) =>
            one.Score != other.Score ? other.Score.CompareTo(one.Score)
            : string.CompareOrdinal(one.Collection.Name, other.Collection.Name) is var compared and not 0 ? compared
            : string.CompareOrdinal(one.Slug, other.Slug);
    }
}
