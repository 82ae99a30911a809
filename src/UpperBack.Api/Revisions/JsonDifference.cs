using System.Globalization;
using System.Text.Json;

namespace UpperBack.Api.Revisions;

/// <summary>Finds the JSON Patch that turns one JSON value into another: as few and small steps as a reader would make.</summary>
internal sealed class JsonDifference
{
    private readonly List<PatchOperation> operations = [];

    /// <summary>The steps, in the order in which they are to be done.</summary>
    public static IReadOnlyList<PatchOperation> Between(JsonElement before, JsonElement after)
    {
        var difference = new JsonDifference();
        difference.Compare("", before, after);
        return difference.operations;
    }

    private void Compare(string path, JsonElement before, JsonElement after)
    {
        if (JsonElement.DeepEquals(before, after))
            return;
        if ((before.ValueKind, after.ValueKind) is (JsonValueKind.Object, JsonValueKind.Object))
            CompareMembers(path, before, after);
        else if ((before.ValueKind, after.ValueKind) is (JsonValueKind.Array, JsonValueKind.Array))
            CompareItems(path, before, after);
        else
            Do(PatchVerb.Replace, path, after);
    }

    private void CompareMembers(string path, JsonElement before, JsonElement after)
    {
        foreach (var member in before.EnumerateObject())
        {
            if (after.TryGetProperty(member.Name, out var value))
                Compare(To(path, member.Name), member.Value, value);
            else
                Do(PatchVerb.Remove, To(path, member.Name));
        }

        foreach (var member in after.EnumerateObject())
        {
            if (!before.TryGetProperty(member.Name, out _))
                Do(PatchVerb.Add, To(path, member.Name), member.Value);
        }
    }

    // From the front: what stands before the index is as it will be, what stands behind it is as it was.
    private void CompareItems(string path, JsonElement before, JsonElement after)
    {
        var index = 0;
        foreach (var (item, successor) in ListAlignment.Of([.. before.EnumerateArray()], [.. after.EnumerateArray()]))
        {
            var place = To(path, index.ToString(CultureInfo.InvariantCulture));
            if (successor is not { } value)
            {
                Do(PatchVerb.Remove, place);
                continue;
            }

            if (item is not { } old)
                Do(PatchVerb.Add, place, value);
            else if (ListAlignment.AreAlike(old, value))
                Compare(place, old, value);
            else
                Do(PatchVerb.Replace, place, value);
            index++;
        }
    }

    private void Do(PatchVerb verb, string path, JsonElement? value = null) => operations.Add(new() { Op = verb, Path = path, Value = value });

    private static string To(string path, string member) =>
        $"{path}/{member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
