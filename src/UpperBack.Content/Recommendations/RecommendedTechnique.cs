using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

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
