using Npgsql;
using UpperBack.Content;
using UpperBack.Content.Collections;

namespace UpperBack.Store.Reading;

/// <summary>Answers questions to a collection.</summary>
public sealed class DocumentLists(Database database)
{
    /// <summary>The page that answers the query. A search that finds nothing as it was typed is asked again as it was probably meant.</summary>
    public async Task<DocumentPage> ListAsync(DocumentQuery query, CancellationToken cancellationToken = default)
    {
        var page = await PageAsync(query, cancellationToken);
        if (page.Items.Count > 0 || page.Unknown.Count > 0 || query.After is not null)
            return page;

        if (query.Search is not null && await SearchCorrection.OfAsync(database, [query.Collection.Name], query.Language, query.Search, cancellationToken) is { } corrected)
        {
            query = query with { Search = corrected };
            page = await PageAsync(query, cancellationToken) with { CorrectedSearch = corrected };
        }

        return page.Items.Count > 0 ? page : page with
        {
            Relax = await Relaxing.OfAsync(database, query, cancellationToken),
            DidYouMean = query.Search is null || await Relaxing.FindsWithoutFiltersAsync(database, query, cancellationToken)
                ? [] : await SearchCorrection.NamesLikeAsync(database, [query.Collection.Name], query.Search, cancellationToken),
        };
    }

    /// <summary>True when the values can name a place in the order of this query.</summary>
    public static bool IsPlace(DocumentQuery query, IReadOnlyList<string?> after) => Order.Fits(query, after);

    private async Task<DocumentPage> PageAsync(DocumentQuery query, CancellationToken cancellationToken)
    {
        await using var batch = database.DataSource.CreateBatch();
        var asked = AskedSlugs(query);
        var readers = new List<Func<NpgsqlDataReader, Task>>();
        var page = new DocumentPage { Items = [] };
        if (asked.Count > 0)
            Ask(PageCommands.UnknownSlugs(asked), async reader => page = page with { Unknown = await reader.AllAsync(row => new UnknownSlug(row.GetString(0), row.GetString(1), row.Text(2) ?? Nearest.To(row.GetString(1), row.GetFieldValue<string[]>(3))), cancellationToken) });
        if (query.Slugs is not null)
            Ask(PageCommands.Retired(query), async reader => page = page with { Retired = await reader.AllAsync(row => new RetiredDocument(row.GetString(0), row.Text(1)), cancellationToken) });
        Ask(PageCommands.Page(query), async reader => page = await ItemsAsync(page, query, reader, cancellationToken));
        if (query.Total)
            Ask(PageCommands.Total(query), async reader => page = page with { Total = (await reader.AllAsync(row => row.GetInt64(0), cancellationToken))[0] });
        var facets = new Dictionary<string, IReadOnlyList<FacetValue>>();
        foreach (var filter in query.Facets)
            Ask(PageCommands.Facet(query, filter), async reader => facets[filter.Name] = await reader.AllAsync(row => new FacetValue(row.GetString(0), row.Text(1), row.GetInt64(2)), cancellationToken));
        if (query.Includes.Count > 0)
            Ask(PageCommands.Included(query), async reader => page = page with { Included = await IncludedAsync(reader, cancellationToken) });

        await using var results = await batch.ExecuteReaderAsync(cancellationToken);
        foreach (var read in readers)
        {
            await read(results);
            await results.NextResultAsync(cancellationToken);
        }

        var gone = page.Retired.Select(retired => (query.Collection.Name, retired.Slug)).ToHashSet();
        return page with { Facets = facets, Unknown = [.. page.Unknown.Where(unknown => !gone.Contains((unknown.Collection, unknown.Slug)))] };

        void Ask(NpgsqlBatchCommand command, Func<NpgsqlDataReader, Task> read)
        {
            batch.BatchCommands.Add(command);
            readers.Add(read);
        }
    }

    private static List<(string Collection, string Slug)> AskedSlugs(DocumentQuery query)
    {
        var asked = from condition in query.Conditions
                    where condition.Filter.Collection is not null && condition.Operator is not FilterOperator.Exists
                    from slug in condition.Values.OfType<string>()
                    where slug != condition.Filter.NoneValue
                    select (condition.Filter.Collection!, slug);
        return [.. asked.Concat(query.Slugs?.Select(slug => (query.Collection.Name, slug)) ?? []).Distinct()];
    }

    private static async Task<DocumentPage> ItemsAsync(DocumentPage page, DocumentQuery query, NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        const int firstKey = 3;
        var rows = await reader.AllAsync(row => (
            Item: new ServedDocument(row.GetString(0), row.GetFieldValue<byte[]>(1)),
            Highlights: row.Bytes(2),
            Place: Enumerable.Range(firstKey, row.FieldCount - firstKey).Select(row.Text).ToList()), cancellationToken);
        var shown = rows.Take(query.Limit).ToList();
        return page with
        {
            Items = shown.ConvertAll(row => row.Item),
            Highlights = query.Search is null ? [] : shown.ConvertAll(row => row.Highlights),
            Next = rows.Count > query.Limit ? shown[^1].Place : null,
        };
    }

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<ServedDocument>>> IncludedAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rows = await reader.AllAsync(row => (Collection: row.GetString(0), Document: new ServedDocument(row.GetString(1), row.GetFieldValue<byte[]>(2))), cancellationToken);
        return rows.GroupBy(row => row.Collection).ToDictionary(group => group.Key, group => (IReadOnlyList<ServedDocument>)[.. group.Select(row => row.Document)]);
    }
}
