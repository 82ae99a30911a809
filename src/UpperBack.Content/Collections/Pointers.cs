using System.Globalization;

namespace UpperBack.Content.Collections;

/// <summary>JSON pointers to the items of a list that break a rule.</summary>
internal static class Pointers
{
    /// <summary>Points at every item for which the test holds, or at a member of it.</summary>
    public static IEnumerable<string> Where<TItem>(string list, IEnumerable<TItem> items, Func<TItem, bool> breaks, string? member = null) =>
        items.Select((item, index) => (item, index))
            .Where(entry => breaks(entry.item))
            .Select(entry => To(list, entry.index) + (member is null ? "" : $"/{member}"));

    /// <summary>Points at every item with the key of an earlier one.</summary>
    public static IEnumerable<string> Repeated<TItem, TKey>(string list, IEnumerable<TItem> items, Func<TItem, TKey> key)
    {
        var seen = new HashSet<TKey>();
        return Where(list, items, item => !seen.Add(key(item)));
    }

    /// <summary>Points at one item of a list.</summary>
    public static string To(string list, int index) => $"/{list}/{index.ToString(CultureInfo.InvariantCulture)}";
}
