using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UpperBack.Api.Http;

namespace UpperBack.Api.Http.OpenApi;

/// <summary>Parameters of queries and paths as the OpenAPI document has them.</summary>
internal static class QueryParameters
{
    public static OpenApiParameter CursorParameter() => Parameter("cursor", "The `nextCursor` of the page before. It fits only the query that it came from.", Text());

    public static OpenApiParameter Locale() =>
        Parameter(Locales.Parameter, "The language to answer in; Accept-Language decides when absent. Documents without a current translation come in English, and each says which language it is in.", Choice(Locales.Codes));

    public static OpenApiParameter Limit() => Parameter("limit", "How many documents at most.", Number(1, Paging.MostItems, Paging.DefaultLimit));

    public static OpenApiParameter Parameter(string name, string description, OpenApiSchema schema) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = schema,
        Style = schema.Type is JsonSchemaType.Array ? ParameterStyle.Form : null,
        Explode = false,
    };

    /// <summary>A parameter in the path.</summary>
    public static OpenApiParameter InPath(string name, string description, OpenApiSchema schema, JsonNode? example = null)
    {
        var parameter = Parameter(name, description, schema);
        (parameter.In, parameter.Required, parameter.Example) = (ParameterLocation.Path, true, example);
        return parameter;
    }

    public static OpenApiSchema ListOf(OpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items, MinItems = 1, MaxItems = 100 };

    public static OpenApiSchema Choice(IEnumerable<string> values) =>
        new() { Type = JsonSchemaType.String, Enum = [.. values.Select(value => (JsonNode)value)] };

    public static OpenApiSchema Number(int least, int most, int? usual = null) => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = least.ToString(CultureInfo.InvariantCulture),
        Maximum = most.ToString(CultureInfo.InvariantCulture),
        Default = usual,
    };

    public static OpenApiSchema Text(int? longest = null) => new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = longest };
}
