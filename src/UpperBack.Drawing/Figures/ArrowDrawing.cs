using System.Numerics;
using UpperBack.Content.Documents;

using UpperBack.Content.Figures;

namespace UpperBack.Drawing.Figures;

/// <summary>Draws an arrow along the way that a part of the body really goes.</summary>
internal static class ArrowDrawing
{
    private const int Steps = 8;
    private const float Head = 6;

    // A nod of three centimetres is seen by its arrow.
    private const float Shortest = 16;

    public static IReadOnlyList<Stroke> Draw(FigureArrow arrow, IReadOnlyList<Stance> stances, Camera camera)
    {
        var to = arrow.Pose - 1;
        var from = (to + stances.Count - 1) % stances.Count;
        var beside = arrow.Beside?.ToVector() ?? Vector3.Zero;
        var way = Motion.Between(stances[from], stances[to], Steps).Select(body => camera.See(body[arrow.Part] + beside)).ToArray();
        var length = way.Zip(way.Skip(1), Vector2.Distance).Sum();
        if (Vector2.Distance(way[0], way[^1]) is var distance && distance < 0.5f)
            return [];
        if (length < Shortest)
        {
            // So short a way is straight.
            var (middle, half) = ((way[0] + way[^1]) / 2, (way[^1] - way[0]) * (Shortest / 2 / distance));
            way = [middle - half, middle, middle + half];
        }

        var direction = Vector2.Normalize(way[^1] - way[^3]);
        var aside = new Vector2(-direction.Y, direction.X);
        var end = way[^1];
        // The line ends within the head, so that its round end does not stick out.
        return
        [
            new("arrow", 2.2f, [.. way[..^1], end - direction * Head / 2]) { Outlined = false },
            new("arrow", 0.8f, [end + direction * Head / 2, end - direction * Head / 2 + aside * Head * 0.6f, end - direction * Head / 2 - aside * Head * 0.6f]) { Outlined = false, Closed = true },
        ];
    }
}
