using System.ComponentModel.DataAnnotations;

namespace UpperBack.Content.Documents;

/// <summary>Something other than an exercise that people do for the upper back.</summary>
public sealed record Technique : Document
{
    /// <summary>What sort of technique it is.</summary>
    public required TechniqueKind Kind { get; init; }

    /// <summary>What can be expected of it, and for how long.</summary>
    [Descriptive]
    public required string Effect { get; init; }

    /// <summary>What it cannot do. Null where no source says.</summary>
    public string? Limits { get; init; }

    /// <summary>How it is done, step by step; at least one.</summary>
    [MinLength(1)]
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>Slugs of the equipment it uses. Empty when none.</summary>
    [Reference("equipment")]
    public IReadOnlyList<string> Equipment { get; init; } = [];

    /// <summary>Slugs of the muscles it is used on. Empty when it is not aimed at one.</summary>
    [Reference("muscles")]
    public IReadOnlyList<string> Muscles { get; init; } = [];

    /// <summary>The conditions it is chosen for, with the reason and what that rests on.</summary>
    public IReadOnlyList<Indication> Indications { get; init; } = [];

    /// <summary>When to leave it out, change it or watch something.</summary>
    public IReadOnlyList<Caution> Cautions { get; init; } = [];
}

/// <summary>Sorts of technique.</summary>
public enum TechniqueKind
{
    /// <summary>Pressure that people apply themselves.</summary>
    SelfMassage,

    /// <summary>Done by another person.</summary>
    HandsOn,

    /// <summary>Changing the place of work.</summary>
    Ergonomics,

    /// <summary>Changing the course of the day.</summary>
    Habit,
}
