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
