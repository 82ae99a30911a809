using System.Text.Json;

namespace UpperBack.Api.Revisions;

/// <summary>
/// Lays two lists side by side, so that an inserted item moves none of the others: the longest common subsequence, in
/// which an item that was edited counts for as much as is left of it.
/// </summary>
internal static class ListAlignment
{
    // What has less in common is another item.
    private const double Alike = 0.3;

    // Time and memory grow with both lengths; longer lists, which no document has, are compared place by place.
    private const int MostPairs = 40_000;

    /// <summary>Every item of both lists in order, each beside the one that it became or came from. Nulls stand where there is none.</summary>
    public static IEnumerable<(JsonElement? Before, JsonElement? After)> Of(IReadOnlyList<JsonElement> before, IReadOnlyList<JsonElement> after)
    {
        var shorter = Math.Min(before.Count, after.Count);
        var start = 0;
        while (start < shorter && JsonElement.DeepEquals(before[start], after[start]))
            start++;
        var end = 0;
        while (end < shorter - start && JsonElement.DeepEquals(before[^(end + 1)], after[^(end + 1)]))
            end++;
        return
        [
            .. before.Take(start).Zip(after).Select(pair => ((JsonElement?)pair.First, (JsonElement?)pair.Second)),
            .. Differing([.. before.Skip(start).SkipLast(end)], [.. after.Skip(start).SkipLast(end)]),
            .. before.TakeLast(end).Zip(after.TakeLast(end)).Select(pair => ((JsonElement?)pair.First, (JsonElement?)pair.Second)),
        ];
    }

    /// <summary>Whether one of them may be the other, edited.</summary>
    public static bool AreAlike(JsonElement one, JsonElement other) => Likeness(one, other) >= Alike;

    private static IEnumerable<(JsonElement? Before, JsonElement? After)> Differing(List<JsonElement> before, List<JsonElement> after) =>
        before.Count * (long)after.Count <= MostPairs ? Aligned(before, after) : SideBySide(before, after);

    private static IEnumerable<(JsonElement? Before, JsonElement? After)> Aligned(List<JsonElement> before, List<JsonElement> after)
    {
        var likeness = Likenesses(before, after);
        var best = Best(likeness);
        var (removed, added) = (new List<JsonElement>(), new List<JsonElement>());
        for (var (i, j) = (0, 0); i < before.Count || j < after.Count;)
        {
            if (i < before.Count && j < after.Count && likeness[i, j] > 0 && best[i, j] == likeness[i, j] + best[i + 1, j + 1])
            {
                foreach (var pair in SideBySide(removed, added))
                    yield return pair;
                yield return (before[i++], after[j++]);
                removed.Clear();
                added.Clear();
            }
            else if (j == after.Count || (i < before.Count && best[i + 1, j] >= best[i, j + 1]))
            {
                removed.Add(before[i++]);
            }
            else
            {
                added.Add(after[j++]);
            }
        }

        foreach (var pair in SideBySide(removed, added))
            yield return pair;
    }

    // Where something went and something came between the same neighbours, the one took the place of the other.
    private static IEnumerable<(JsonElement? Before, JsonElement? After)> SideBySide(List<JsonElement> removed, List<JsonElement> added)
    {
        for (var i = 0; i < Math.Max(removed.Count, added.Count); i++)
            yield return (i < removed.Count ? removed[i] : null, i < added.Count ? added[i] : null);
    }

    // How much can be kept of what begins at each place of both lists.
    private static double[,] Best(double[,] likeness)
    {
        var (rows, columns) = (likeness.GetLength(0), likeness.GetLength(1));
        var best = new double[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
                best[i, j] = Math.Max(Math.Max(best[i + 1, j], best[i, j + 1]), likeness[i, j] + best[i + 1, j + 1]);
        }

        return best;
    }

    private static double[,] Likenesses(List<JsonElement> before, List<JsonElement> after)
    {
        var likeness = new double[before.Count, after.Count];
        for (var i = 0; i < before.Count; i++)
        {
            for (var j = 0; j < after.Count; j++)
                likeness[i, j] = Likeness(before[i], after[j]) is >= Alike and var alike ? alike : 0;
        }

        return likeness;
    }

    // 1 for the same, 0 for nothing in common.
    private static double Likeness(JsonElement one, JsonElement other) => JsonElement.DeepEquals(one, other) ? 1 : 0.9 * ((one.ValueKind, other.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) =>
            one.EnumerateObject().Sum(member => other.TryGetProperty(member.Name, out var value) ? Likeness(member.Value, value) : 0) / Math.Max(one.GetPropertyCount(), other.GetPropertyCount()),
        (JsonValueKind.String, JsonValueKind.String) => Likeness(one.GetString()!, other.GetString()!),
        _ => 0,
    });

    // The part that they begin and end with alike.
    private static double Likeness(string one, string other)
    {
        var start = one.AsSpan().CommonPrefixLength(other);
        var end = 0;
        while (end < Math.Min(one.Length, other.Length) - start && one[^(end + 1)] == other[^(end + 1)])
            end++;
        return (start + end) / (double)Math.Max(one.Length, other.Length);
    }
}
