namespace UpperBack.Content.Recommendations;

/// <summary>
/// Chooses and orders what qualifies, so that the mechanisms are covered before one is repeated. An exercise covers a
/// mechanism when it acts on it at least half as strongly as the strongest that qualifies; the disputed cover nothing.
/// Which exercises make a short list is decided by how much they cover, their order by how well they are supported.
/// </summary>
internal sealed class Selection
{
    private readonly IReadOnlyList<Support> qualified;
    private readonly Dictionary<(string Condition, string Mechanism), int> strongest;

    public Selection(IReadOnlyList<Support> qualified)
    {
        this.qualified = qualified;
        strongest = qualified.SelectMany(support => support.Links).GroupBy(Key).ToDictionary(links => links.Key, links => links.Max(link => link.Points));
    }

    /// <summary>At most this many, in the order in which to consider them.</summary>
    public IReadOnlyList<Support> Take(int limit)
    {
        var chosen = Greedy(qualified, (support, gain) => (gain, support.Score)).Take(limit);
        return Greedy(chosen, (support, gain) => (support.Score, gain));
    }

    /// <summary>Whether anything that qualifies covers the mechanism.</summary>
    public bool Covers((string Condition, string Mechanism) mechanism) => strongest.ContainsKey(mechanism);

    /// <summary>The mechanisms that an exercise covers.</summary>
    public IEnumerable<(string Condition, string Mechanism)> CoveredBy(Support support) => Covering(support).Select(Key);

    // Each place goes to the best of those that cover something new; when none does, the rest follows by score. The slug decides ties.
    private List<Support> Greedy(IEnumerable<Support> supports, Func<Support, int, (int, int)> rank)
    {
        var left = supports.OrderBy(support => support.IsDisputed).ThenByDescending(support => support.Score).ThenBy(support => support.Exercise.Slug, StringComparer.Ordinal).ToList();
        var covered = new HashSet<(string, string)>();
        var ordered = new List<Support>(left.Count);
        while (left.Where(support => Gain(support) > 0).MaxBy(support => rank(support, Gain(support))) is { } next)
        {
            ordered.Add(next);
            left.Remove(next);
            covered.UnionWith(CoveredBy(next));
        }

        return [.. ordered, .. left];

        int Gain(Support support) => Covering(support).Where(link => !covered.Contains(Key(link))).Sum(link => link.Points);
    }

    private IEnumerable<MechanismLink> Covering(Support support) => support.Links.Where(link => 2 * link.Points >= strongest[Key(link)]);

    private static (string Condition, string Mechanism) Key(MechanismLink link) => (link.Condition, link.Mechanism);
}
