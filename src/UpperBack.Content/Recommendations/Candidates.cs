using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>The exercises that are connected with the chosen conditions, divided into those that qualify and those that are excluded.</summary>
internal sealed class Candidates
{
    public Candidates(IReadOnlyList<PreparedExercise> exercises, Screening screening, ChosenConditions chosen, RecommendationRequest request)
    {
        var (qualified, unsafeMatches, outside) = (new List<Candidate>(), new List<ExerciseConditionMatch>(), new List<(int Score, PreparedExercise Exercise)>());
        for (var index = 0; index < exercises.Count; index++)
        {
            if (MatchesOf(chosen, index) is not { } matches)
                continue;
            var candidate = new Candidate(exercises[index], matches);
            AnySupported |= candidate.Score > 0;
            // An unsafe exercise is always reported; a limit of the caller only where the exercise would qualify without it.
            if (UnsafeIn(matches) is { } unsafeMatch)
                unsafeMatches.Add(unsafeMatch);
            else if (candidate.Score > 0 && Screening.IsOutsideLimits(candidate.Exercise, request))
                outside.Add((candidate.Score, candidate.Exercise));
            else if (candidate.Score > 0)
                qualified.Add(candidate);
        }

        Qualified = qualified;
        ExcludedTotal = unsafeMatches.Count + outside.Count;
        // Texts only for those that are returned.
        Excluded =
        [
            .. unsafeMatches.Take(Ruleset.MostExcluded).Select(match => match.Excluded),
            .. outside.OrderByDescending(entry => entry.Score).Take(Math.Max(0, Ruleset.MostExcluded - unsafeMatches.Count)).Select(entry => screening.OutsideLimits(entry.Exercise, request)!),
        ];
    }

    /// <summary>The exercises that qualify, by slug.</summary>
    public IReadOnlyList<Candidate> Qualified { get; }

    /// <summary>The excluded exercises, no more than are returned: unsafe ones by slug, then those outside the caller's limits by score.</summary>
    public IReadOnlyList<ExcludedExercise> Excluded { get; }

    /// <summary>The number of excluded exercises.</summary>
    public int ExcludedTotal { get; }

    /// <summary>True when an exercise has points, whether or not it qualifies.</summary>
    public bool AnySupported { get; }

    private static List<ExerciseConditionMatch>? MatchesOf(ChosenConditions chosen, int index)
    {
        List<ExerciseConditionMatch>? found = null;
        foreach (var condition in chosen.Conditions)
        {
            if (condition.Matches[index] is { } match)
                (found ??= new(chosen.Conditions.Count)).Add(match);
        }

        return found;
    }

    // A recorded caution comes before a derived exclusion, whichever condition it is about.
    private static ExerciseConditionMatch? UnsafeIn(List<ExerciseConditionMatch> matches) =>
        matches.Find(match => match.Exclusion is ExclusionCode.AvoidedForCondition) ?? matches.Find(match => match.Exclusion is not null);
}
