using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>An exercise that was left out, and why.</summary>
public sealed record ExcludedExercise
{
    /// <summary>Slug of the exercise.</summary>
    /// <example>push-up</example>
    public required string Exercise { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Why it was left out; when several things keep it out, the first in the order of the codes.</summary>
    public required ExclusionCode Code { get; init; }

    /// <summary>Slug of the condition that keeps it out. Absent when a limit of the caller does.</summary>
    /// <example>poor-posture</example>
    public string? Condition { get; init; }

    /// <summary>The same in words.</summary>
    public required string Detail { get; init; }

    /// <summary>Where the reason comes from. Empty when a limit of the caller keeps it out.</summary>
    public IReadOnlyList<Citation> Sources { get; init; } = [];
}

/// <summary>Why an exercise was left out. Safety comes first, then the limits of the caller.</summary>
public enum ExclusionCode
{
    /// <summary>A caution of the exercise says to avoid it with one of the chosen conditions.</summary>
    AvoidedForCondition,

    /// <summary>It strengthens a muscle that one of the chosen conditions calls tight, and no publication studied it for that condition.</summary>
    LoadsTightMuscle,

    /// <summary>The caller asked to leave it out.</summary>
    ExcludedByRequest,

    /// <summary>It needs equipment that is not at hand.</summary>
    EquipmentMissing,

    /// <summary>It is more demanding than asked for.</summary>
    LevelTooHigh,

    /// <summary>Positions were asked for, and no source says in which one it is done.</summary>
    PositionUnknown,

    /// <summary>It is done in none of the positions asked for.</summary>
    PositionNotPossible,
}

/// <summary>A mechanism of a chosen condition that no suggested exercise acts on.</summary>
public sealed record UncoveredMechanism
{
    /// <summary>Slug of the condition.</summary>
    /// <example>disc-herniation</example>
    public required string Condition { get; init; }

    /// <summary>Id of the mechanism within the condition.</summary>
    /// <example>cervical-nerve-roots-compressed</example>
    public required string Mechanism { get; init; }

    /// <summary>Why nothing covers it.</summary>
    public required UncoveredCode Code { get; init; }

    /// <summary>The same in words.</summary>
    public required string Detail { get; init; }
}

/// <summary>Why nothing covers a mechanism.</summary>
public enum UncoveredCode
{
    /// <summary>It concerns a structure, and the catalogue only knows what exercises do to muscles.</summary>
    Structure,

    /// <summary>It concerns a muscle that is overworked or otherwise in trouble, to which no effect of an exercise is an answer.</summary>
    NoMatchingEffect,

    /// <summary>No exercise of the catalogue acts on it.</summary>
    NoExercise,

    /// <summary>Exercises act on it, but all of them were left out, or are disputed.</summary>
    LeftOut,

    /// <summary>An exercise that qualifies acts on it, beyond the limit of the list.</summary>
    BeyondLimit,
}

/// <summary>Something other than an exercise that is chosen for the conditions.</summary>
public sealed record RecommendedTechnique
{
    /// <summary>Slug of the technique.</summary>
    /// <example>workstation-assessment</example>
    public required string Technique { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required string Summary { get; init; }

    /// <summary>What can be expected of it, and for how long.</summary>
    public required string Effect { get; init; }

    /// <summary>What it cannot do. Absent where no source says.</summary>
    public string? Limits { get; init; }

    /// <summary>What speaks for it.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>What to mind: first what concerns the chosen conditions, then what concerns everybody.</summary>
    public required IReadOnlyList<Caution> Cautions { get; init; }
}
