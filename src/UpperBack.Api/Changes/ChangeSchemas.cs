using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using UpperBack.Content.Collections;

namespace UpperBack.Api.Changes;

/// <summary>Describes the documents of changes and snapshots in the OpenAPI document.</summary>
internal sealed class ChangeSchemas : ISchemaFilter
{
    private const string Discriminator = "collection";

    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: not null } concrete)
            return;
        var source = new SchemaSource(context.SchemaGenerator, context.SchemaRepository);
        if (context.Type == typeof(Change))
            DivideByCollection(concrete, source);
        if (context.Type == typeof(WholeCatalogue))
            concrete.Properties["collections"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = concrete.Properties["collections"].Description,
                AdditionalPropertiesAllowed = false,
                Required = CollectionRegistry.Names.ToHashSet(),
                Properties = CollectionRegistry.All.ToDictionary(collection => collection.Name, IOpenApiSchema (collection) => new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Description = collection.Description,
                    Items = source.Reference(collection.Shape.Type),
                }),
            };
    }

    // One schema for each collection, told apart by the member `collection`: the type of the document follows from it.
    private static void DivideByCollection(OpenApiSchema change, SchemaSource source)
    {
        var variants = CollectionRegistry.All.ToDictionary(collection => collection.Name, collection => (OpenApiSchemaReference)source.Named(
            $"{collection.Shape.Type.Name}{nameof(Change)}", () => Variant(change, collection, source)));
        change.OneOf = [.. variants.Values];
        change.Discriminator = new() { PropertyName = Discriminator, Mapping = variants };
        (change.Type, change.Properties, change.Required, change.AdditionalPropertiesAllowed) = (null, null, null, true);
    }

    private static OpenApiSchema Variant(OpenApiSchema change, Collection collection, SchemaSource source) => new()
    {
        Type = JsonSchemaType.Object,
        Description = $"A change of a document of the collection `{collection.Name}`.",
        Required = change.Required,
        AdditionalPropertiesAllowed = false,
        Properties = new Dictionary<string, IOpenApiSchema>(change.Properties!)
        {
            [Discriminator] = new OpenApiSchema { Type = JsonSchemaType.String, Description = change.Properties![Discriminator].Description, Enum = [(JsonNode)collection.Name] },
            ["document"] = new OpenApiSchema { Description = change.Properties["document"].Description, AllOf = [source.Reference(collection.Shape.Type)] },
        },
    };
}
