using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>The suggested exercises as one session that fits the time.</summary>
public sealed record RecommendedRoutine
{
    /// <summary>What to show as the heading.</summary>
    public required string Name { get; init; }

    /// <summary>Whole minutes that it takes, rounded up; never more than was asked for. 0 when nothing fits.</summary>
    /// <example>9</example>
    public required int Minutes { get; init; }

    /// <summary>The parts in order: warm-up, activation, strength, stretch. Those with nothing in them are left out.</summary>
    public required IReadOnlyList<SessionBlock> Blocks { get; init; }

    /// <summary>Suggested exercises that are not in it, and why.</summary>
    public required IReadOnlyList<DroppedExercise> Dropped { get; init; }
}

/// <summary>One part of a session.</summary>
public sealed record SessionBlock
{
    /// <summary>Which part it is.</summary>
    public required SessionPhase Phase { get; init; }

    /// <summary>The exercises in order.</summary>
    public required IReadOnlyList<SessionItem> Items { get; init; }
}

/// <summary>The parts of a session, in order.</summary>
public enum SessionPhase
{
    /// <summary>Moving joints through their range.</summary>
    WarmUp,

    /// <summary>Small, precise movements that wake muscles up.</summary>
    Activation,

    /// <summary>Working against a load.</summary>
    Strength,

    /// <summary>Stretching at the end.</summary>
    Stretch,
}

/// <summary>An exercise within a session.</summary>
public sealed record SessionItem
{
    /// <summary>Slug of the exercise.</summary>
    /// <example>chin-retraction</example>
    public required string Exercise { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How much, from its source; the same on both sides.</summary>
    public required Dosage Dosage { get; init; }

    /// <summary>Seconds that it takes, getting ready and rests included.</summary>
    /// <example>95</example>
    public required int Seconds { get; init; }

    /// <summary>A remark, such as that the other side takes as much. Absent when there is nothing to say.</summary>
    public string? Note { get; init; }
}

/// <summary>A suggested exercise that is not in the session.</summary>
public sealed record DroppedExercise
{
    /// <summary>Slug of the exercise.</summary>
    /// <example>pectoral-stretch</example>
    public required string Exercise { get; init; }

    /// <summary>Why it is not in it.</summary>
    public required DropCode Code { get; init; }

    /// <summary>The same in words.</summary>
    public required string Detail { get; init; }
}

/// <summary>Why a suggested exercise is not in the session.</summary>
public enum DropCode
{
    /// <summary>It takes longer than what is left of the time.</summary>
    NoTime,

    /// <summary>No source says how much of it to do (repetitions, or for a stretch at least a hold), so nobody knows how long it takes.</summary>
    DosageUnknown,

    /// <summary>A study supports it and its mechanism speaks against it; whether to take it up is left to the person.</summary>
    Disputed,
}
