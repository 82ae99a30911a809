using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>Why an exercise is or is not suggested for a condition: from the mechanisms to the muscles to what the exercise does to them, with every source.</summary>
public sealed record Explanation
{
    /// <summary>The decision.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Version of the rules that decided.</summary>
    /// <example>1.0</example>
    public required string RulesetVersion { get; init; }

    /// <summary>Version of the catalogue that was looked at.</summary>
    /// <example>4f0c2d9a81b6</example>
    public required string CatalogueVersion { get; init; }

    /// <summary>The language of the texts.</summary>
    public required Language Language { get; init; }

    /// <summary>What this is and is not, to be shown with it.</summary>
    public required string Notice { get; init; }

    /// <summary>The decision in words.</summary>
    public required string Message { get; init; }

    /// <summary>The condition.</summary>
    public required ChosenCondition Condition { get; init; }

    /// <summary>The exercise.</summary>
    public required ExerciseSummary Exercise { get; init; }

    /// <summary>What to read before anything else, where the condition calls for it.</summary>
    public required IReadOnlyList<Warning> Warnings { get; init; }

    /// <summary>The warning signs to ask about first, most urgent first.</summary>
    public required IReadOnlyList<WarningSign> RedFlags { get; init; }

    /// <summary>The points of all reasons together, or 0 when it is not suggested.</summary>
    /// <example>40</example>
    public required int Score { get; init; }

    /// <summary>What speaks for it, and what does not.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>Why it is left out. Absent when it is suggested, and when there is just no support.</summary>
    public ExcludedExercise? Exclusion { get; init; }

    /// <summary>Every mechanism of the condition, and what the exercise does about it.</summary>
    public required IReadOnlyList<ExplainedMechanism> Mechanisms { get; init; }

    /// <summary>What to mind: first what concerns the condition, then what concerns everybody.</summary>
    public required IReadOnlyList<Caution> Cautions { get; init; }
}

/// <summary>Whether an exercise is suggested for a condition.</summary>
public enum Verdict
{
    /// <summary>It is suggested.</summary>
    Suggested,

    /// <summary>It is suggested behind all others: a study supports it although it strengthens what the condition calls tight.</summary>
    Disputed,

    /// <summary>Nothing in the catalogue supports it.</summary>
    NoSupport,

    /// <summary>A caution says to avoid it.</summary>
    AvoidedForCondition,

    /// <summary>It strengthens what the condition calls tight, and no publication studied it for that.</summary>
    LoadsTightMuscle,
}

/// <summary>A mechanism of the condition, and what the exercise does about it.</summary>
public sealed record ExplainedMechanism
{
    /// <summary>Id of the mechanism within the condition.</summary>
    /// <example>upper-trapezius-tight</example>
    public required string Mechanism { get; init; }

    /// <summary>Slug of the muscle it concerns. Absent when it concerns a structure.</summary>
    /// <example>upper-trapezius</example>
    public string? Muscle { get; init; }

    /// <summary>Slug of the structure it concerns. Absent when it concerns a muscle.</summary>
    public string? Structure { get; init; }

    /// <summary>What is wrong with it.</summary>
    public required MechanismProblem Problem { get; init; }

    /// <summary>How that leads to the condition.</summary>
    public required string Explanation { get; init; }

    /// <summary>What the claim rests on.</summary>
    public required Basis Basis { get; init; }

    /// <summary>Where the claim comes from.</summary>
    public required IReadOnlyList<Citation> Sources { get; init; }

    /// <summary>The targets of the exercise that are this muscle, a part of it, or what it is part of.</summary>
    public required IReadOnlyList<ExplainedTarget> Targets { get; init; }
}

/// <summary>What an exercise does to a muscle, held against a mechanism.</summary>
public sealed record ExplainedTarget
{
    /// <summary>Slug of the muscle.</summary>
    /// <example>trapezius</example>
    public required string Muscle { get; init; }

    /// <summary>The way through the tree of muscles, from that muscle to the one of the mechanism.</summary>
    /// <example>["trapezius","upper-trapezius"]</example>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>How central the muscle is to the exercise.</summary>
    public required TargetRole Role { get; init; }

    /// <summary>What the exercise does to it.</summary>
    public required Effect Effect { get; init; }

    /// <summary>Whether that answers the mechanism.</summary>
    public required Bearing Bearing { get; init; }

    /// <summary>How strongly, 2 to 16 points; 0 unless it answers the mechanism.</summary>
    /// <example>16</example>
    public required int Points { get; init; }

    /// <summary>Where the effect comes from: the sources of the exercise.</summary>
    public required IReadOnlyList<Citation> Sources { get; init; }
}

/// <summary>Whether an effect answers a mechanism.</summary>
public enum Bearing
{
    /// <summary>It does: a tight muscle is lengthened, a weak or underactive one strengthened or activated.</summary>
    Answers,

    /// <summary>It does the opposite: a tight muscle is strengthened.</summary>
    Contradicts,

    /// <summary>Neither.</summary>
    Neither,
}
