using System.Text.Json.Nodes;

namespace UpperBack.Api.Infrastructure.OpenApi;

/// <summary>Reduces an OpenAPI document to the operations that need no key, and the components and tags that they use.</summary>
internal static class PublicOperations
{
    private const string Components = "#/components/";

    /// <summary>The document without the other operations. It is changed in place.</summary>
    public static JsonObject Keep(JsonObject document)
    {
        document.Remove("webhooks");
        var paths = document["paths"]!.AsObject();
        foreach (var (path, operations) in paths.ToList())
        {
            foreach (var (method, operation) in operations!.AsObject().Where(member => NeedsKey(member.Value!)).ToList())
                operations.AsObject().Remove(method);
            foreach (var (_, operation) in operations.AsObject())
                operation!.AsObject().Remove("security");
            if (operations.AsObject().Count == 0)
                paths.Remove(path);
        }

        KeepUsedComponents(document, paths);
        var tags = paths.SelectMany(path => path.Value!.AsObject()).SelectMany(operation => operation.Value!["tags"]!.AsArray()).Select(tag => tag!.GetValue<string>()).ToHashSet();
        document["tags"] = new JsonArray([.. document["tags"]!.AsArray().Where(tag => tags.Contains(tag!["name"]!.GetValue<string>())).Select(tag => tag!.DeepClone())]);
        return document;
    }

    // An empty requirement says that a key is optional.
    private static bool NeedsKey(JsonNode operation) => operation["security"] is JsonArray security && security.All(requirement => requirement!.AsObject().Count > 0);

    private static void KeepUsedComponents(JsonObject document, JsonObject paths)
    {
        var components = document["components"]!.AsObject();
        var (used, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<JsonNode>([paths]));
        while (open.TryPop(out var node))
        {
            foreach (var reference in References(node).Where(used.Add).ToList())
            {
                var place = reference[Components.Length..].Split('/');
                open.Push(components[place[0]]![place[1]]!);
            }
        }

        foreach (var (section, members) in components.ToList())
        {
            foreach (var (name, _) in members!.AsObject().Where(member => !used.Contains($"{Components}{section}/{member.Key}")).ToList())
                members.AsObject().Remove(name);
            if (members.AsObject().Count == 0)
                components.Remove(section);
        }
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member is { Key: "$ref", Value: JsonValue reference } ? [reference.GetValue<string>()] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
