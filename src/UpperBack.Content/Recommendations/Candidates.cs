using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>Every exercise that has to do with the chosen conditions, sorted into what qualifies and what does not.</summary>
internal sealed class Candidates
{
    public Candidates(Catalogue catalogue, Phrases phrases, IReadOnlyList<Condition> conditions, RecommendationRequest request)
    {
        var (finder, screening) = (new SupportFinder(catalogue, phrases), new Screening(catalogue, phrases));
        var (qualified, unsafeOnes, outside) = (new List<Support>(), new List<ExcludedExercise>(), new List<(int Score, ExcludedExercise Exercise)>());
        foreach (var exercise in catalogue.All<Exercise>())
        {
            var support = finder.Find(exercise, conditions);
            AnySupported |= support.Score > 0;
            // Danger is said in any case; a limit of the caller matters only for what would be suggested without it.
            if (screening.Unsafe(exercise, conditions) is { } danger)
                unsafeOnes.Add(danger);
            else if (support.Score > 0 && screening.OutsideLimits(exercise, request) is { } limit)
                outside.Add((support.Score, limit));
            else if (support.Score > 0)
                qualified.Add(support);
        }

        Qualified = qualified;
        Excluded = [.. unsafeOnes, .. outside.OrderByDescending(entry => entry.Score).Select(entry => entry.Exercise)];
    }

    /// <summary>What may be suggested, by slug.</summary>
    public IReadOnlyList<Support> Qualified { get; }

    /// <summary>What was left out: for safety by slug, then by the caller's limits, what has most support first.</summary>
    public IReadOnlyList<ExcludedExercise> Excluded { get; }

    /// <summary>True when an exercise has support, whether or not it qualifies.</summary>
    public bool AnySupported { get; }
}
