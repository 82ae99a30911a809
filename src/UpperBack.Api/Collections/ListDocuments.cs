using UpperBack.Api.Http;
using UpperBack.Api.Http.Caching;
using UpperBack.Content.Collections;
using UpperBack.Search.Queries;
using UpperBack.Store.Indexing;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Collections;

/// <summary>GET /v1/{collection}: the documents that match, page by page.</summary>
internal static class ListDocuments
{
    public static void Map(IEndpointRouteBuilder routes, Collection collection) => routes
        .MapRead($"/v1/{collection.Name}", (HttpContext context, DocumentQueries queries, CatalogueIndex index) => Handle(collection, context, queries, index))
        .ServesJson()
        .KeepsAnswers()
        .WithMetadata(CollectionOperations.List(collection))
        .Produces(StatusCodes.Status200OK, typeof(DocumentPage<>).MakeGenericType(collection.Shape.Type), "application/json")
        .Produces(StatusCodes.Status304NotModified);

    private static async Task<IResult> Handle(Collection collection, HttpContext context, DocumentQueries queries, CatalogueIndex index)
    {
        var reader = new QueryReader(context.Request.Query);
        var language = Locales.Choose(reader, context);
        var request = ListRequest.Read(reader, collection, language);
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);

        var sources = DependsOn(request.Query);
        var catalogue = await index.CurrentAsync(context.RequestAborted);
        var tag = ConditionalRequests.ForList(catalogue.Versions(sources), $"{language} {CanonicalQuery.Of(context.Request)}");
        if (ConditionalRequests.IsNotModified(context, tag, language, string.Join(' ', sources)))
            return Results.Empty;

        var (unknown, retired) = await queries.WrongSlugsAsync(request.Query, catalogue, context.RequestAborted);
        if (unknown.Count > 0)
            return Problems.BadParameters(UnknownSlugs(request.Query, unknown));
        if (ConditionalRequests.IsHeadEnough(context))
            return Results.Empty;
        var page = await queries.ListAsync(request.Query, catalogue, context.RequestAborted);
        return new DocumentPageResult(request, page, retired);
    }

    // Labels of facets, included documents and the slugs that a filter may name come from other collections; the rest is indexed with the collection itself.
    // A search without hits is corrected by the words of the whole catalogue.
    private static List<string> DependsOn(DocumentQuery query) => query.Search is not null ? [.. CollectionRegistry.All.Select(collection => collection.Name)] :
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
