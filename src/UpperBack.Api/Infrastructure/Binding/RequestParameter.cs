using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace UpperBack.Api.Infrastructure.Binding;

/// <summary>One parameter of a request, declared once: how it is read, and how the OpenAPI document describes it.</summary>
/// <param name="Name">The name in the path, the query or the headers.</param>
/// <param name="Description">What it means, for API users. Read only when the OpenAPI document is written.</param>
/// <param name="Schema">The schema of its values.</param>
/// <param name="Bind">Reads it into the request and adds its faults to the reader.</param>
internal sealed record RequestParameter(string Name, Func<string> Description, Func<SchemaSource, IOpenApiSchema> Schema, Action<object, ParameterReader> Bind)
{
    /// <summary>Where it stands.</summary>
    public ParameterLocation In { get; init; } = ParameterLocation.Query;

    /// <summary>Whether a request without it is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>An example. Null when there is none.</summary>
    public Func<JsonNode?>? Example { get; init; }
}
