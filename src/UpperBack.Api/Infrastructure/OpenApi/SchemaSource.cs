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

    /// <summary>The schema of a closed vocabulary that is no enum: it stands once under a name.</summary>
    public IOpenApiSchema Vocabulary(string name, string description, IReadOnlyList<string> values) => Named(name, () =>
    {
        var schema = Schemas.Choice(values);
        schema.Description = description;
        return schema;
    });

    /// <summary>The schema of a document of which only some members are sent: all of them are optional.</summary>
    public IOpenApiSchema Partial(Type type) => Derived(type, "Partial", $"{XmlComments.Summary(type)} With `fields`, only the members that it names.", property => property);

    /// <summary>The schema of a document that is sent: lists that are empty and what the service computes may be left out.</summary>
    public IOpenApiSchema Input(Type type) => Derived(type, "Input", $"To be saved: {XmlComments.Summary(type)}", property => property,
        DocumentJson.Compact.GetTypeInfo(type).Properties.Where(property => property.IsRequired).Select(property => property.Name).ToHashSet());

    /// <summary>The schema of a merge patch (RFC 7396) to a document: all members are optional, null removes one.</summary>
    public IOpenApiSchema Patch(Type type) => Derived(type, "Patch", $"A merge patch (RFC 7396) to: {XmlComments.Summary(type)}", Nullable);

    private static Type[] Enums { get; } = [.. typeof(Document).Assembly.GetExportedTypes().Where(type => type.IsEnum)];

    /// <summary>A schema that stands once under a name.</summary>
    public IOpenApiSchema Named(string name, Func<OpenApiSchema> create) => Repository.Schemas.ContainsKey(name)
        ? new OpenApiSchemaReference(name)
        : Repository.AddDefinition(name, create());

    private IOpenApiSchema Derived(Type type, string suffix, string description, Func<IOpenApiSchema, IOpenApiSchema> derive, HashSet<string>? required = null) => Named(type.Name + suffix, () =>
    {
        Reference(type);
        return new()
        {
            Type = JsonSchemaType.Object,
            Description = description,
            AdditionalPropertiesAllowed = false,
            Required = required,
            Properties = Repository.Schemas[type.Name].Properties!.ToDictionary(property => property.Key, property => derive(property.Value)),
        };
    });

    // A type with null, because generators make a class of its own of a union; a reference can only be part of a union.
    private static IOpenApiSchema Nullable(IOpenApiSchema property)
    {
        if (property is OpenApiSchema { Type: { } type, Enum: null or { Count: 0 } })
        {
            var nullable = (OpenApiSchema)property.CreateShallowCopy();
            nullable.Type = type | JsonSchemaType.Null;
            return nullable;
        }

        return new OpenApiSchema
        {
            Description = property.Description,
            AnyOf = [property is OpenApiSchema { AllOf: [var reference] } ? reference : property, new OpenApiSchema { Type = JsonSchemaType.Null }],
        };
    }
}
