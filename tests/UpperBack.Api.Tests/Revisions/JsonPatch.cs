using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UpperBack.Api.Tests.Revisions;

/// <summary>Applies a JSON Patch to the letter of RFC 6902, as strictly as it says.</summary>
internal static class JsonPatch
{
    /// <summary>The value after all steps; the one that comes in stays as it is.</summary>
    public static JsonNode? Apply(JsonNode? value, JsonElement patch) => patch.EnumerateArray().Aggregate(value?.DeepClone(), Step);

    private static JsonNode? Step(JsonNode? root, JsonElement operation)
    {
        var (op, path) = (operation.GetProperty("op").GetString(), operation.GetProperty("path").GetString()!);
        var value = operation.TryGetProperty("value", out var given) ? JsonNode.Parse(given.GetRawText()) : null;
        Assert.Equal(op is "remove", given.ValueKind is JsonValueKind.Undefined);
        if (path.Length == 0)
            return op is "replace" or "add" ? value : throw new InvalidOperationException("The whole value cannot be removed.");
        var parts = path.Split('/')[1..].Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToList();
        var parent = parts[..^1].Aggregate(root, (node, part) => node is JsonArray list ? list[Index(part, list.Count - 1)] : node!.AsObject()[part]);
        if (parent is JsonArray items)
            Change(items, op!, parts[^1], value);
        else
            Change(parent!.AsObject(), op!, parts[^1], value);
        return root;
    }

    private static void Change(JsonArray items, string op, string part, JsonNode? value)
    {
        var index = Index(part, op is "add" ? items.Count : items.Count - 1);
        if (op is "remove" or "replace")
            items.RemoveAt(index);
        if (op is "add" or "replace")
            items.Insert(index, value);
    }

    private static void Change(JsonObject members, string op, string name, JsonNode? value)
    {
        Assert.True(op is "add" || members.ContainsKey(name), $"There is no {name} to {op}.");
        if (op is "remove")
            members.Remove(name);
        else
            members[name] = value;
    }

    private static int Index(string part, int last)
    {
        var index = int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture);
        Assert.InRange(index, 0, last);
        return index;
    }
}
