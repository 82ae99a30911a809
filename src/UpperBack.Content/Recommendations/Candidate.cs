namespace UpperBack.Content.Recommendations;

/// <summary>An exercise with its matches with the chosen conditions, and the score that they add up to.</summary>
internal sealed class Candidate
{
    private readonly List<ExerciseConditionMatch> matches;

    /// <param name="exercise">The exercise.</param>
    /// <param name="matches">Its matches with the conditions, in their order.</param>
    public Candidate(PreparedExercise exercise, List<ExerciseConditionMatch> matches)
    {
        (Exercise, this.matches) = (exercise, matches);
        IsDisputed = matches.Exists(match => match.IsDisputed);
        foreach (var match in matches)
            Score += match.Points(IsDisputed);
    }

    public PreparedExercise Exercise { get; }

    /// <summary>Whether it strengthens a muscle that one of the conditions calls tight.</summary>
    public bool IsDisputed { get; }

    public int Score { get; }

    /// <summary>The reasons, by condition, weightiest first.</summary>
    public IReadOnlyList<Reason> Reasons => [.. matches.SelectMany(match => match.Reasons(IsDisputed))];

    /// <summary>The mechanisms that it acts on; none when it is disputed.</summary>
    public IReadOnlyList<MechanismLink> Links => IsDisputed ? [] : [.. matches.SelectMany(match => match.Links)];

    /// <summary>Whether a reason with points connects it with a condition.</summary>
    /// <param name="condition">Slug of the condition.</param>
    public bool Supports(string condition) => matches.Exists(match => match.Condition == condition && match.Points(IsDisputed) > 0);
}
