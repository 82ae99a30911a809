namespace UpperBack.Content.Recommendations;

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
