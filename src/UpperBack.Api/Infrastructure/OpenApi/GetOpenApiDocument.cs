using UpperBack.Content.Documents;

namespace UpperBack.Api.Infrastructure.OpenApi;

/// <summary>GET /openapi.json: the OpenAPI document.</summary>
internal sealed class GetOpenApiDocument(OpenApiText document) : ApiEndpoint<NoParameters>
{
    private static readonly CacheDependencies Dependencies = new(["openapi"]);

    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation.Get("/openapi.json").Returns<object>().IgnoreUnknownParameters();

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(NoParameters req, CancellationToken ct)
    {
        var bytes = await document.BytesAsync();
        return ConditionalRequests.IsNotModified(HttpContext, ConditionalRequests.ForList([], ""), Language.En, Dependencies) ? Results.Empty : new BytesResult(bytes);
    }
}
