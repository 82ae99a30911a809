using System.Numerics;

using UpperBack.Content.Figures;

namespace UpperBack.Drawing.Figures;

/// <summary>A shape of the picture: a line with a width, or an area.</summary>
/// <param name="Colour">The name of its colour.</param>
/// <param name="Width">Its width in centimetres; for an area, how far it reaches beyond its corners.</param>
/// <param name="Points">Its points in the picture.</param>
internal sealed record Stroke(string Colour, float Width, IReadOnlyList<Vector2> Points)
{
    /// <summary>Whether it is an area.</summary>
    public bool Closed { get; init; }

    /// <summary>Whether it has an outline.</summary>
    public bool Outlined { get; init; } = true;

    /// <summary>Its depth; greater is nearer.</summary>
    public float Nearness { get; init; }

    /// <summary>Its path.</summary>
    public string Path => Points.Count == 1 ? SvgShapes.Line([Points[0], Points[0]]) : SvgShapes.Line(Points, Closed);

    /// <summary>Its bounds.</summary>
    public (Vector2 Least, Vector2 Most) Extent => (
        Points.Aggregate(Vector2.Min) - new Vector2(Width / 2 + 1),
        Points.Aggregate(Vector2.Max) + new Vector2(Width / 2 + 1));
}
