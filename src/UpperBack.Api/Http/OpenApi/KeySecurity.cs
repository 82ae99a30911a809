using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using UpperBack.Api.Http.Access;

namespace UpperBack.Api.Http.OpenApi;

/// <summary>Says which operations need a key, and with which scope, so that clients and /docs can send one.</summary>
internal sealed class KeySecurity : IOperationFilter, IDocumentFilter
{
    private const string Scheme = "key";

    public void Apply(OpenApiDocument document, DocumentFilterContext context)
    {
        document.AddComponent<IOpenApiSecurityScheme>(Scheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "ub_…",
            Description = $"A key of the service. Its scopes say what it may do: {string.Join(", ", Scopes.All.Select(scope => $"`{scope}`"))}; `{Scopes.Admin}` stands for all. Reading what is published needs none.",
        });
        // An empty requirement says that no key is needed, which linters take for forgotten when it is left out.
        document.Security = [new OpenApiSecurityRequirement()];
    }

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<RequiredScope>().LastOrDefault() is { } required)
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = required.Scope is { } scope ? [scope] : [] }];
    }
}
