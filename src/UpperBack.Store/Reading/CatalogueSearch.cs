using System.Globalization;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

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

/// <summary>Searches across collections.</summary>
public sealed class CatalogueSearch(Database database)
{
    /// <summary>The hits of a search. One that finds nothing as it was typed is asked again as it was probably meant.</summary>
    public async Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken = default)
    {
        var page = await PageAsync(query, cancellationToken);
        if (page.Hits.Count > 0 || query.After is not null)
            return page;
        if (await SearchCorrection.OfAsync(database, query.Collections, query.Language, query.Search, cancellationToken) is { } corrected)
            page = await PageAsync(query with { Search = corrected }, cancellationToken) with { CorrectedSearch = corrected };
        return page.Hits.Count > 0 ? page : page with
        {
            DidYouMean = await SearchCorrection.NamesLikeAsync(database, query.Collections, query.Search, cancellationToken),
        };
    }

    /// <summary>True when the values can name a place among the hits.</summary>
    public static bool IsPlace(IReadOnlyList<string?> after) =>
        after is [{ } score, { }, { }] && decimal.TryParse(score, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static readonly string Prominence = string.Create(CultureInfo.InvariantCulture,
        $"case e.collection {string.Join(' ', CollectionRegistry.All.Where(collection => collection.Prominence is not 1).Select(collection => FormattableString.Invariant($"when '{collection.Name}' then {collection.Prominence}")))} else 1 end");

    private async Task<SearchPage> PageAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        await using var batch = database.DataSource.CreateBatch();
        var texts = new ReaderTexts(query.Language);
        var counts = new Sql();
        batch.BatchCommands.Add(counts.Add($"select e.collection, count(*) from entries e{texts.Join(counts, "e")} where {texts.Matches(counts, query.Search)} group by e.collection order by count(*) desc, e.collection").ToCommand());
        var sql = new Sql();
        var order = new Order()
            .Add($"round({texts.Rank(sql, query.Search)} * {Prominence}, 6)", isNumber: true, descending: true)
            .Add("e.collection collate \"C\"", isNumber: false, descending: false)
            .Add("e.slug collate \"C\"", isNumber: false, descending: false);
        var after = query.After is null ? "" : $" and {order.After(sql, query.After)}";
        batch.BatchCommands.Add(sql.Add($"""
            with page as (
                select e.collection, e.slug, {texts.Either("name", "e.name")} as name, {order.Columns}, row_number() over (order by {order.By}) as place
                from entries e{texts.Join(sql, "e")} where e.collection = any({sql.Texts(query.Collections)}) and {texts.Matches(sql, query.Search)}{after} order by place limit {sql.Integer(query.Limit + 1)})
            select p.collection, p.slug, p.name, {texts.Either("texts", "d.texts")}->>'summary', {texts.Highlights(sql, query.Search)}, p.k0
            from page p join documents d on (d.collection, d.slug) = (p.collection, p.slug){texts.Join(sql, "d")} order by p.place
            """).ToCommand());

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var byCollection = await reader.AllAsync(row => new FacetValue(row.GetString(0), null, row.GetInt64(1)), cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var rows = await reader.AllAsync(row => (
            Hit: new SearchHit(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), double.Parse(row.GetString(5), CultureInfo.InvariantCulture), row.Bytes(4)),
            Score: row.GetString(5)), cancellationToken);
        var shown = rows.Take(query.Limit).ToList();
        return new(
            shown.ConvertAll(row => row.Hit), byCollection.Where(count => query.Collections.Contains(count.Value)).Sum(count => count.Count), byCollection,
            rows.Count > query.Limit ? [shown[^1].Score, shown[^1].Hit.Collection, shown[^1].Hit.Slug] : null);
    }

}
