using System.Text.Json.Nodes;

namespace UpperBack.Api.Tests.Fixtures;

/// <summary>Documents to write, made from those of seed-data.</summary>
internal static class Drafted
{
    /// <summary>A slug that no other test has.</summary>
    public static string Slug(string start = "written") => $"{start}-{Guid.NewGuid().ToString("N")[..12]}";

    /// <summary>A copy of an exercise under another slug, changed as told.</summary>
    public static string Exercise(string slug, Action<JsonObject>? change = null, string like = "shoulder-blade-squeeze")
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "seed-data", "exercises", $"{like}.json")))!.AsObject();
        document.Remove("$schema");
        document["slug"] = slug;
        document["name"] = $"Exercise {slug}";
        document["aliases"] = new JsonArray();
        document["relations"] = new JsonArray();
        change?.Invoke(document);
        return document.ToJsonString();
    }
}
