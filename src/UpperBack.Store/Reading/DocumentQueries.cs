using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Search.Indexing;
using UpperBack.Search.Queries;

namespace UpperBack.Store.Reading;

/// <summary>Queries on one collection: matches come from the index, documents from the database in one round trip.</summary>
public sealed class DocumentQueries(Database database)
{
    /// <summary>The page of documents that match a query. The caller disposes it once it is written.</summary>
    public async Task<FetchedPage> ListAsync(DocumentQuery query, CatalogueSnapshot catalogue, CancellationToken cancellationToken = default)
    {
        var result = QueryExecutor.Execute(query, catalogue);
        return result.Slugs.Count == 0 ? new(result) : await PageFetch.FetchAsync(database, query, result, cancellationToken);
    }

    /// <summary>The slugs in a query that no document has, each with a suggestion, and the chosen ones that have been retired.</summary>
    public async Task<(IReadOnlyList<UnknownSlug> Unknown, IReadOnlyList<RetiredDocument> Retired)> WrongSlugsAsync(
        DocumentQuery query, CatalogueSnapshot catalogue, CancellationToken cancellationToken = default)
    {
        var asked = from condition in query.Conditions
                    where condition.Filter.Collection is not null && condition.Operator is not FilterOperator.Exists
                    from slug in condition.Values.OfType<string>()
                    where slug != condition.Filter.NoneValue
                    select (Collection: condition.Filter.Collection!, Slug: slug);
        List<(string Collection, string Slug)> wrong = [.. asked.Concat(query.Slugs?.Select(slug => (Collection: query.Collection.Name, Slug: slug)) ?? []).Distinct()
            .Where(reference => !catalogue.Contains(reference.Collection, reference.Slug))];
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
            [.. rows.Except(retired).Select(row => new UnknownSlug(row.Collection, row.Slug, row.Meant ?? Nearest.To(row.Slug, catalogue.SimilarSlugs(row.Collection, row.Slug))))],
            [.. retired.OrderBy(row => row.Slug, StringComparer.Ordinal).Select(row => new RetiredDocument(row.Slug, row.Meant))]);
    }
}
