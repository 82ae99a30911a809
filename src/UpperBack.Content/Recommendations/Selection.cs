namespace UpperBack.Content.Recommendations;

/// <summary>
/// Puts what qualifies in the order in which to consider it: a greedy cover of the mechanisms, then the score. Each
/// place goes to the exercise that acts most strongly on mechanisms which none before it acts on; when none adds
/// anything, to the highest score; on a tie to the slug that comes first. The disputed stand behind all others.
/// </summary>
internal static class Selection
{
    public static List<Support> Order(IEnumerable<Support> qualified)
    {
        var ranked = qualified.OrderBy(support => support.IsDisputed).ThenByDescending(support => support.Score).ThenBy(support => support.Exercise.Slug, StringComparer.Ordinal).ToList();
        var covered = new HashSet<(string, string)>();
        var ordered = new List<Support>(ranked.Count);
        while (ranked.MaxBy(Gain) is { } next && Gain(next) > 0)
        {
            ordered.Add(next);
            ranked.Remove(next);
            covered.UnionWith(next.Links.Select(link => (link.Condition, link.Mechanism)));
        }

        ordered.AddRange(ranked);
        return ordered;

        int Gain(Support support) => support.Links.Where(link => !covered.Contains((link.Condition, link.Mechanism))).Sum(link => link.Points);
    }
}
