using Microsoft.OpenApi;

namespace UpperBack.Api.Infrastructure.Binding;

/// <summary>An id in a path. Another text leads to 404, as an unknown id does.</summary>
internal sealed class UuidAttribute : ParameterTypeAttribute
{
    /// <inheritdoc/>
    public override ParameterType Type { get; } =
        new(static (_, _) => null, static _ => new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" });
}
