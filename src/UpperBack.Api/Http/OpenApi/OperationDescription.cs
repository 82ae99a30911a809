using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace UpperBack.Api.Http.OpenApi;

/// <summary>What an endpoint says of itself in the OpenAPI document, beyond what can be read off its handler.</summary>
/// <param name="Describe">Completes the operation.</param>
internal sealed record OperationDescription(Action<OpenApiOperation> Describe);

/// <summary>Lets the endpoints describe themselves.</summary>
internal sealed class DescribedOperations : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var description in context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<OperationDescription>())
            description.Describe(operation);
    }
}
