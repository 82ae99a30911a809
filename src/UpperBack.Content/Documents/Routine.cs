using System.ComponentModel.DataAnnotations;

namespace UpperBack.Content.Documents;

/// <summary>Exercises put together for a purpose, in order, with their dosage.</summary>
public sealed record Routine : Document
{
    /// <summary>Whom it is for and what it aims at, without a promise.</summary>
    [Descriptive]
    public required string Goal { get; init; }

    /// <summary>Slugs of the conditions it was put together for. Empty for general use.</summary>
    [Reference("conditions")]
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>How demanding it is.</summary>
    public required Level Level { get; init; }

    /// <summary>What the selection rests on.</summary>
    public required Basis Basis { get; init; }

    /// <summary>What the selection rests on, in words: what sources say, and what our editors decided.</summary>
    [Descriptive]
    public required string BasisExplanation { get; init; }

    /// <summary>Whole minutes for one session, computed from the dosages; see the documentation of the formula. Written by the service, whatever is sent.</summary>
    [Range(0, 600)]
    public int? Minutes { get; init; }

    /// <summary>How often.</summary>
    public required Frequency Frequency { get; init; }

    /// <summary>The parts of a session in order; at least one.</summary>
    [MinLength(1)]
    public required IReadOnlyList<RoutineBlock> Blocks { get; init; }

    /// <summary>What to keep in mind beside the cautions of each exercise.</summary>
    public IReadOnlyList<Caution> Cautions { get; init; } = [];
}

/// <summary>How often a routine is done. A number is null where it is left to the person.</summary>
public sealed record Frequency
{
    /// <summary>Days a week, 1 to 7.</summary>
    [Range(1, 7)]
    public int? DaysPerWeek { get; init; }

    /// <summary>Times on such a day, 1 to 12.</summary>
    [Range(1, 12)]
    public int? TimesPerDay { get; init; }

    /// <summary>For how many weeks, 1 to 52.</summary>
    [Range(1, 52)]
    public int? Weeks { get; init; }

    /// <summary>The same in words, with its reason.</summary>
    public required string Description { get; init; }
}

/// <summary>One part of a session.</summary>
public sealed record RoutineBlock
{
    /// <summary>Which part it is.</summary>
    public required RoutinePhase Phase { get; init; }

    /// <summary>The exercises in order; at least one.</summary>
    [MinLength(1)]
    public required IReadOnlyList<RoutineItem> Items { get; init; }
}

/// <summary>The parts of a session, in order.</summary>
public enum RoutinePhase
{
    /// <summary>Getting warm.</summary>
    WarmUp,

    /// <summary>The work.</summary>
    Main,

    /// <summary>Stretching at the end.</summary>
    Stretch,
}

/// <summary>An exercise within a routine.</summary>
public sealed record RoutineItem
{
    /// <summary>Slug of the exercise.</summary>
    [Reference("exercises")]
    public required string Exercise { get; init; }

    /// <summary>How much. Null when the exercise's own dosage holds; otherwise <see cref="Note"/> says why it differs.</summary>
    public Dosage? Dosage { get; init; }

    /// <summary>Seconds of rest after the exercise, 0 to 600. Null for none in particular.</summary>
    [Range(0, 600)]
    public int? RestSeconds { get; init; }

    /// <summary>A remark for this place in the routine.</summary>
    public string? Note { get; init; }
}
