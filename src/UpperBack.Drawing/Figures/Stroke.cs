using System.Numerics;

using UpperBack.Content.Figures;

namespace UpperBack.Drawing.Figures;

/// <summary>A part of a picture: a line of some width, or an area, outlined where it has a width to fill.</summary>
/// <param name="Colour">The name of its colour.</param>
/// <param name="Width">Its width in centimetres; for an area, how far it reaches beyond its corners.</param>
/// <param name="Points">Where it goes, in the picture.</param>
internal sealed record Stroke(string Colour, float Width, IReadOnlyList<Vector2> Points)
{
    /// <summary>Whether it is an area.</summary>
    public bool Closed { get; init; }

    /// <summary>Whether it has an outline.</summary>
    public bool Outlined { get; init; } = true;

    /// <summary>How near it is; more is nearer.</summary>
    public float Nearness { get; init; }

    /// <summary>Its path.</summary>
    public string Path => Points.Count == 1 ? Drawn.Line([Points[0], Points[0]]) : Drawn.Line(Points, Closed);

    /// <summary>The least and the greatest that it reaches.</summary>
    public (Vector2 Least, Vector2 Most) Extent => (
        Points.Aggregate(Vector2.Min) - new Vector2(Width / 2 + 1),
        Points.Aggregate(Vector2.Max) + new Vector2(Width / 2 + 1));
}
