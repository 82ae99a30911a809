using UpperBack.Api.Http;
using UpperBack.Api.Http.Caching;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Indexing;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Collections;

/// <summary>GET /v1: the collections, and what each can be asked.</summary>
internal static class DescribeCatalogue
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead("/v1", Handle)
        .ServesJson()
        .KeepsAnswers()
        .WithName("getCatalogueDescription")
        .WithTags("catalogue")
        .WithSummary("The collections with their filters, sort keys, facets and includes.")
        .WithDescription("Everything a client needs to build a query at run time: the name of every parameter, what kind of values it takes, which operators it understands.")
        .Produces<CatalogueDescription>(StatusCodes.Status200OK, "application/json")
        .Produces(StatusCodes.Status304NotModified);

    private static async Task<IResult> Handle(HttpContext context, PublishedDocuments store, CatalogueIndex index)
    {
        var reader = new QueryReader(context.Request.Query);
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);
        var names = CollectionRegistry.All.Select(collection => collection.Name).ToList();
        var catalogue = await index.CurrentAsync(context.RequestAborted);
        var tag = ConditionalRequests.ForList(catalogue.Versions(names), "");
        if (ConditionalRequests.IsNotModified(context, tag, Language.En, string.Join(' ', names)) || ConditionalRequests.IsHeadEnough(context))
            return Results.Empty;
        var translations = await store.TranslationCountsAsync(context.RequestAborted);
        return Results.Json(CatalogueDescription.Of(catalogue.Counts(), translations, context.Request.PathBase), DocumentJson.Compact);
    }
}
