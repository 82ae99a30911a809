using UpperBack.Content;
using UpperBack.Content.Documents;

namespace UpperBack.Drawing.MuscleMaps;

/// <summary>What a muscle map is to show.</summary>
/// <param name="Language">The language of its texts.</param>
public sealed record MuscleMap(Language Language)
{
    /// <summary>The muscles to bring out, in the order of the legend.</summary>
    public IReadOnlyList<MuscleHighlight> Highlights { get; init; } = [];

    /// <summary>The side that the body is seen from. Null for both sides, next to each other.</summary>
    public BodyView? View { get; init; }

    /// <summary>The colours.</summary>
    public Theme Theme { get; init; } = Theme.Auto;

    /// <summary>Whether anything is written: numbers, the legend that they lead to, and what the views are called. A small map beside a list of the muscles needs neither; its description says it all the same.</summary>
    public bool HasLegend { get; init; } = true;

    /// <summary>What the muscles belong to, such as the name of an exercise. Null when they are shown for their own sake.</summary>
    public string? Subject { get; init; }
}

/// <summary>A muscle to bring out on a map, and what is known of its part.</summary>
/// <param name="Muscle">Slug of the muscle.</param>
/// <param name="Role">How central it is. Null where that is not said.</param>
/// <param name="Effect">What is done to it. Null where that is not said.</param>
public sealed record MuscleHighlight(string Muscle, TargetRole? Role = null, Effect? Effect = null)
{
    /// <summary>How central a highlighted muscle is: the most central first. Without a role it counts as what the map is for.</summary>
    public static TargetRole RankOf(MuscleHighlight highlight) => highlight.Role ?? TargetRole.Primary;

    /// <summary>Its role, what is done to it, or both; empty where neither is known.</summary>
    internal string Describe(Texts texts) => string.Join(", ", new[]
    {
        Role is { } role ? texts[$"MuscleMaps.Role.{role}"] : null,
        Effect is { } effect ? texts[$"MuscleMaps.Effect.{effect}"] : null,
    }.OfType<string>());
}
