using System.ComponentModel.DataAnnotations;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>An exercise as far as it takes to decide on it; the whole document stands in the collection.</summary>
public sealed record ExerciseSummary
{
    /// <summary>Its slug.</summary>
    /// <example>trapezius-stretch</example>
    public required string Slug { get; init; }

    /// <summary>Its name.</summary>
    /// <example>Trapezius stretch</example>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required string Summary { get; init; }

    /// <summary>What it mainly trains.</summary>
    public required ExerciseKind Kind { get; init; }

    /// <summary>How demanding it is.</summary>
    public required Level Level { get; init; }

    /// <summary>Positions it can be done in. Empty where no source says.</summary>
    public required IReadOnlyList<Position> Positions { get; init; }

    /// <summary>Which sides of the body it works.</summary>
    public required Laterality Laterality { get; init; }

    /// <summary>Slugs of what it cannot be done without.</summary>
    /// <example>["chair"]</example>
    public required IReadOnlyList<string> Equipment { get; init; }

    internal static ExerciseSummary Of(Exercise exercise) => new()
    {
        Slug = exercise.Slug,
        Name = exercise.Name,
        Summary = exercise.Summary,
        Kind = exercise.Kind,
        Level = exercise.Level,
        Positions = exercise.Positions,
        Laterality = exercise.Laterality,
        Equipment = [.. Collections.ExerciseCollection.Needed(exercise)],
    };
}

/// <summary>A suggested exercise, with everything that speaks for it and what to mind.</summary>
public sealed record RecommendedExercise
{
    /// <summary>The exercise.</summary>
    public required ExerciseSummary Exercise { get; init; }

    /// <summary>How much, as its source gives it. Absent where no source does.</summary>
    public Dosage? Dosage { get; init; }

    /// <summary>The points of all reasons together; comparable within one answer only.</summary>
    /// <example>40</example>
    public required int Score { get; init; }

    /// <summary>True when one of the conditions calls a muscle tight that it strengthens, and only a study of this very exercise lets it be suggested. It stands behind all others.</summary>
    public required bool Disputed { get; init; }

    /// <summary>What speaks for it, and what does not; at least one with points.</summary>
    [MinLength(1)]
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>The mechanisms of the chosen conditions that it acts on. Empty when only a source or a study connects it, and when it is disputed.</summary>
    public required IReadOnlyList<MechanismLink> ActsOn { get; init; }

    /// <summary>What to mind: first what concerns the chosen conditions, then what concerns everybody.</summary>
    public required IReadOnlyList<Caution> Cautions { get; init; }

    /// <summary>Signs to stop at.</summary>
    public required IReadOnlyList<StopRule> StopRules { get; init; }
}

/// <summary>Why an exercise or technique is connected with a condition.</summary>
public sealed record Reason
{
    /// <summary>What sort of reason it is.</summary>
    public required ReasonCode Code { get; init; }

    /// <summary>Slug of the condition.</summary>
    /// <example>trapezius-tension</example>
    public required string Condition { get; init; }

    /// <summary>Id of the mechanism of the condition that it rests on. Absent when a source or a study connects the two directly.</summary>
    /// <example>upper-trapezius-tight</example>
    public string? Mechanism { get; init; }

    /// <summary>Slug of the muscle that the exercise works on for it. Absent without a mechanism.</summary>
    /// <example>trapezius</example>
    public string? Muscle { get; init; }

    /// <summary>What it rests on.</summary>
    public required Basis Basis { get; init; }

    /// <summary>Whether research studied this exercise or only its class. Absent unless the basis is literature.</summary>
    public Directness? Directness { get; init; }

    /// <summary>How sure the evidence makes us. Absent where nobody graded it.</summary>
    public Certainty? Certainty { get; init; }

    /// <summary>How much it adds to the score. 0 for what speaks against.</summary>
    /// <example>30</example>
    public required int Points { get; init; }

    /// <summary>The reason in words.</summary>
    public required string Text { get; init; }

    /// <summary>Where it comes from; at least one.</summary>
    [MinLength(1)]
    public required IReadOnlyList<Citation> Sources { get; init; }
}

/// <summary>Sorts of reasons.</summary>
public enum ReasonCode
{
    /// <summary>A source says it of this exercise and this condition.</summary>
    Stated,

    /// <summary>Research studied this exercise, or a close equivalent, for this condition.</summary>
    Studied,

    /// <summary>Research studied its class, or a whole programme.</summary>
    StudiedAsClass,

    /// <summary>It lengthens a muscle that the condition calls tight.</summary>
    Lengthens,

    /// <summary>It strengthens a muscle that the condition calls weak or underactive.</summary>
    Strengthens,

    /// <summary>It activates a muscle that the condition calls weak or underactive.</summary>
    Activates,

    /// <summary>Editors derived it from what sources say, without a mechanism that the catalogue names.</summary>
    Derived,

    /// <summary>Speaks against it: it strengthens a muscle that the condition calls tight.</summary>
    Disagreement,
}

/// <summary>An exercise acting on a mechanism of a condition.</summary>
public sealed record MechanismLink
{
    /// <summary>Slug of the condition.</summary>
    /// <example>poor-posture</example>
    public required string Condition { get; init; }

    /// <summary>Id of the mechanism within the condition.</summary>
    /// <example>pectorals-tight</example>
    public required string Mechanism { get; init; }

    /// <summary>Slug of the muscle that the exercise works on.</summary>
    /// <example>pectorals</example>
    public required string Muscle { get; init; }

    /// <summary>How central that muscle is to the exercise.</summary>
    public required TargetRole Role { get; init; }

    /// <summary>What the exercise does to it.</summary>
    public required Effect Effect { get; init; }

    /// <summary>True when it is only a part of the muscle that the mechanism names.</summary>
    public required bool OnlyPart { get; init; }

    /// <summary>How strongly the exercise acts on the mechanism, 2 to 16 points.</summary>
    /// <example>16</example>
    public required int Points { get; init; }
}
