using System.ComponentModel.DataAnnotations;

namespace UpperBack.Content.Documents;

/// <summary>How much of an exercise. A number is null where the source is silent; nothing is filled in.</summary>
public sealed record Dosage
{
    /// <summary>Sets, 1 to 20.</summary>
    /// <example>3</example>
    [Range(1, 20)]
    public int? Sets { get; init; }

    /// <summary>Repetitions in one set, 1 to 100.</summary>
    /// <example>8</example>
    [Range(1, 100)]
    public int? Repetitions { get; init; }

    /// <summary>Seconds that one repetition is held, 1 to 600. The lower end when the source gives a span.</summary>
    /// <example>30</example>
    [Range(1, 600)]
    public int? HoldSeconds { get; init; }

    /// <summary>The upper end, in seconds, when the source gives a span for the hold. Null when it gives one number.</summary>
    /// <example>5</example>
    [Range(1, 600)]
    public int? HoldSecondsAtMost { get; init; }

    /// <summary>Seconds of rest between sets, 0 to 600.</summary>
    /// <example>60</example>
    [Range(0, 600)]
    public int? RestSeconds { get; init; }

    /// <summary>True when the numbers count for each side (each arm, each direction of the head) in turn. Null when the exercise works both sides at once or the source is silent.</summary>
    public bool? PerSide { get; init; }

    /// <summary>True when one repetition is made in two directions, such as forward and back. Null when that does not apply.</summary>
    public bool? BothDirections { get; init; }

    /// <summary>The source's figures put into words, with what the numbers cannot say. Never a quotation of more than figures.</summary>
    /// <example>3 sets of 8 with each arm</example>
    public required string AsWritten { get; init; }
}
