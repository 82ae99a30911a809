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
            // A limit of the caller matters only for what would be suggested without it; danger is said in any case.
            if (screening.Unsafe(exercise, conditions) is { } danger)
                unsafeOnes.Add(danger);
            else if (finder.Find(exercise, conditions) is not { Score: > 0 } support)
                continue;
            else if (screening.OutsideLimits(exercise, request) is { } limit)
                outside.Add((support.Score, limit));
            else
                qualified.Add(support);
        }

        Qualified = Selection.Order(qualified);
        Excluded = [.. unsafeOnes, .. outside.OrderByDescending(entry => entry.Score).Select(entry => entry.Exercise)];
    }

    /// <summary>What may be suggested, in the order in which to consider it.</summary>
    public IReadOnlyList<Support> Qualified { get; }

    /// <summary>What was left out: for safety by slug, then by the caller's limits, what has most support first.</summary>
    public IReadOnlyList<ExcludedExercise> Excluded { get; }
}
