using System.Text.Json.Nodes;
using UpperBack.Content.Collections;

namespace UpperBack.Api.Infrastructure.OpenApi;

/// <summary>Examples for the OpenAPI document, taken from seed-data: what they show is what the service answers.</summary>
internal static class Examples
{
    /// <summary>The slug of the example document of a collection.</summary>
    public static string? Slug(Collection collection) => Path.GetFileNameWithoutExtension(FileOf(collection));

    /// <summary>The example document of a collection.</summary>
    public static JsonNode? Document(Collection collection)
    {
        if (FileOf(collection) is not { } file)
            return null;
        var document = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        document.Remove("$schema");
        return document;
    }

    /// <summary>The list that holds only the example document.</summary>
    public static JsonNode? Page(Collection collection) => Document(collection) is { } document
        ? new JsonObject
        {
            ["items"] = new JsonArray(document),
            ["total"] = 1,
            ["links"] = new JsonObject { ["self"] = $"/v1/{collection.Name}?slug={Slug(collection)}" },
        }
        : null;

    // The smallest file: an example is read by people.
    private static string? FileOf(Collection collection)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "seed-data", collection.Name);
        return Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.json").Where(file => !Path.GetFileNameWithoutExtension(file).Contains('.', StringComparison.Ordinal))
                .OrderBy(file => new FileInfo(file).Length).ThenBy(file => file, StringComparer.Ordinal).FirstOrDefault()
            : null;
    }
}
