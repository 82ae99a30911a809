using System.Globalization;
using UpperBack.Content.Collections;
using UpperBack.Search.Indexing;

namespace UpperBack.Search.Queries;

/// <summary>Matches, counts and sorts the documents of one collection for a query.</summary>
internal sealed class DocumentMatcher(CatalogueSnapshot catalogue, DocumentQuery query, AnalyzedSearch? search)
{
    private readonly CollectionSnapshot collection = catalogue[query.Collection.Name];

    private CollectionSearcher Searcher => new(collection, search!);

    /// <summary>The documents that match all conditions, or all but those that a facet leaves out.</summary>
    public DocIdSet Matches(Func<FilterCondition, bool>? isLeftOut = null)
    {
        var matches = search is null ? collection.LiveDocs.Copy() : Searcher.Matches();
        foreach (var condition in query.Conditions.Where(condition => isLeftOut?.Invoke(condition) is not true))
            Apply(condition, matches);
        if (query.Slugs is null)
            return matches;
        using var chosen = DocIdSet.Empty(collection.MaxDoc);
        foreach (var docId in query.Slugs.Select(collection.Find).Where(docId => docId >= 0))
            chosen.Add(docId);
        matches.IntersectWith(chosen);
        return matches;
    }

    /// <summary>The slugs of a page in order, and the cursor of the next page; null on the last.</summary>
    public (IReadOnlyList<string> Slugs, IReadOnlyList<string?>? Next) Page(DocIdSet matches)
    {
        var (docIds, cursorOf) = Sorted(matches, query.Limit + 1);
        var page = docIds[..Math.Min(docIds.Count, query.Limit)];
        return (page.ConvertAll(docId => collection.Index.Slugs[docId]), docIds.Count > query.Limit ? cursorOf(page[^1]) : null);
    }

    /// <summary>The values of a filter among the matches of the other conditions, the most frequent first.</summary>
    public IReadOnlyList<FacetCount> Facet(Filter filter)
    {
        using var matches = Matches(condition => condition.Filter.Name == filter.Name);
        var labels = filter.Collection is null ? null : catalogue[filter.Collection];
        return
        [
            .. collection.Index.Terms(filter.Name).Select(term => (Value: term.Key, Count: term.Value.CountIn(matches)))
                .Where(term => term.Count > 0)
                .OrderByDescending(term => term.Count).ThenBy(term => term.Value, StringComparer.Ordinal)
                .Select(term => new FacetCount
                {
                    Value = term.Value,
                    Label = labels?.NameOf(term.Value, query.Language),
                    Count = term.Count,
                }),
        ];
    }

    private (List<int> DocIds, Func<int, IReadOnlyList<string?>> CursorOf) Sorted(DocIdSet matches, int count)
    {
        if (query.Sort.Count == 0 && search is not null)
            return ByRelevance(matches, count);
        if (query.Sort.Count == 0 && query.Slugs is { } slugs)
            return InOrderOf(slugs, matches, count);
        var sort = query.Sort.Count > 0 ? query.Sort : [new(query.Collection.SortKeys.First(key => key.Name == "name"), Descending: false)];
        var (order, all) = collection.OrderBy(sort, query.Language);
        var docIds = new List<int>(count);
        for (var index = query.After is null ? 0 : order.IndexAfter(all, query.After); index < all.Length && docIds.Count < count; index++)
        {
            if (matches.Contains(all[index]))
                docIds.Add(all[index]);
        }

        return (docIds, order.ValuesOf);
    }

    private (List<int> DocIds, Func<int, IReadOnlyList<string?>> CursorOf) ByRelevance(DocIdSet matches, int count)
    {
        var top = Searcher.Top(matches, count, 1, Scores.After(query.After?[0], query.After?[^1]));
        return (top.ConvertAll(hit => hit.DocId),
            docId => [Scores.Text(top.First(hit => hit.DocId == docId).Score), collection.Index.Slugs[docId]]);
    }

    private (List<int> DocIds, Func<int, IReadOnlyList<string?>> CursorOf) InOrderOf(
        IReadOnlyList<string> slugs, DocIdSet matches, int count)
    {
        var after = query.After?[0] is { } number ? decimal.Parse(number, NumberStyles.Number, CultureInfo.InvariantCulture) : -1;
        var chosen = slugs.Select(collection.Find).Index()
            .Where(entry => entry.Index > after && entry.Item >= 0 && matches.Contains(entry.Item)).Take(count).ToList();
        return (chosen.ConvertAll(entry => entry.Item), docId => [IndexOf(docId), collection.Index.Slugs[docId]]);

        string IndexOf(int docId) => chosen.First(entry => entry.Item == docId).Index.ToString(CultureInfo.InvariantCulture);
    }

    private void Apply(FilterCondition condition, DocIdSet matches)
    {
        var filter = condition.Filter.Name;
        var values = condition.Values.Select(CollectionIndex.TermOf).ToList();
        switch (condition)
        {
            case { Filter.Kind: FilterKind.Available }:
                // A document that needs anything else does not match.
                Exclude(matches, Where(filter, value => !values.Contains(value)));
                break;
            case { Operator: FilterOperator.AllOf }:
                values.ForEach(value => Require(matches, Matching(condition.Filter, [value])));
                break;
            case { Operator: FilterOperator.NoneOf }:
                Exclude(matches, Matching(condition.Filter, values));
                break;
            case { Operator: FilterOperator.AtLeast }:
                Require(matches, Where(filter, value => Number(value) >= (int)condition.Values[0]));
                break;
            case { Operator: FilterOperator.AtMost }:
                Require(matches, Where(filter, value => Number(value) <= (int)condition.Values[0]));
                break;
            case { Operator: FilterOperator.Exists, Values: [true] }:
                Require(matches, AnyOf(DocumentIndex.PresentTerm, [filter]));
                break;
            case { Operator: FilterOperator.Exists }:
                Exclude(matches, AnyOf(DocumentIndex.PresentTerm, [filter]));
                break;
            default:
                Require(matches, Matching(condition.Filter, values));
                break;
        }
    }

    // The beginning of an identifier finds all that begin with it, in upper or lower case.
    private IEnumerable<PostingsList> Matching(Filter filter, IReadOnlyList<string> values) => filter.Kind is FilterKind.Keyword
        ? Where(filter.Name, term => values.Any(value => term.StartsWith(value, StringComparison.OrdinalIgnoreCase)))
        : AnyOf(filter.Name, values);

    private IEnumerable<PostingsList> AnyOf(string filter, IEnumerable<string> values) =>
        values.Select(value => collection.Index.Terms(filter).GetValueOrDefault(value)).OfType<PostingsList>();

    private IEnumerable<PostingsList> Where(string filter, Func<string, bool> predicate) =>
        collection.Index.Terms(filter).Where(term => predicate(term.Key)).Select(term => term.Value);

    private void Require(DocIdSet matches, IEnumerable<PostingsList> postings)
    {
        using var union = Union(postings);
        matches.IntersectWith(union);
    }

    private void Exclude(DocIdSet matches, IEnumerable<PostingsList> postings)
    {
        using var union = Union(postings);
        matches.ExceptWith(union);
    }

    private DocIdSet Union(IEnumerable<PostingsList> postings)
    {
        var union = DocIdSet.Empty(collection.MaxDoc);
        foreach (var list in postings)
            list.AddTo(union);
        return union;
    }

    private static int Number(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
