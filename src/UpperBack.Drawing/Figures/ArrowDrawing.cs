using System.Numerics;
using UpperBack.Content.Documents;

using UpperBack.Content.Figures;

namespace UpperBack.Drawing.Figures;

/// <summary>Draws an arrow along the path of a part of the body.</summary>
internal static class ArrowDrawing
{
    private const int Steps = 8;
    private const float Head = 6;

    // A minimum length, so that the arrow of a small nod is visible.
    private const float Shortest = 16;

    public static IReadOnlyList<Stroke> Draw(FigureArrow arrow, IReadOnlyList<ResolvedPose> resolvedPoses, Camera camera)
    {
        var to = arrow.Pose - 1;
        var from = (to + resolvedPoses.Count - 1) % resolvedPoses.Count;
        var beside = arrow.Beside?.ToVector() ?? Vector3.Zero;
        var way = Motion.Between(resolvedPoses[from], resolvedPoses[to], Steps).Select(body => camera.See(body[arrow.Part] + beside)).ToArray();
        var length = way.Zip(way.Skip(1), Vector2.Distance).Sum();
        if (Vector2.Distance(way[0], way[^1]) is var distance && distance < 0.5f)
            return [];
        if (length < Shortest)
        {
            // A short path is drawn straight.
            var (middle, half) = ((way[0] + way[^1]) / 2, (way[^1] - way[0]) * (Shortest / 2 / distance));
            way = [middle - half, middle, middle + half];
        }

        var direction = Vector2.Normalize(way[^1] - way[^3]);
        var aside = new Vector2(-direction.Y, direction.X);
        var end = way[^1];
        // The line ends inside the arrowhead, so that its round cap does not protrude.
        return
        [
            new("arrow", 2.2f, [.. way[..^1], end - direction * Head / 2]) { Outlined = false },
            new("arrow", 0.8f, [end + direction * Head / 2, end - direction * Head / 2 + aside * Head * 0.6f, end - direction * Head / 2 - aside * Head * 0.6f]) { Outlined = false, Closed = true },
        ];
    }
}
