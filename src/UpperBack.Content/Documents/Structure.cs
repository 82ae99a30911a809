namespace UpperBack.Content.Documents;

/// <summary>A part of the upper back that is not a muscle: bone, disc, joint, nerve root, junction, space.</summary>
public sealed record Structure : Document
{
    /// <summary>What sort of structure it is.</summary>
    public required StructureKind Kind { get; init; }

    /// <summary>Slug of the structure that this one belongs to. Null at the top.</summary>
    /// <example>thoracic-spine</example>
    [Reference("structures")]
    public string? PartOf { get; init; }

    /// <summary>Where it lies.</summary>
    [Descriptive]
    public required string Location { get; init; }

    /// <summary>Where trouble here may be felt. Null where it is felt in place or no source says.</summary>
    /// <example>index and middle finger</example>
    public string? RefersTo { get; init; }

    /// <summary>Identifiers that were checked.</summary>
    public IReadOnlyList<Code> Codes { get; init; } = [];
}

/// <summary>Sorts of structure.</summary>
public enum StructureKind
{
    /// <summary>A stretch of the spine.</summary>
    Region,

    /// <summary>One of the bones of the spine.</summary>
    Vertebra,

    /// <summary>A cushion between two vertebrae.</summary>
    Disc,

    /// <summary>Where bones move against each other.</summary>
    Joint,

    /// <summary>Where a nerve leaves the spinal cord.</summary>
    NerveRoot,

    /// <summary>A nerve on its way.</summary>
    Nerve,

    /// <summary>A bone outside the spine.</summary>
    Bone,

    /// <summary>Where one region passes into the next.</summary>
    Junction,

    /// <summary>A gap that nerves or vessels pass through.</summary>
    Space,
}
