using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>
/// What connects an exercise with a condition. Most exercises have nothing to do with most conditions, so what is said in
/// words is only put into words for who reads it.
/// </summary>
internal sealed class Pairing
{
    private readonly Exercise exercise;
    private readonly Condition condition;
    private readonly PairingRules rules;
    private readonly int points, pointsIfDisputed;
    private IReadOnlyList<Reason>? reasons, reasonsIfDisputed;
    private ExcludedExercise? danger;

    public Pairing(Exercise exercise, Condition condition, PairingRules rules)
    {
        (this.exercise, this.condition, this.rules) = (exercise, condition, rules);
        Links = rules.Support.LinksBetween(exercise, condition);
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

    /// <summary>How much speaks for the exercise.</summary>
    /// <param name="isDisputed">Whether it is disputed for this condition or another that was chosen with it.</param>
    public int Points(bool isDisputed) => isDisputed ? pointsIfDisputed : points;

    /// <summary>What speaks for the exercise and against it, weightiest first.</summary>
    /// <param name="isDisputed">Whether it is disputed for this condition or another that was chosen with it.</param>
    public IReadOnlyList<Reason> Reasons(bool isDisputed)
    {
        ref var slot = ref isDisputed ? ref reasonsIfDisputed : ref reasons;
        return slot ?? rules.Memory.Keep(ref slot, Find(isDisputed));
    }

    /// <summary>Why the exercise is unsafe with the condition, in words.</summary>
    public ExcludedExercise Danger => danger ?? rules.Memory.Keep(ref danger, rules.Screening.Unsafe(exercise, condition)!);

    private IReadOnlyList<Reason> Find(bool isDisputed) => rules.Support.Reasons(exercise, condition, isDisputed ? [] : Links, isDisputed);

    private int Sum(bool isDisputed) => Find(isDisputed).Sum(reason => reason.Points);
}

/// <summary>What pairings are worked out by.</summary>
/// <param name="Support">Finds what speaks for an exercise.</param>
/// <param name="Screening">Decides what may not be suggested.</param>
/// <param name="Guidance">Says what to mind.</param>
/// <param name="Memory">Keeps what has been put into words.</param>
internal sealed record PairingRules(SupportFinder Support, Screening Screening, Guidance Guidance, PartMemory Memory);
