using System.Numerics;
using UpperBack.Content.Documents;

using UpperBack.Content.Figures;

namespace UpperBack.Drawing.Figures;

/// <summary>Draws a body: the same strokes in the same order for every pose, so that one pose can turn into another.</summary>
internal static class BodyDrawing
{
    // Limbs lie upon the trunk rather than in it.
    private const float OnTheTrunk = 4;

    /// <summary>The strokes of a body, limb by limb.</summary>
    /// <param name="body">The body.</param>
    /// <param name="camera">The camera.</param>
    /// <param name="first">The body in the first pose, which decides whether face or back is drawn throughout.</param>
    public static IReadOnlyList<IReadOnlyList<Stroke>> Limbs(Body body, Camera camera, Body first) =>
    [
        Trunk(body, camera, first),
        Head(body, camera, first),
        Leg(body.RightLeg, camera),
        Leg(body.LeftLeg, camera),
        Arm(body.RightArm, camera),
        Arm(body.LeftArm, camera),
    ];

    private static IReadOnlyList<Stroke> Trunk(Body body, Camera camera, Body first)
    {
        var (pelvis, chest) = (body.Pelvis, body.Chest);
        var (right, left) = (body.RightArm.Root - chest.Up * 4, body.LeftArm.Root - chest.Up * 4);
        // The shirt rises with the shoulders, which would protrude from it otherwise.
        var lift = Vector3.Dot((right + left) / 2 - body.NeckBase, chest.Up) + 8;
        var collar = body.NeckBase + chest.Up * (lift * 0.7f - 7.5f);
        Stroke[] strokes =
        [
            new("trousers", 15, Seen(camera, body.Hips + pelvis.Right * 7 + pelvis.Up * 2, body.Hips - pelvis.Right * 7 + pelvis.Up * 2)),
            new("shirt", 15, Seen(camera, Side(right), body.Waist + pelvis.Right * 6, body.Hips + pelvis.Right * 7 + pelvis.Up * 7,
                body.Hips - pelvis.Right * 7 + pelvis.Up * 7, body.Waist - pelvis.Right * 6, Side(left), collar)) { Closed = true },
        ];
        var near = camera.Nearness((body.Hips + body.Waist + body.NeckBase - chest.Up * 10) / 3);
        return [.. strokes.Concat(Blades(body, camera, first)).Select(stroke => stroke with { Nearness = near })];

        // The upper corner of the trunk, which moves along with the shoulder.
        Vector3 Side(Vector3 shoulder) => Vector3.Lerp(body.NeckBase - chest.Up * 8, shoulder, 0.62f);
    }

    // The shoulder blades, where one looks at the back.
    private static IEnumerable<Stroke> Blades(Body body, Camera camera, Body first)
    {
        if (Vector3.Dot(first.Chest.Forward, camera.Towards) > -0.5f)
            yield break;
        foreach (var (side, shoulder) in new[] { (1, body.RightArm.Root), (-1, body.LeftArm.Root) })
        {
            var middle = Vector3.Lerp(body.NeckBase - body.Chest.Up * 4, shoulder, 0.62f) - body.Chest.Up * 8 - body.Chest.Forward * 8
                - body.Chest.Right * (side * body.ShouldersDrawn * 0.35f);
            Vector3 At(float outwards, float up) => middle + body.Chest.Right * (side * outwards) + body.Chest.Up * up;
            yield return new("blade", 2, Seen(camera, At(-4, 6), At(5, 5), At(-2.5f, -8))) { Closed = true };
        }
    }

    private static IReadOnlyList<Stroke> Head(Body body, Camera camera, Body first)
    {
        var face = body.Face;
        var near = camera.Nearness(body.Head) + 1;
        var facing = Vector3.Dot(first.Face.Forward, camera.Towards);
        // Only hair from the back; otherwise the face in front of it, with the eyes on the visible side.
        var centre = body.Head + face.Forward * 3f - face.Up * 2.2f;
        var strokes = new List<Stroke>
        {
            new("skin", 9, Seen(camera, body.NeckBase - body.Chest.Up, body.Head)),
            new("skin", 9, Seen(camera, body.Head + face.Forward * 4.5f - face.Up * 7.5f)),
            new("skin", 2.4f, Seen(camera, body.Head + face.Forward * 9 + face.Up * 1.5f, body.Head + face.Forward * 11 - face.Up * 2.5f)),
            new("hair", 2 * Body.HeadRadius, Seen(camera, body.Head)),
        };
        if (facing > -0.5f)
        {
            strokes.Add(new("skin", 14, Seen(camera, centre + face.Up * 1, centre - face.Up * 1.5f)) { Outlined = false });
            foreach (var side in new[] { 1, -1 })
            {
                var eye = body.Head + face.Forward * 8.5f + face.Right * (side * 3.6f);
                if (Vector3.Dot(first.Face.Forward * 8.5f + first.Face.Right * (side * 3.6f), camera.Towards) > -0.4f)
                    strokes.Add(new("ink", 1.7f, Seen(camera, eye)) { Outlined = false });
            }

            if (facing > 0.5f)
                strokes.Add(new("ink", 0.9f, Seen(camera, body.Head + face.Forward * 10 - face.Up * 1, body.Head + face.Forward * 11 - face.Up * 3.2f)) { Outlined = false });
        }

        return [.. strokes.Select(stroke => stroke with { Nearness = near })];
    }

    private static IReadOnlyList<Stroke> Arm(Limb arm, Camera camera)
    {
        var palm = Vector3.Lerp(arm.End, arm.Tip, 0.7f);
        Stroke[] strokes =
        [
            new("skin", 5.5f, Seen(camera, arm.End, palm)),
            new("skin", 7, Seen(camera, arm.Root, arm.Middle, arm.End)),
            new("shirt", 9.5f, Seen(camera, arm.Root, Vector3.Lerp(arm.Root, arm.Middle, 0.55f))),
        ];
        var near = camera.Nearness((arm.Root + arm.Middle + arm.End) / 3) + OnTheTrunk;
        return [.. strokes.Select(stroke => stroke with { Nearness = near })];
    }

    private static IReadOnlyList<Stroke> Leg(Limb leg, Camera camera)
    {
        Stroke[] strokes =
        [
            new("shoe", 5.5f, Seen(camera, leg.Heel, leg.Tip)),
            new("trousers", 11, Seen(camera, leg.Root, leg.Middle, leg.End)),
        ];
        var near = camera.Nearness((leg.Root + leg.Middle + leg.End) / 3);
        return [.. strokes.Select(stroke => stroke with { Nearness = near })];
    }

    private static Vector2[] Seen(Camera camera, params ReadOnlySpan<Vector3> points)
    {
        var seen = new Vector2[points.Length];
        for (var index = 0; index < points.Length; index++)
            seen[index] = camera.See(points[index]);
        return seen;
    }
}
