using System.Globalization;
using System.Text.Json;
using Npgsql;
using UpperBack.Content.Documents;
using UpperBack.Store.Indexing;

namespace UpperBack.Store.Reading;

/// <summary>A search across collections.</summary>
/// <param name="Search">What to search for.</param>
/// <param name="Collections">The names of the collections to look in.</param>
/// <param name="Language">The language to read and search in.</param>
/// <param name="Limit">How many hits at most, 1 to 100.</param>
/// <param name="After">The place to go on from. Null for the beginning.</param>
public sealed record SearchQuery(string Search, IReadOnlyList<string> Collections, Language Language, int Limit, IReadOnlyList<string?>? After);

/// <summary>The answer to a search across collections.</summary>
/// <param name="Hits">The hits, best first.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="ByCollection">How many there are in each collection that has any, whether it was asked for or not.</param>
/// <param name="Next">The place to go on from. Null at the end.</param>
public sealed record SearchPage(IReadOnlyList<SearchHit> Hits, long Total, IReadOnlyList<FacetValue> ByCollection, IReadOnlyList<string?>? Next)
{
    /// <summary>What was searched for instead, when nothing was found as it was typed. Null otherwise.</summary>
    public string? CorrectedSearch { get; init; }

    /// <summary>Names that the search may have meant, when it found nothing.</summary>
    public IReadOnlyList<string> DidYouMean { get; init; } = [];
}

/// <summary>Searches across collections: in the index in memory, with the texts that it shows from the database in one round trip.</summary>
public sealed class CatalogueSearch(Database database)
{
    private readonly WordForms forms = new(database);

    /// <summary>The hits of a search. One that finds nothing as it was typed is asked again as it was probably meant.</summary>
    public async Task<SearchPage> SearchAsync(SearchQuery query, IndexedCatalogue catalogue, CancellationToken cancellationToken = default)
    {
        var page = await PageAsync(query, catalogue, cancellationToken);
        if (page.Hits.Count > 0 || query.After is not null)
            return page;
        if (await SearchCorrection.OfAsync(database, forms, catalogue, query.Collections, query.Language, query.Search, cancellationToken) is { } corrected)
            page = await PageAsync(query with { Search = corrected }, catalogue, cancellationToken) with { CorrectedSearch = corrected };
        return page.Hits.Count > 0 ? page : page with { DidYouMean = SearchCorrection.NamesLike(catalogue, query.Collections, query.Language, query.Search) };
    }

    /// <summary>True when the values can name a place among the hits.</summary>
    public static bool IsPlace(IReadOnlyList<string?> after) =>
        after is [{ } score, { }, { }] && decimal.TryParse(score, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private async Task<SearchPage> PageAsync(SearchQuery query, IndexedCatalogue catalogue, CancellationToken cancellationToken)
    {
        var search = await forms.LookUpAsync(catalogue, query.Language, query.Search, cancellationToken);
        var counts = new List<FacetValue>();
        var found = new List<Found>();
        foreach (var collection in catalogue.Collections)
        {
            var name = collection.Index.Collection.Name;
            var inCollection = new CollectionSearch(collection, search);
            using var matches = inCollection.Matches();
            var count = matches.Count;
            if (count > 0)
                counts.Add(new(name, null, count));
            if (count > 0 && query.Collections.Contains(name))
                found.AddRange(inCollection.Best(matches, query.Limit + 1, collection.Index.Collection.Prominence, Behind(query.After, name))
                    .Select(best => new Found(name, collection.Index.Slugs[best.Place], collection.NameOf(best.Place, query.Language), best.Score)));
        }

        found.Sort(Found.BestFirst);
        var shown = found.Take(query.Limit).ToList();
        return new(
            shown.Count == 0 ? [] : await HitsAsync(shown, search, catalogue, cancellationToken),
            counts.Where(count => query.Collections.Contains(count.Value)).Sum(count => count.Count),
            [.. counts.OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal)],
            found.Count > query.Limit ? [Score.Text(shown[^1].Score), shown[^1].Collection, shown[^1].Slug] : null);
    }

    // Within a collection that comes before that of the last hit, what has the same score has been shown; behind it, none of it has.
    private static Func<int, string, bool>? Behind(IReadOnlyList<string?>? after, string collection) => after is not [{ } score, { } last, { } slug] ? null
        : string.CompareOrdinal(collection, last) switch
        {
            < 0 => Score.Below(score),
            0 => Score.Behind(score, slug),
            _ => Score.Behind(score, ""),
        };

    private async Task<IReadOnlyList<SearchHit>> HitsAsync(List<Found> found, SearchTerms search, IndexedCatalogue catalogue, CancellationToken cancellationToken)
    {
        var (sql, rendering) = (new Sql(), new Rendering(search.Language));
        await using var command = sql.Add($"""
            select e.collection, e.slug, {rendering.Either("index", "e.index")}, {rendering.IsThere}
            from unnest({sql.Texts(found.Select(hit => hit.Collection))}, {sql.Texts(found.Select(hit => hit.Slug))}) k (collection, slug) join entries e using (collection, slug){rendering.Join(sql, "e")}
            """).ToCommand(database);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var indexes = (await reader.AllAsync(row => ((row.GetString(0), row.GetString(1)), (Index: row.GetFieldValue<byte[]>(2), IsOwn: row.GetBoolean(3))), cancellationToken)).ToDictionary();
        return [.. found.Where(hit => indexes.ContainsKey((hit.Collection, hit.Slug))).Select(hit =>
        {
            var (index, isOwn) = indexes[(hit.Collection, hit.Slug)];
            var highlights = isOwn ? Highlights.Of(index, search.Own, catalogue.Lexicons[(int)search.Language]) : Highlights.Of(index, search.English, catalogue.Lexicons[(int)Language.En]);
            return new SearchHit(hit.Collection, hit.Slug, hit.Name, SummaryIn(index), Score.Value(hit.Score), highlights);
        })];
    }

    private static string SummaryIn(byte[] index)
    {
        using var document = JsonDocument.Parse(index);
        return CollectionIndex.Texts(document.RootElement).First(text => text.Field == "summary").Text;
    }

    private sealed record Found(string Collection, string Slug, string Name, int Score)
    {
        public static int BestFirst(Found one, Found other) =>
            one.Score != other.Score ? other.Score.CompareTo(one.Score)
            : string.CompareOrdinal(one.Collection, other.Collection) is var compared and not 0 ? compared : string.CompareOrdinal(one.Slug, other.Slug);
    }
}
