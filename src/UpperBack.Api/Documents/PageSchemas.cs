using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using UpperBack.Content.Collections;

namespace UpperBack.Api.Documents;

/// <summary>Describes pages of documents in the OpenAPI document: items that may be partial, and the documents that can be included.</summary>
internal sealed class PageSchemas : ISchemaFilter
{
    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema page || !context.Type.IsGenericType || context.Type.GetGenericTypeDefinition() != typeof(DocumentPage<>))
            return;
        var source = new SchemaSource(context.SchemaGenerator, context.SchemaRepository);
        var collection = CollectionRegistry.For(context.Type.GenericTypeArguments[0]);
        ((OpenApiSchema)page.Properties!["items"]).Items = source.Partial(collection.Shape.Type);
        page.Properties["included"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = page.Properties["included"].Description,
            AdditionalPropertiesAllowed = false,
            Properties = collection.IncludePaths.Select(path => path.Split('.')[^1]).Distinct().ToDictionary(name => name, IOpenApiSchema (name) => new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = $"The {name} referred to, by slug.",
                AdditionalProperties = source.Reference(CollectionRegistry.Get(name).Shape.Type),
            }),
        };
    }
}
