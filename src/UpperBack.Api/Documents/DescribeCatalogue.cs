using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Indexing;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Documents;

/// <summary>GET /v1: the collections, and their parameters.</summary>
internal sealed class DescribeCatalogue(PublishedDocuments store, CatalogueIndex index) : ApiEndpoint<NoParameters>
{
    private static readonly CacheDependencies Dependencies = new(CollectionRegistry.Names);

    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Get("/v1")
        .Named("getCatalogueDescription", "catalogue")
        .Describe(
            "The collections with their filters, sort keys, facets and includes.",
            "Everything a client needs to build a query at run time: the name of every parameter, what kind of values it takes, which operators it understands.")
        .Returns<CatalogueDescription>()
        .CacheUntilCatalogueChanges();

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(NoParameters req, CancellationToken ct)
    {
        var catalogue = await index.CurrentAsync(ct);
        var tag = ConditionalRequests.ForList(catalogue.Versions(CollectionRegistry.Names), "");
        if (ConditionalRequests.IsNotModified(HttpContext, tag, Language.En, Dependencies) || ConditionalRequests.IsHeadEnough(HttpContext))
            return Results.Empty;
        var translations = await store.TranslationCountsAsync(ct);
        return Results.Json(CatalogueDescription.Of(catalogue.Counts(), translations, HttpContext.Request.PathBase), DocumentJson.Compact);
    }
}
