namespace UpperBack.Content.Documents;

/// <summary>A muscle that an exercise works on.</summary>
public sealed record Target
{
    /// <summary>Slug of the muscle.</summary>
    /// <example>rhomboids</example>
    [Reference("muscles")]
    public required string Muscle { get; init; }

    /// <summary>How central the muscle is to the exercise.</summary>
    public required TargetRole Role { get; init; }

    /// <summary>What the exercise does to the muscle.</summary>
    public required Effect Effect { get; init; }
}

/// <summary>How central a muscle is to an exercise.</summary>
public enum TargetRole
{
    /// <summary>What the exercise is for.</summary>
    Primary,

    /// <summary>Works along noticeably.</summary>
    Secondary,

    /// <summary>Holds the body still while others move.</summary>
    Stabiliser,
}

/// <summary>What an exercise does to a muscle.</summary>
public enum Effect
{
    /// <summary>Loads it so that it grows stronger.</summary>
    Strengthens,

    /// <summary>Stretches it.</summary>
    Lengthens,

    /// <summary>Trains it to switch on at the right moment, with little load.</summary>
    Activates,
}
