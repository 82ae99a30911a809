using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Infrastructure.OpenApi;

/// <summary>Generates the schemas of types while the OpenAPI document is written.</summary>
/// <param name="Generator">The generator.</param>
/// <param name="Repository">The schemas that stand once, under <c>components</c>.</param>
internal sealed record SchemaSource(ISchemaGenerator Generator, SchemaRepository Repository)
{
    /// <summary>The schema of a type: a reference where it is an object or an enum.</summary>
    public IOpenApiSchema Reference(Type type) => Generator.GenerateSchema(type, Repository);

    /// <summary>The schema of a closed vocabulary: a reference where it is an enum of the documents.</summary>
    public IOpenApiSchema Vocabulary(IReadOnlyList<string> values) => Array.Find(Enums, type => values.SequenceEqual(Enum.GetNames(type).Select(DocumentJson.NameOf))) is { } known
        ? Reference(known)
        : Schemas.Choice(values);

    private static Type[] Enums { get; } = [.. typeof(Document).Assembly.GetExportedTypes().Where(type => type.IsEnum)];
}
