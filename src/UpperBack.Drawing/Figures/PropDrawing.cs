using System.Numerics;
using UpperBack.Content.Documents;

using UpperBack.Content.Figures;

namespace UpperBack.Drawing.Figures;

/// <summary>Draws props: standing ones once, held ones for every pose.</summary>
internal static class PropDrawing
{
    private const float SeatThickness = 4;
    private const float BackHeight = 42;
    private const float DumbbellHalf = 8;

    /// <summary>A standing prop.</summary>
    public static IEnumerable<Stroke> Standing(FigureProp prop, Camera camera) => (prop.Kind, prop.From?.ToVector(), prop.To?.ToVector()) switch
    {
        (FigurePropKind.Chair, { } from, { } to) => Chair(Vector3.Min(from, to), Vector3.Max(from, to)).SelectMany(part => Box(part.From, part.To, camera)),
        (FigurePropKind.Band, { } anchor, _) => [new Stroke("anchor", 5, [camera.See(anchor)])],
        (FigurePropKind.Wall or FigurePropKind.Mat, { } from, { } to) => Box(Vector3.Min(from, to), Vector3.Max(from, to), camera),
        _ => [],
    };

    /// <summary>A held prop in one pose.</summary>
    public static IReadOnlyList<Stroke> Held(FigureProp prop, Body body, Camera camera) => prop.Kind switch
    {
        FigurePropKind.Band => [.. Band(prop, body).Select(ends => new Stroke("band", 1.6f, [camera.See(ends.From), camera.See(ends.To)])
        {
            Outlined = false,
            Nearness = MathF.Max(camera.Nearness(ends.From), camera.Nearness(ends.To)) + 3,
        })],
        FigurePropKind.Dumbbells => [.. prop.Hands.SelectMany(side => Dumbbell(body.Arm(side), body.Chest.Forward, camera))],
        _ => [],
    };

    /// <summary>The middle of the hand, where it holds something.</summary>
    public static Vector3 Grip(Limb arm) => Vector3.Lerp(arm.End, arm.Tip, 0.5f);

    private static IEnumerable<(Vector3 From, Vector3 To)> Band(FigureProp prop, Body body) => prop.From is { } anchor
        ? prop.Hands.Select(side => (anchor.ToVector(), Grip(body.Arm(side))))
        : [(Grip(body.LeftArm), Grip(body.RightArm))];

    private static IEnumerable<Stroke> Dumbbell(Limb arm, Vector3 along, Camera camera)
    {
        var (grip, near) = (Grip(arm), camera.Nearness(arm.End) + 6);
        var (front, back) = (grip + along * DumbbellHalf, grip - along * DumbbellHalf);
        yield return new("metal", 2.5f, [camera.See(back), camera.See(front)]) { Nearness = near };
        foreach (var end in new[] { back, front })
            yield return new("metal", 7, [camera.See(end - along), camera.See(end + along)]) { Nearness = near };
    }

    private static IEnumerable<(Vector3 From, Vector3 To)> Chair(Vector3 from, Vector3 to)
    {
        foreach (var forward in new[] { from.X, to.X - 3 })
        {
            foreach (var right in new[] { from.Z, to.Z - 3 })
                yield return (new(forward, from.Y, right), new(forward + 3, to.Y - SeatThickness, right + 3));
        }

        yield return (new(from.X, to.Y - SeatThickness, from.Z), to);
        yield return (new(from.X - 3, to.Y - SeatThickness, from.Z), new(from.X, to.Y + BackHeight, to.Z));
    }

    // The sides of a box that face the camera.
    private static IEnumerable<Stroke> Box(Vector3 from, Vector3 to, Camera camera)
    {
        for (var axis = 0; axis < 3; axis++)
        {
            var direction = camera.Towards[axis];
            if (MathF.Abs(direction) < 0.01f)
                continue;
            var (one, other) = ((axis + 1) % 3, (axis + 2) % 3);
            var corner = direction > 0 ? to[axis] : from[axis];
            yield return new(axis == 1 ? "top" : "side", 0, [.. new[] { (from, from), (to, from), (to, to), (from, to) }.Select(ends =>
            {
                var point = Vector3.Zero;
                (point[axis], point[one], point[other]) = (corner, ends.Item1[one], ends.Item2[other]);
                return camera.See(point);
            })])
            { Closed = true };
        }
    }
}
