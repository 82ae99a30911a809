using UpperBack.Content;
using UpperBack.Content.Documents;

namespace UpperBack.Drawing.MuscleMaps;

/// <summary>The content of a muscle map.</summary>
/// <param name="Language">The language of its texts.</param>
public sealed record MuscleMap(Language Language)
{
    /// <summary>The muscles to highlight, in the order of the legend.</summary>
    public IReadOnlyList<MuscleHighlight> Highlights { get; init; } = [];

    /// <summary>The side that the body is seen from. Null for both sides, next to each other.</summary>
    public BodyView? View { get; init; }

    /// <summary>The colours.</summary>
    public Theme Theme { get; init; } = Theme.Auto;

    /// <summary>Whether the map has numbers, a legend and names of the views. The description has them in any case.</summary>
    public bool HasLegend { get; init; } = true;

    /// <summary>The subject that the muscles belong to, such as the name of an exercise. Null for none.</summary>
    public string? Subject { get; init; }
}

/// <summary>A muscle to highlight, with its role and effect where known.</summary>
/// <param name="Muscle">Slug of the muscle.</param>
/// <param name="Role">How central it is. Null when unspecified.</param>
/// <param name="Effect">What an exercise does to it. Null when unspecified.</param>
public sealed record MuscleHighlight(string Muscle, TargetRole? Role = null, Effect? Effect = null)
{
    /// <summary>The rank of a highlight: its role, primary without one.</summary>
    public static TargetRole RankOf(MuscleHighlight highlight) => highlight.Role ?? TargetRole.Primary;

    /// <summary>Its role, its effect, or both as text; empty when neither is known.</summary>
    internal string Describe(Texts texts) => string.Join(", ", new[]
    {
        Role is { } role ? texts[$"MuscleMaps.Role.{role}"] : null,
        Effect is { } effect ? texts[$"MuscleMaps.Effect.{effect}"] : null,
    }.OfType<string>());
}
