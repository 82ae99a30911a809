using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Infrastructure.OpenApi;

/// <summary>The JSON Schemas for the files of seed-data, made by the generator of the OpenAPI document so that there is one description of each member.</summary>
internal static class JsonSchemas
{
    private const string ComponentPrefix = "#/components/schemas/";
    private const string DefinitionPrefix = "#/$defs/";

    /// <summary>The schema of each kind of document, by the name of its file.</summary>
    public static IReadOnlyList<(string FileName, string Text)> From(ISchemaGenerator generator)
    {
        var repository = new SchemaRepository();
        var types = CollectionRegistry.All.Select(collection => (collection.Singular, collection.Shape.Type))
            .Append((Singular: "translation", Type: typeof(Translation))).Append((Singular: "retirement", Type: typeof(Retirement))).ToList();
        types.ForEach(type => generator.GenerateSchema(type.Type, repository));
        var components = new JsonObject(repository.Schemas.Select(schema => KeyValuePair.Create(schema.Key, (JsonNode?)Json(schema.Key, schema.Value))));
        return types.ConvertAll(type => ($"{type.Singular}.schema.json", Schema(components, type.Type.Name)));
    }

    private static JsonObject Json(string name, IOpenApiSchema schema)
    {
        using var text = new StringWriter();
        schema.SerializeAsV31(new OpenApiJsonWriter(text));
        var json = JsonNode.Parse(text.ToString())!.AsObject();
        // An answer always has its lists; a file may leave out what is empty.
        if (json.ContainsKey("required"))
            json["required"] = new JsonArray([.. Required(name).Select(member => (JsonNode)member)]);
        return json;
    }

    private static IEnumerable<string> Required(string name) =>
        DocumentJson.Compact.GetTypeInfo(typeof(Document).Assembly.GetType($"{typeof(Document).Namespace}.{name}", throwOnError: true)!)
            .Properties.Where(property => property.IsRequired).Select(property => property.Name);

    private static string Schema(JsonObject components, string name)
    {
        var definitions = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        Collect(components, name, definitions);
        var root = definitions[name].AsObject();
        definitions.Remove(name);
        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        root.Insert(1, "title", name);
        root["properties"]!.AsObject().Insert(0, "$schema", new JsonObject { ["type"] = "string", ["description"] = "This schema, so that editors complete and check." });
        if (definitions.Count > 0)
            root["$defs"] = new JsonObject(definitions.Select(definition => KeyValuePair.Create(definition.Key, (JsonNode?)definition.Value)));
        return root.ToJsonString(DocumentJson.Indented) + "\n";
    }

    // A definition and all that it leads to, with references that stay within the file.
    private static void Collect(JsonObject components, string name, SortedDictionary<string, JsonNode> definitions)
    {
        if (definitions.ContainsKey(name))
            return;
        var text = components[name]!.ToJsonString();
        definitions[name] = JsonNode.Parse(text.Replace(ComponentPrefix, DefinitionPrefix, StringComparison.Ordinal))!;
        foreach (var reference in References(components[name]!))
            Collect(components, reference[ComponentPrefix.Length..], definitions);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member =>
            member is { Key: "$ref", Value: JsonValue reference } ? [reference.GetValue<string>()] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
