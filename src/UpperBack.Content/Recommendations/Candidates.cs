using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>Every exercise that has to do with the chosen conditions, sorted into what qualifies and what does not.</summary>
internal sealed class Candidates
{
    public Candidates(IReadOnlyList<PreparedExercise> exercises, Screening screening, ChosenConditions chosen, RecommendationRequest request)
    {
        var (qualified, unsafeOnes, outside) = (new List<Support>(), new List<Pairing>(), new List<(int Score, PreparedExercise Exercise)>());
        for (var place = 0; place < exercises.Count; place++)
        {
            if (PairingsOf(chosen, place) is not { } pairings)
                continue;
            var support = new Support(exercises[place], pairings);
            AnySupported |= support.Score > 0;
            // Danger is said in any case; a limit of the caller matters only for what would be suggested without it.
            if (DangerIn(pairings) is { } danger)
                unsafeOnes.Add(danger);
            else if (support.Score > 0 && Screening.IsOutsideLimits(support.Exercise, request))
                outside.Add((support.Score, support.Exercise));
            else if (support.Score > 0)
                qualified.Add(support);
        }

        Qualified = qualified;
        ExcludedTotal = unsafeOnes.Count + outside.Count;
        // Only what is shown is put into words.
        Excluded =
        [
            .. unsafeOnes.Take(Ruleset.MostExcluded).Select(pairing => pairing.Danger),
            .. outside.OrderByDescending(entry => entry.Score).Take(Math.Max(0, Ruleset.MostExcluded - unsafeOnes.Count)).Select(entry => screening.OutsideLimits(entry.Exercise, request)!),
        ];
    }

    /// <summary>What may be suggested, by slug.</summary>
    public IReadOnlyList<Support> Qualified { get; }

    /// <summary>What was left out: for safety by slug, then by the caller's limits, what has most support first; not more than are shown.</summary>
    public IReadOnlyList<ExcludedExercise> Excluded { get; }

    /// <summary>How many were left out.</summary>
    public int ExcludedTotal { get; }

    /// <summary>True when an exercise has support, whether or not it qualifies.</summary>
    public bool AnySupported { get; }

    private static List<Pairing>? PairingsOf(ChosenConditions chosen, int place)
    {
        List<Pairing>? found = null;
        foreach (var row in chosen.Pairings)
        {
            if (row[place] is { } pairing)
                (found ??= new(chosen.Pairings.Count)).Add(pairing);
        }

        return found;
    }

    // A caution comes before what follows from the facts, whichever condition it is about.
    private static Pairing? DangerIn(List<Pairing> pairings) =>
        pairings.Find(pairing => pairing.Exclusion is ExclusionCode.AvoidedForCondition) ?? pairings.Find(pairing => pairing.Exclusion is not null);
}
