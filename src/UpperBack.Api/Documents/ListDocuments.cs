using UpperBack.Content.Collections;
using UpperBack.Search.Queries;
using UpperBack.Store.Indexing;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Documents;

/// <summary>GET /v1/{collection}: the documents that match, page by page.</summary>
internal sealed class ListDocuments(DocumentQueries queries, CatalogueIndex index) : CollectionEndpoint<ListDocumentsRequest>
{
    private ListQuery list = null!;

    /// <inheritdoc/>
    protected override void Configure(Operation operation, Collection collection) => operation
        .Get($"/v1/{collection.Name}")
        .Named($"list{OperationNames.Pascal(collection.Name)}", collection.Name)
        .Describe(
            $"The {collection.Name.Replace('-', ' ')} that match.",
            $"{collection.Description} A comma or a repeated parameter means any of, different parameters mean all of. An unknown parameter, value or field answers 400 with the nearest known one.")
        .Returns(StatusCodes.Status200OK, new(Operation.Json) { Type = typeof(DocumentPage<>).MakeGenericType(collection.Shape.Type), Example = () => Examples.Page(collection) })
        .CacheUntilCatalogueChanges();

    /// <inheritdoc/>
    public override void OnBeforeValidate(ListDocumentsRequest req)
    {
        list = ListQuery.Of(req, Collection);
        if (!list.IsCursorValid)
            AddFault(ProblemFault.InvalidCursor("cursor"));
    }

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(ListDocumentsRequest req, CancellationToken ct)
    {
        var dependencies = new CacheDependencies(DependenciesOf(list.Query));
        var catalogue = await index.CurrentAsync(ct);
        var tag = ConditionalRequests.ForList(catalogue.Versions(dependencies.Collections), $"{req.Locale} {CanonicalQuery.Of(HttpContext.Request)}");
        if (ConditionalRequests.IsNotModified(HttpContext, tag, req.Locale, dependencies))
            return Results.Empty;

        var (unknown, retired) = await queries.WrongSlugsAsync(list.Query, catalogue, ct);
        if (unknown.Count > 0)
            return ProblemResults.BadParameters(UnknownSlugs(list.Query, unknown));
        if (ConditionalRequests.IsHeadEnough(HttpContext))
            return Results.Empty;
        var page = await queries.ListAsync(list.Query, catalogue, ct);
        return new DocumentPageResult(list, req.Fields, page, retired);
    }

    // Labels of facets, included documents and the slugs that a filter may name come from other collections; the rest is indexed with
    // the collection itself. A search without hits is corrected by the words of the whole catalogue.
    private static IReadOnlyList<string> DependenciesOf(DocumentQuery query) => query.Search is not null ? CollectionRegistry.Names :
    [
        .. query.Includes.SelectMany(path => new[] { path.First, path.Second })
            .Concat(query.Facets.Select(facet => facet.Collection))
            .Concat(query.Conditions.Select(condition => condition.Filter.Collection))
            .Prepend(query.Collection.Name)
            .OfType<string>().Distinct().Order(StringComparer.Ordinal),
    ];

    private static List<ProblemFault> UnknownSlugs(DocumentQuery query, IReadOnlyList<UnknownSlug> unknown)
    {
        var conditions = query.Conditions.Where(condition => condition.Filter.Collection is not null)
            .Select(condition => (condition.Parameter, Collection: condition.Filter.Collection!, condition.Values));
        if (query.Slugs is not null)
            conditions = conditions.Append(("slug", query.Collection.Name, query.Slugs));
        var faults = from slug in unknown
                     from condition in conditions
                     where condition.Collection == slug.Collection && condition.Values.Contains(slug.Slug)
                     select ProblemFault.UnknownSlug(condition.Parameter, slug.Slug, slug.Collection, slug.Nearest);
        return [.. faults];
    }
}
