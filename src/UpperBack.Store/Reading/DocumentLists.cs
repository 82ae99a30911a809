using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Store.Indexing;

namespace UpperBack.Store.Reading;

/// <summary>Answers questions to a collection: what is found comes from the index in memory, the documents from the database in one round trip.</summary>
public sealed class DocumentLists(Database database)
{
    private readonly WordForms forms = new(database);

    /// <summary>The page that answers the query, to be disposed of once it is written. A search that finds nothing as it was typed is asked again as it was probably meant.</summary>
    public async Task<DocumentPage> ListAsync(DocumentQuery query, IndexedCatalogue catalogue, CancellationToken cancellationToken = default)
    {
        var page = await PageAsync(query, catalogue, cancellationToken);
        if (page.Items.Count > 0 || query.After is not null)
            return page;

        if (query.Search is not null && await SearchCorrection.OfAsync(database, forms, catalogue, [query.Collection.Name], query.Language, query.Search, cancellationToken) is { } corrected)
        {
            query = query with { Search = corrected };
            page = await PageAsync(query, catalogue, cancellationToken) with { CorrectedSearch = corrected };
        }

        if (page.Items.Count > 0)
            return page;
        var relaxing = new Relaxing(query, catalogue, query.Search is null ? null : await forms.LookUpAsync(catalogue, query.Language, query.Search, cancellationToken));
        return page with
        {
            Relax = relaxing.Relaxations(),
            DidYouMean = query.Search is null || relaxing.FindsWithoutFilters() ? [] : SearchCorrection.NamesLike(catalogue, [query.Collection.Name], query.Language, query.Search),
        };
    }

    /// <summary>True when the values can name a place in the order of this query.</summary>
    public static bool IsPlace(DocumentQuery query, IReadOnlyList<string?> after) => DocumentFinder.IsPlace(query, after);

    private async Task<DocumentPage> PageAsync(DocumentQuery query, IndexedCatalogue catalogue, CancellationToken cancellationToken)
    {
        var search = query.Search is null ? null : await forms.LookUpAsync(catalogue, query.Language, query.Search, cancellationToken);
        var finder = new DocumentFinder(catalogue, query, search);
        using var matches = finder.Matches();
        var (slugs, next) = finder.Page(matches);
        var page = new DocumentPage
        {
            Next = next,
            Total = query.Total ? matches.Count : null,
            Facets = query.Facets.ToDictionary(filter => filter.Name, finder.Facet),
        };
        return slugs.Count == 0 ? page : await PageFetch.AsOfAsync(database, page, query, slugs, search, catalogue, cancellationToken);
    }

    /// <summary>Slugs in a query that no document has, each with the one that was probably meant, and chosen ones that have been retired.</summary>
    public async Task<(IReadOnlyList<UnknownSlug> Unknown, IReadOnlyList<RetiredDocument> Retired)> WrongSlugsAsync(DocumentQuery query, IndexedCatalogue catalogue, CancellationToken cancellationToken = default)
    {
        var asked = from condition in query.Conditions
                    where condition.Filter.Collection is not null && condition.Operator is not FilterOperator.Exists
                    from slug in condition.Values.OfType<string>()
                    where slug != condition.Filter.NoneValue
                    select (Collection: condition.Filter.Collection!, Slug: slug);
        List<(string Collection, string Slug)> wrong = [.. asked.Concat(query.Slugs?.Select(slug => (Collection: query.Collection.Name, Slug: slug)) ?? []).Distinct()
            .Where(reference => catalogue[reference.Collection].Find(reference.Slug) < 0)];
        if (wrong.Count == 0)
            return ([], []);

        await using var command = database.DataSource.CreateCommand("""
            select r.collection, r.slug, d.retired_at is not null, coalesce(d.replaced_by, (select min(e.slug) from entries e where e.collection = r.collection and e.names @> array[r.slug]))
            from unnest($1::text[], $2::text[]) r (collection, slug) left join documents d on (d.collection, d.slug) = (r.collection, r.slug)
            """);
        command.Parameters.Add(new() { Value = wrong.Select(reference => reference.Collection).ToArray() });
        command.Parameters.Add(new() { Value = wrong.Select(reference => reference.Slug).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = await reader.AllAsync(row => (Collection: row.GetString(0), Slug: row.GetString(1), IsRetired: row.GetBoolean(2), Meant: row.Text(3)), cancellationToken);
        var retired = rows.Where(row => row.IsRetired && row.Collection == query.Collection.Name && query.Slugs?.Contains(row.Slug) is true).ToList();
        return (
            [.. rows.Except(retired).Select(row => new UnknownSlug(row.Collection, row.Slug, row.Meant ?? Nearest.To(row.Slug, catalogue.Lookalikes(row.Collection, row.Slug))))],
            [.. retired.OrderBy(row => row.Slug, StringComparer.Ordinal).Select(row => new RetiredDocument(row.Slug, row.Meant))]);
    }
}
