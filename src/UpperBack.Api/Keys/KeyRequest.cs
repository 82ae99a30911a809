using FastEndpoints;
using Microsoft.OpenApi;

namespace UpperBack.Api.Keys;

/// <summary>The parameters of an operation on one key.</summary>
internal sealed class KeyRequest
{
    /// <summary>The id of the key.</summary>
    [RouteParam, KeyId]
    public string Id { get; set; } = "";
}

/// <summary>An id in a path. Another text leads to 404, as an unknown id does.</summary>
internal sealed class KeyIdAttribute : ParameterTypeAttribute
{
    /// <inheritdoc/>
    public override ParameterType Type { get; } =
        new(static (_, _) => null, static _ => new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" });
}
