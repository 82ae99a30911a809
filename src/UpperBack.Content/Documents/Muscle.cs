using System.ComponentModel.DataAnnotations;

namespace UpperBack.Content.Documents;

/// <summary>A muscle, a part of one, or a group of them. Together they form a tree.</summary>
public sealed record Muscle : Document
{
    /// <summary>The anatomical name. Null for a group that has none.</summary>
    /// <example>Musculus trapezius, pars ascendens</example>
    [Verbatim]
    public string? LatinName { get; init; }

    /// <summary>Slug of the muscle or group that this one belongs to. Null at the top of the tree.</summary>
    /// <example>trapezius</example>
    [Reference("muscles")]
    public string? PartOf { get; init; }

    /// <summary>The region it is counted to.</summary>
    public required MuscleGroup Group { get; init; }

    /// <summary>Where it lies, from where to where.</summary>
    [Descriptive]
    public required string Location { get; init; }

    /// <summary>What it does; at least one.</summary>
    [MinLength(1), Descriptive]
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>What tends to be noticed when it is tight. Null where no source says.</summary>
    [Descriptive]
    public string? WhenTight { get; init; }

    /// <summary>What tends to be noticed when it is weak or switches on late. Null where no source says.</summary>
    [Descriptive]
    public string? WhenWeak { get; init; }

    /// <summary>Identifiers that were checked. UBERON ids are from the Uber-anatomy ontology, CC BY 4.0.</summary>
    public IReadOnlyList<Code> Codes { get; init; } = [];

    /// <summary>
    /// Where it is drawn on the muscle map. What belongs to it is shown along with it, so a group needs none of its own.
    /// Empty where nobody has drawn it.
    /// </summary>
    public IReadOnlyList<MuscleRegion> Regions { get; init; } = [];
}

/// <summary>The region that a muscle is counted to.</summary>
public enum MuscleGroup
{
    /// <summary>Neck.</summary>
    Neck,

    /// <summary>Shoulder and shoulder joint.</summary>
    Shoulder,

    /// <summary>Upper and middle back, shoulder blades.</summary>
    Back,

    /// <summary>Front and side of the chest.</summary>
    Chest,

    /// <summary>Trunk below the chest.</summary>
    Trunk,
}
