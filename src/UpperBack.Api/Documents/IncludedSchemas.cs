using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using UpperBack.Content.Collections;

namespace UpperBack.Api.Documents;

/// <summary>Says of each page in the OpenAPI document which documents can be included in it, and of what kind they are.</summary>
internal sealed class IncludedSchemas : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is OpenApiSchema page && context.Type.IsGenericType && context.Type.GetGenericTypeDefinition() == typeof(DocumentPage<>))
            NameWhatIsIncluded(page, context);
    }

    private static void NameWhatIsIncluded(OpenApiSchema page, SchemaFilterContext context)
    {
        var collection = CollectionRegistry.For(context.Type.GenericTypeArguments[0]);
        var names = collection.IncludePaths.Select(path => path.Split('.')[^1]).Distinct();
        page.Properties!["included"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = page.Properties["included"].Description,
            AdditionalPropertiesAllowed = false,
            Properties = names.ToDictionary(name => name, name => (IOpenApiSchema)new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = $"The {name} referred to, by slug.",
                AdditionalProperties = context.SchemaGenerator.GenerateSchema(CollectionRegistry.Get(name).Shape.Type, context.SchemaRepository),
            }),
        };
    }
}
