using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using UpperBack.Content.Collections;

namespace UpperBack.Api.Changes;

/// <summary>Describes the documents of changes and snapshots in the OpenAPI document.</summary>
internal sealed class ChangeSchemas : ISchemaFilter
{
    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } properties })
            return;
        var source = new SchemaSource(context.SchemaGenerator, context.SchemaRepository);
        if (context.Type == typeof(Change))
        {
            properties["collection"] = Described(properties["collection"], source.CollectionName());
            properties["document"] = new OpenApiSchema
            {
                Description = properties["document"].Description,
                AnyOf = [.. CollectionRegistry.All.Select(collection => source.Reference(collection.Shape.Type))],
            };
        }

        if (context.Type == typeof(WholeCatalogue))
            properties["collections"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = properties["collections"].Description,
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

    private static OpenApiSchema Described(IOpenApiSchema member, IOpenApiSchema reference) => new() { Description = member.Description, AllOf = [reference] };
}
