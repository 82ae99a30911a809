using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using Scope = UpperBack.Api.Infrastructure.Authentication.Scope;

namespace UpperBack.Api.Infrastructure.OpenApi;

/// <summary>Describes how a key is sent, so that clients and /docs can send one.</summary>
internal sealed class KeySecurity : IDocumentFilter
{
    /// <summary>The name of the security scheme.</summary>
    public const string Scheme = "key";

    /// <inheritdoc/>
    public void Apply(OpenApiDocument document, DocumentFilterContext context)
    {
        document.AddComponent<IOpenApiSecurityScheme>(Scheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "ub_…",
            Description = $"A key of the service. Its scopes say what it may do: {string.Join(", ", Scope.All.Select(scope => $"`{scope}`"))}; `{Scope.Admin}` stands for all. Reading what is published needs none.",
        });
        // An empty requirement says that no key is needed, which linters take for forgotten when it is left out.
        document.Security = [new OpenApiSecurityRequirement()];
    }
}
