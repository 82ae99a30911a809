using Marten;
using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Search.Indexing;
using UpperBack.Search.Queries;
using UpperBack.Store.Documents;

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

        await using var session = database.Documents.QuerySession();
        var heads = (await session.LoadManyAsync<DocumentHead>(cancellationToken, wrong.Select(reference => $"{reference.Collection}/{reference.Slug}"))).ToDictionary(head => (head.Collection, head.Slug));
        var named = await session.QueryAsync<Rendering>("where names && ?", cancellationToken, (object)wrong.Select(reference => reference.Slug).Distinct().ToArray());
        var rows = wrong.ConvertAll(reference =>
        {
            var retirement = heads.GetValueOrDefault(reference)?.Retirement;
            var alias = named.Where(rendering => rendering.Collection == reference.Collection && rendering.Names!.Contains(reference.Slug)).Select(rendering => rendering.Slug).Min(StringComparer.Ordinal);
            return (reference.Collection, reference.Slug, IsRetired: retirement is not null, Meant: retirement?.ReplacedBy ?? alias);
        });
        var retired = rows.Where(row => row.IsRetired && row.Collection == query.Collection.Name && query.Slugs?.Contains(row.Slug) is true).ToList();
        return (
            [.. rows.Except(retired).Select(row => new UnknownSlug(row.Collection, row.Slug, row.Meant ?? Nearest.To(row.Slug, catalogue.SimilarSlugs(row.Collection, row.Slug))))],
            [.. retired.OrderBy(row => row.Slug, StringComparer.Ordinal).Select(row => new RetiredDocument(row.Slug, row.Meant))]);
    }
}
