using System.Reflection;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using UpperBack.Api.Collections;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Api.OpenApi;

/// <summary>What the records say that Swashbuckle does not read off them by itself.</summary>
internal sealed class SchemaRules : ISchemaFilter
{
    private static readonly XElement Comments =
        XDocument.Load(Path.ChangeExtension(typeof(Document).Assembly.Location, ".xml")).Root!.Element("members")!;

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema concrete)
            return;
        if (context.MemberInfo is null && context.Type.IsEnum)
            DescribeChoices(concrete, context.Type);
        if (concrete.Properties is not null)
        {
            foreach (var property in concrete.Properties.Values.OfType<OpenApiSchema>())
                LeaveOutRatherThanNull(property);
            RequireWhatIsAlwaysThere(concrete, context.Type);
        }

        if (context.Type.IsGenericType && context.Type.GetGenericTypeDefinition() == typeof(DocumentPage<>))
            NameWhatIsIncluded(concrete, context);

        if (context.MemberInfo?.GetCustomAttribute<ReferenceAttribute>() is not null)
            ((concrete.Items as OpenApiSchema) ?? concrete).Pattern = Document.SlugPattern;
    }

    // What is unknown is left out, so a member that is there is never null.
    private static void LeaveOutRatherThanNull(OpenApiSchema property)
    {
        if (property.Type is { } type)
            property.Type = type & ~JsonSchemaType.Null;
        if (property.OneOf is { Count: 2 } alternatives && alternatives.Any(alternative => alternative.Type is JsonSchemaType.Null))
        {
            property.AllOf = [alternatives.First(alternative => alternative.Type is not JsonSchemaType.Null)];
            property.OneOf = null;
        }
    }

    // A list that is empty and a flag that is false are written all the same.
    private static void RequireWhatIsAlwaysThere(OpenApiSchema schema, Type type)
    {
        var always = DocumentJson.Compact.GetTypeInfo(type).Properties.Where(property =>
            property.PropertyType.IsValueType ? Nullable.GetUnderlyingType(property.PropertyType) is null : !property.IsGetNullable);
        schema.Required = always.Select(property => property.Name).ToHashSet();
    }

    private static void NameWhatIsIncluded(OpenApiSchema page, SchemaFilterContext context)
    {
        var collection = CollectionRegistry.For(context.Type.GenericTypeArguments[0]);
        var names = ListRequest.IncludePaths(collection).Select(path => path.Split('.')[^1]).Distinct();
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

    private static void DescribeChoices(OpenApiSchema schema, Type type)
    {
        schema.Type = JsonSchemaType.String;
        schema.Enum = [.. Enum.GetNames(type).Select(name => (JsonNode)DocumentJson.NameOf(name))];
        var lines = Enum.GetNames(type).Select(name => $"- `{DocumentJson.NameOf(name)}`: {Comment($"F:{type.FullName}.{name}")}");
        schema.Description = $"{Comment($"T:{type.FullName}")}\n\n{string.Join('\n', lines)}";
    }

    private static string? Comment(string member) =>
        Comments.Elements("member").FirstOrDefault(element => element.Attribute("name")?.Value == member)?.Element("summary")?.Value.Trim();
}
