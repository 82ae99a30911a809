using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>
/// How an exercise relates to a condition: links, points, reasons, exclusion. Texts are composed when they are first needed, because
/// most matches are never part of a response.
/// </summary>
internal sealed class ExerciseConditionMatch
{
    private readonly Exercise exercise;
    private readonly Condition condition;
    private readonly MatchRules rules;
    private readonly int points, pointsIfDisputed;
    private IReadOnlyList<Reason>? reasons, reasonsIfDisputed;
    private ExcludedExercise? exclusion;

    public ExerciseConditionMatch(Exercise exercise, Condition condition, MatchRules rules)
    {
        (this.exercise, this.condition, this.rules) = (exercise, condition, rules);
        Links = rules.Reasons.LinksBetween(exercise, condition);
        IsDisputed = rules.Screening.LoadsTightMuscle(exercise, condition);
        points = Sum(isDisputed: false);
        pointsIfDisputed = Sum(isDisputed: true);
        Exclusion = rules.Screening.Unsafe(exercise, condition)?.Code;
    }

    /// <summary>Slug of the condition.</summary>
    public string Condition => condition.Slug;

    /// <summary>The mechanisms of the condition that the exercise acts on.</summary>
    public IReadOnlyList<MechanismLink> Links { get; }

    /// <summary>Whether the exercise strengthens what the condition calls tight.</summary>
    public bool IsDisputed { get; }

    /// <summary>Why the exercise is unsafe with the condition, or null.</summary>
    public ExclusionCode? Exclusion { get; }

    /// <summary>The points for the exercise.</summary>
    /// <param name="isDisputed">Whether it is disputed for this condition or another that was chosen with it.</param>
    public int Points(bool isDisputed) => isDisputed ? pointsIfDisputed : points;

    /// <summary>The reasons for the exercise and against it, weightiest first.</summary>
    /// <param name="isDisputed">Whether it is disputed for this condition or another that was chosen with it.</param>
    public IReadOnlyList<Reason> Reasons(bool isDisputed)
    {
        ref var field = ref isDisputed ? ref reasonsIfDisputed : ref reasons;
        return field ?? rules.Budget.Keep(ref field, Find(isDisputed));
    }

    /// <summary>Why the exercise is unsafe with the condition, as responses show it.</summary>
    public ExcludedExercise Excluded => exclusion ?? rules.Budget.Keep(ref exclusion, rules.Screening.Unsafe(exercise, condition)!);

    private IReadOnlyList<Reason> Find(bool isDisputed) => rules.Reasons.Of(exercise, condition, isDisputed ? [] : Links, isDisputed);

    private int Sum(bool isDisputed) => Find(isDisputed).Sum(reason => reason.Points);
}

/// <summary>The rules that exercises are matched with conditions by.</summary>
/// <param name="Reasons">Finds reasons.</param>
/// <param name="Screening">Excludes exercises.</param>
/// <param name="Guidance">Finds warnings and cautions.</param>
/// <param name="Budget">Memoizes texts.</param>
internal sealed record MatchRules(ReasonFinder Reasons, Screening Screening, Guidance Guidance, MemoBudget Budget);
