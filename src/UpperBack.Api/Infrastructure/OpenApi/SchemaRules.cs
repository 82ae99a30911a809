using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Infrastructure.OpenApi;

/// <summary>What the records say that Swashbuckle does not read off them by itself.</summary>
internal sealed class SchemaRules : ISchemaFilter
{
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

        if (context.Type == typeof(Problem))
            concrete.Properties!["code"] = new OpenApiSchema
            {
                Description = concrete.Properties["code"].Description,
                AllOf = [new SchemaSource(context.SchemaGenerator, context.SchemaRepository).Vocabulary("ProblemCode", "The kind of a problem.", [.. ProblemKinds.All.Select(kind => kind.Code)])],
            };
        if (context.MemberInfo?.GetCustomAttribute<ReferenceAttribute>() is not null)
            ((concrete.Items as OpenApiSchema) ?? concrete).Pattern = Document.SlugPattern;
        if (context.MemberInfo?.GetCustomAttribute<VocabularyAttribute>(inherit: true) is { } vocabulary)
            ReferToVocabulary(concrete, vocabulary, new(context.SchemaGenerator, context.SchemaRepository));
    }

    private static void ReferToVocabulary(OpenApiSchema property, VocabularyAttribute vocabulary, SchemaSource source)
    {
        var (name, description) = vocabulary.SchemaOf(null);
        var reference = source.Vocabulary(name, description, vocabulary.ValuesOf(null));
        if (property.Items is not null)
            property.Items = reference;
        else
            (property.Type, property.AllOf) = (null, [reference]);
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

    private static void DescribeChoices(OpenApiSchema schema, Type type)
    {
        schema.Type = JsonSchemaType.String;
        schema.Enum = [.. Enum.GetNames(type).Select(name => (JsonNode)DocumentJson.NameOf(name))];
        var lines = Enum.GetNames(type).Select(name => $"- `{DocumentJson.NameOf(name)}`: {XmlComments.Summary(type, name)}");
        schema.Description = $"{XmlComments.Summary(type)}\n\n{string.Join('\n', lines)}";
    }
}
