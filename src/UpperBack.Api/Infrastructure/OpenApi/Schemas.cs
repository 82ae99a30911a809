using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace UpperBack.Api.Infrastructure.OpenApi;

/// <summary>Schemas of parameters.</summary>
internal static class Schemas
{
    /// <summary>The most values in a list.</summary>
    public const int MostValues = 100;

    /// <summary>A list.</summary>
    public static OpenApiSchema ListOf(IOpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items, MinItems = 1, MaxItems = MostValues };

    /// <summary>One of these texts.</summary>
    public static OpenApiSchema Choice(IEnumerable<string> values) =>
        new() { Type = JsonSchemaType.String, Enum = [.. values.Select(value => (JsonNode)value)] };

    /// <summary>A whole number.</summary>
    public static OpenApiSchema Number(int least, int most, int? usual = null) => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = least.ToString(CultureInfo.InvariantCulture),
        Maximum = most.ToString(CultureInfo.InvariantCulture),
        Default = usual,
    };

    /// <summary>A text that is not empty.</summary>
    public static OpenApiSchema Text(int? longest = null) => new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = longest };
}
