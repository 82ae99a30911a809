using System.Globalization;
using UpperBack.Content.Collections;
using UpperBack.Store.Reading;

namespace UpperBack.Store.Indexing;

/// <summary>Finds, counts and puts in order what answers a question to one collection.</summary>
internal sealed class DocumentFinder(IndexedCatalogue catalogue, DocumentQuery query, SearchTerms? search)
{
    private readonly IndexedCollection collection = catalogue[query.Collection.Name];

    private CollectionSearch Search => new(collection, search!);

    /// <summary>The documents that match: all conditions, or without some where a facet counts its alternatives.</summary>
    public PlaceSet Matches(Func<FilterCondition, bool>? leftOut = null)
    {
        var matches = search is null ? collection.Live.Copy() : Search.Matches();
        foreach (var condition in query.Conditions.Where(condition => leftOut?.Invoke(condition) is not true))
            Apply(condition, matches);
        if (query.Slugs is null)
            return matches;
        using var chosen = PlaceSet.Empty(collection.Places);
        foreach (var place in query.Slugs.Select(collection.Find).Where(place => place >= 0))
            chosen.Add(place);
        matches.IntersectWith(chosen);
        return matches;
    }

    /// <summary>The slugs of a page in order, and the place to go on from; null at the end.</summary>
    public (IReadOnlyList<string> Slugs, IReadOnlyList<string?>? Next) Page(PlaceSet matches)
    {
        var (places, valuesOf) = InOrder(matches, query.Limit + 1);
        var shown = places[..Math.Min(places.Count, query.Limit)];
        return (shown.ConvertAll(place => collection.Index.Slugs[place]), places.Count > query.Limit ? valuesOf(shown[^1]) : null);
    }

    /// <summary>How often each value of a filter occurs among what matches the other conditions, the most frequent first.</summary>
    public IReadOnlyList<FacetValue> Facet(Filter filter)
    {
        using var matches = Matches(condition => condition.Filter.Name == filter.Name);
        var labels = filter.Collection is null ? null : catalogue[filter.Collection];
        return
        [
            .. collection.Index.Terms(filter.Name).Select(term => (Value: term.Key, Count: term.Value.CountIn(matches))).Where(term => term.Count > 0)
                .OrderByDescending(term => term.Count).ThenBy(term => term.Value, StringComparer.Ordinal)
                .Select(term => new FacetValue(term.Value, labels?.NameOf(term.Value, query.Language), term.Count)),
        ];
    }

    /// <summary>True when the values can name a place in the order of a query.</summary>
    public static bool IsPlace(DocumentQuery query, IReadOnlyList<string?> after)
    {
        var areNumbers = query.Sort.Count > 0 ? query.Sort.Select(term => term.Key.IsNumber) : [query.Search is not null || query.Slugs is not null];
        return after.Count == Math.Max(1, query.Sort.Count) + 1 && after[^1] is not null && areNumbers.Zip(after).All(pair =>
            !pair.First || pair.Second is null || decimal.TryParse(pair.Second, NumberStyles.Number, CultureInfo.InvariantCulture, out _));
    }

    // By what was asked for; else the best of a search first, chosen slugs as they were chosen, everything by name.
    private (List<int> Places, Func<int, IReadOnlyList<string?>> ValuesOf) InOrder(PlaceSet matches, int count)
    {
        if (query.Sort.Count == 0 && search is not null)
            return ByRelevance(matches, count);
        if (query.Sort.Count == 0 && query.Slugs is { } slugs)
            return AsChosen(matches, slugs, count);
        var sort = query.Sort.Count > 0 ? query.Sort : [new(query.Collection.SortKeys.First(key => key.Name == "name"), Descending: false)];
        var (order, all) = collection.OrderBy(sort, query.Language);
        var places = new List<int>(count);
        for (var index = query.After is null ? 0 : order.Behind(all, query.After); index < all.Length && places.Count < count; index++)
        {
            if (matches.Contains(all[index]))
                places.Add(all[index]);
        }

        return (places, order.ValuesOf);
    }

    private (List<int> Places, Func<int, IReadOnlyList<string?>> ValuesOf) ByRelevance(PlaceSet matches, int count)
    {
        var best = Search.Best(matches, count, 1, Score.Behind(query.After?[0], query.After?[^1]));
        return (best.ConvertAll(found => found.Place), place => [Score.Text(best.First(found => found.Place == place).Score), collection.Index.Slugs[place]]);
    }

    private (List<int> Places, Func<int, IReadOnlyList<string?>> ValuesOf) AsChosen(PlaceSet matches, IReadOnlyList<string> slugs, int count)
    {
        var before = query.After?[0] is { } number ? decimal.Parse(number, NumberStyles.Number, CultureInfo.InvariantCulture) : -1;
        var chosen = slugs.Select(collection.Find).Index().Where(entry => entry.Index > before && entry.Item >= 0 && matches.Contains(entry.Item)).Take(count).ToList();
        return (chosen.ConvertAll(entry => entry.Item), place => [chosen.First(entry => entry.Item == place).Index.ToString(CultureInfo.InvariantCulture), collection.Index.Slugs[place]]);
    }

    private void Apply(FilterCondition condition, PlaceSet matches)
    {
        var filter = condition.Filter.Name;
        var values = condition.Values.Select(CollectionIndex.TextOf).ToList();
        switch (condition)
        {
            case { Filter.Kind: FilterKind.Available }:
                // Whatever is needed and not at hand keeps a document out.
                Except(matches, Where(filter, value => !values.Contains(value)));
                break;
            case { Operator: FilterOperator.AllOf }:
                values.ForEach(value => Keep(matches, Exactly(filter, [value])));
                break;
            case { Operator: FilterOperator.NoneOf }:
                Except(matches, Exactly(filter, values));
                break;
            case { Operator: FilterOperator.AtLeast }:
                Keep(matches, Where(filter, value => Number(value) >= (int)condition.Values[0]));
                break;
            case { Operator: FilterOperator.AtMost }:
                Keep(matches, Where(filter, value => Number(value) <= (int)condition.Values[0]));
                break;
            case { Operator: FilterOperator.Exists, Values: [true] }:
                Keep(matches, Exactly(DocumentIndex.PresentTerm, [filter]));
                break;
            case { Operator: FilterOperator.Exists }:
                Except(matches, Exactly(DocumentIndex.PresentTerm, [filter]));
                break;
            default:
                Keep(matches, Exactly(filter, values));
                break;
        }
    }

    private IEnumerable<TermPlaces> Exactly(string filter, IEnumerable<string> values) =>
        values.Select(value => collection.Index.Terms(filter).GetValueOrDefault(value)).OfType<TermPlaces>();

    private IEnumerable<TermPlaces> Where(string filter, Func<string, bool> isMeant) =>
        collection.Index.Terms(filter).Where(term => isMeant(term.Key)).Select(term => term.Value);

    private void Keep(PlaceSet matches, IEnumerable<TermPlaces> terms)
    {
        using var places = Union(terms);
        matches.IntersectWith(places);
    }

    private void Except(PlaceSet matches, IEnumerable<TermPlaces> terms)
    {
        using var places = Union(terms);
        matches.ExceptWith(places);
    }

    private PlaceSet Union(IEnumerable<TermPlaces> terms)
    {
        var places = PlaceSet.Empty(collection.Places);
        foreach (var term in terms)
            term.AddTo(places);
        return places;
    }

    private static int Number(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
