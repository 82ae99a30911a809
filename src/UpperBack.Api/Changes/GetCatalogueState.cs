using UpperBack.Content.Documents;
using UpperBack.Store.Changes;
using UpperBack.Store.Indexing;

namespace UpperBack.Api.Changes;

/// <summary>GET /v1/catalogue/{hash}: one state of everything published, for as long as nothing is published.</summary>
internal sealed class GetCatalogueState(CatalogueSnapshots snapshots, CatalogueIndex index) : ApiEndpoint<GetCatalogueStateRequest>
{
    private static readonly Language[] Languages = Enum.GetValues<Language>();

    /// <inheritdoc/>
    protected override void Configure(Operation operation) => CatalogueResponse.Declare(operation.Get($"{CatalogueResponse.Path}/{{hash}}"))
        .Named("getCatalogueState", "changes")
        .Describe(
            "One state of everything that is published.",
            "What `Content-Location` of `/v1/catalogue` names: caches may keep it for ever. The service itself has it for as long as nothing is published.")
        .Problems(StatusCodes.Status410Gone)
        .DescribeResponse(StatusCodes.Status410Gone, "Something has been published since; `snapshot` is where the catalogue is as it is now.");

    /// <inheritdoc/>
    public override Task<IResult> ExecuteAsync(GetCatalogueStateRequest req, CancellationToken ct) => new CatalogueResponse(HttpContext, snapshots, index).SendAsync(
        hashOf => Languages.Select(language => (Language?)language).FirstOrDefault(language => hashOf(language!.Value) == req.Hash), isImmutable: true);
}
