namespace UpperBack.Content.Recommendations;

/// <summary>
/// Chooses and orders candidates so that every mechanism is covered before one is repeated. An exercise covers a
/// mechanism when it acts on it at least half as strongly as the strongest that qualifies; the disputed cover nothing.
/// Which exercises make a short list is decided by how much they cover, their order by how well they are supported.
/// </summary>
internal sealed class Selection
{
    private readonly List<Choice> qualified;
    private readonly Dictionary<(string Condition, string Mechanism), Covered> mechanisms = [];

    public Selection(IReadOnlyList<Candidate> qualified)
    {
        this.qualified = new(qualified.Count);
        foreach (var candidate in qualified)
            this.qualified.Add(new(candidate, [.. candidate.Links.Select(link => (Of(link), link.Points))]));
        this.qualified.Sort((one, other) => InOrder(one.Candidate, other.Candidate));
    }

    /// <summary>At most this many, in the order in which to consider them.</summary>
    public IReadOnlyList<Candidate> Take(int limit)
    {
        var chosen = Greedy(qualified, limit, (candidate, gain) => (gain, candidate.Score));
        chosen.Sort((one, other) => InOrder(one.Candidate, other.Candidate));
        return Greedy(chosen, limit, (candidate, gain) => (candidate.Score, gain)).ConvertAll(choice => choice.Candidate);
    }

    /// <summary>Whether anything that qualifies covers the mechanism.</summary>
    public bool Covers((string Condition, string Mechanism) mechanism) => mechanisms.ContainsKey(mechanism);

    /// <summary>The mechanisms that these exercises cover.</summary>
    public IReadOnlySet<(string Condition, string Mechanism)> CoveredBy(IReadOnlyList<Candidate> candidates)
    {
        var set = candidates.ToHashSet();
        return qualified.Where(choice => set.Contains(choice.Candidate)).SelectMany(choice => choice.Covering()).Select(covered => covered.Mechanism.Name).ToHashSet();
    }

    // Takes the best candidate that covers something new until none does; the rest follows by score. Ties by slug.
    private static List<Choice> Greedy(List<Choice> choices, int limit, Func<Candidate, int, (int, int)> rank)
    {
        var (ordered, taken) = (new List<Choice>(Math.Min(limit, choices.Count)), new HashSet<Choice>());
        var covered = new HashSet<Covered>();
        while (ordered.Count < limit && BestOf(choices, taken, covered, rank) is { } next)
        {
            ordered.Add(next);
            taken.Add(next);
            covered.UnionWith(next.Covering().Select(link => link.Mechanism));
        }

        ordered.AddRange(choices.Where(choice => !taken.Contains(choice)).Take(limit - ordered.Count));
        return ordered;
    }

    private static Choice? BestOf(List<Choice> choices, HashSet<Choice> taken, HashSet<Covered> covered, Func<Candidate, int, (int, int)> rank)
    {
        var (best, most) = ((Choice?)null, default((int, int)));
        foreach (var choice in choices)
        {
            var gain = choice.Gain(covered);
            if (gain > 0 && !taken.Contains(choice) && rank(choice.Candidate, gain) is var place && (best is null || place.CompareTo(most) > 0))
                (best, most) = (choice, place);
        }

        return best;
    }

    private static int InOrder(Candidate one, Candidate other) =>
        one.IsDisputed != other.IsDisputed ? one.IsDisputed.CompareTo(other.IsDisputed)
        : one.Score != other.Score ? other.Score.CompareTo(one.Score)
        : string.CompareOrdinal(one.Exercise.Exercise.Slug, other.Exercise.Exercise.Slug);

    private Covered Of(MechanismLink link)
    {
        var name = (link.Condition, link.Mechanism);
        if (!mechanisms.TryGetValue(name, out var mechanism))
            mechanisms[name] = mechanism = new(name);
        mechanism.Strongest = Math.Max(mechanism.Strongest, link.Points);
        return mechanism;
    }

    private sealed class Covered((string Condition, string Mechanism) name)
    {
        public (string Condition, string Mechanism) Name => name;

        public int Strongest { get; set; }
    }

    private sealed class Choice(Candidate candidate, (Covered Mechanism, int Points)[] links)
    {
        public Candidate Candidate => candidate;

        public IEnumerable<(Covered Mechanism, int Points)> Covering() => links.Where(IsCovering);

        public int Gain(HashSet<Covered> covered)
        {
            var gain = 0;
            foreach (var link in links)
            {
                if (IsCovering(link) && !covered.Contains(link.Mechanism))
                    gain += link.Points;
            }

            return gain;
        }

        private static bool IsCovering((Covered Mechanism, int Points) link) => 2 * link.Points >= link.Mechanism.Strongest;
    }
}
