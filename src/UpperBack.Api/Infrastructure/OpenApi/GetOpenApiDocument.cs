using UpperBack.Content.Documents;

namespace UpperBack.Api.Infrastructure.OpenApi;

/// <summary>GET /openapi.json: the OpenAPI document, or with <c>scope=read</c> the operations that need no key.</summary>
internal sealed class GetOpenApiDocument(OpenApiText document) : ApiEndpoint<GetOpenApiDocumentRequest>
{
    private static readonly CacheDependencies Dependencies = new(["openapi"]);

    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation.Get("/openapi.json").Returns<object>();

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(GetOpenApiDocumentRequest req, CancellationToken ct)
    {
        var bytes = req.Scope is OpenApiScope.Read ? await document.PublicPartAsync() : await document.WholeAsync();
        var pathBase = HttpContext.Request.PathBase.ToUriComponent();
        var tag = ConditionalRequests.ForList([], $"{req.Scope} {pathBase}");
        return ConditionalRequests.IsNotModified(HttpContext, tag, Language.En, Dependencies) ? Results.Empty : new BytesResult(OpenApiText.Under(pathBase, bytes));
    }
}

/// <summary>The parameters of the OpenAPI document.</summary>
internal sealed class GetOpenApiDocumentRequest
{
    /// <summary>Which operations; all when absent.</summary>
    public OpenApiScope? Scope { get; set; }
}

/// <summary>Parts of the OpenAPI document.</summary>
internal enum OpenApiScope
{
    /// <summary>The operations that need no key.</summary>
    Read,
}
