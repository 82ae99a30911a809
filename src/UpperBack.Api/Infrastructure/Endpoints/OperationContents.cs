using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace UpperBack.Api.Infrastructure.Endpoints;

/// <summary>The body of a request.</summary>
/// <param name="Type">What it holds.</param>
/// <param name="MostBytes">The largest size.</param>
/// <param name="MediaTypes">The media types, the usual one first.</param>
internal sealed record BodyDeclaration(Type Type, long MostBytes, IReadOnlyList<string> MediaTypes)
{
    /// <summary>The schema, where it is not that of the type.</summary>
    public Func<SchemaSource, IOpenApiSchema>? Schema { get; init; }
}

/// <summary>The response with one status.</summary>
internal sealed record ResponseDeclaration
{
    /// <summary>What it means. Null for the usual text of its status.</summary>
    public string? Description { get; init; }

    /// <summary>Its contents by media type. Empty when it has no body.</summary>
    public IReadOnlyList<ResponseContent> Contents { get; init; } = [];
}

/// <summary>The content of a response in one media type.</summary>
/// <param name="MediaType">The media type.</param>
internal sealed record ResponseContent(string MediaType)
{
    /// <summary>The type that it is the JSON of. Null for what is no JSON: its schema is a binary string.</summary>
    public Type? Type { get; init; }

    /// <summary>What is in it, for what is no JSON.</summary>
    public string? Description { get; init; }

    /// <summary>An example. Null when the schema's own will do.</summary>
    public Func<JsonNode?>? Example { get; init; }

    /// <summary>The schema, where it cannot be read off the type.</summary>
    public Func<SchemaSource, IOpenApiSchema>? Schema { get; init; }
}
