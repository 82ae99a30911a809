using UpperBack.Store.Changes;
using UpperBack.Store.Indexing;

namespace UpperBack.Api.Changes;

/// <summary>GET /v1/catalogue: everything published, in one response.</summary>
internal sealed class GetCatalogue(CatalogueSnapshots snapshots, CatalogueIndex index) : ApiEndpoint<GetCatalogueRequest>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => CatalogueResponse.Declare(operation.Get(CatalogueResponse.Path))
        .Named("getCatalogue", "changes")
        .Describe(
            "Everything that is published, in one answer.",
            "A copy to start from, with the token from which `/v1/changes` goes on: both are of the same moment, so nothing falls in between. By Accept as one JSON object or as lines (application/x-ndjson): one with `token`, `documents` and `language`, then one for each document, by collection and slug. `Content-Location` names this very state.");

    /// <inheritdoc/>
    public override Task<IResult> ExecuteAsync(GetCatalogueRequest req, CancellationToken ct) =>
        new CatalogueResponse(HttpContext, snapshots, index).SendAsync(_ => req.Locale, isImmutable: false);
}
