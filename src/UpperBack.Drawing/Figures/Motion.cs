using System.Numerics;

using UpperBack.Content.Figures;

namespace UpperBack.Drawing.Figures;

/// <summary>Interpolates between poses: hands and feet that do not move stay fixed, and the body turns about them on an arc.</summary>
internal static class Motion
{
    // A hand or foot that moves less than this counts as fixed.
    private const float Still = 0.5f;

    /// <summary>The bodies from one pose to another, both included.</summary>
    /// <param name="from">The first pose.</param>
    /// <param name="to">The last pose.</param>
    /// <param name="steps">The number of steps; 1 or more.</param>
    public static IEnumerable<Body> Between(ResolvedPose from, ResolvedPose to, int steps)
    {
        var (start, end) = (Anatomy.Pose(from), Anatomy.Pose(to));
        for (var step = 0; step <= steps; step++)
        {
            // Ease in and out.
            var part = (1 - MathF.Cos(MathF.PI * step / steps)) / 2;
            yield return step == 0 ? start : step == steps ? end : Anatomy.Pose(Between(from, to, start, end, part));
        }
    }

    private static ResolvedPose Between(ResolvedPose before, ResolvedPose after, Body start, Body end, float part)
    {
        var feetStay = Stays(before.RightLeg, after.RightLeg) && Stays(before.LeftLeg, after.LeftLeg);
        var trunk = before with
        {
            Hips = feetStay ? Arc(before.Hips, after.Hips, Middle(before), Middle(after), Middle(before), part) : Vector3.Lerp(before.Hips, after.Hips, part),
            Trunk = Vector4.Lerp(before.Trunk, after.Trunk, part),
            Head = Vector4.Lerp(before.Head, after.Head, part),
            Shoulders = Vector2.Lerp(before.Shoulders, after.Shoulders, part),
        };
        // The shoulders and hip joints at that moment, which do not depend on the limbs.
        var now = Anatomy.Pose(trunk);
        return trunk with
        {
            RightArm = Between(before.RightArm, after.RightArm, start.RightArm, end.RightArm, now.RightArm.Root, part),
            LeftArm = Between(before.LeftArm, after.LeftArm, start.LeftArm, end.LeftArm, now.LeftArm.Root, part),
            RightLeg = Between(before.RightLeg, after.RightLeg, start.RightLeg, end.RightLeg, now.RightLeg.Root, part),
            LeftLeg = Between(before.LeftLeg, after.LeftLeg, start.LeftLeg, end.LeftLeg, now.LeftLeg.Root, part),
        };
    }

    private static Vector3 Middle(ResolvedPose resolvedPose) => (resolvedPose.RightLeg.End + resolvedPose.LeftLeg.End) / 2;

    private static bool Stays(Reach from, Reach to) => Vector3.Distance(from.End, to.End) < Still;

    private static Reach Between(Reach from, Reach to, Limb start, Limb end, Vector3 root, float part) => new(
        Stays(from, to) ? from.End : Arc(from.End, to.End, start.Root, end.Root, root, part),
        // The actual direction of the joint; a straight limb has none and takes that of the other pose.
        Bend(start) is var first && Bend(end) is var second ? Direction(first ?? second ?? -Vector3.UnitY, second ?? first ?? -Vector3.UnitY, part) : null,
        from.Tip is null && to.Tip is null ? null : Direction(start.Tip - start.Heel, end.Tip - end.Heel, part));

    private static Vector3? Bend(Limb limb)
    {
        var bend = limb.Middle - (limb.Root + limb.End) / 2;
        return bend.Length() < 1 ? null : bend;
    }

    private static Vector3 Arc(Vector3 from, Vector3 to, Vector3 startPivot, Vector3 endPivot, Vector3 pivot, float part)
    {
        var (start, end) = (from - startPivot, to - endPivot);
        return pivot + Direction(start, end, part) * float.Lerp(start.Length(), end.Length(), part);
    }

    private static Vector3 Direction(Vector3 from, Vector3 to, float part)
    {
        var (start, end) = (Vector3.Normalize(from), Vector3.Normalize(to));
        var angle = MathF.Acos(Math.Clamp(Vector3.Dot(start, end), -1, 1));
        if (angle < 0.01f)
            return start;
        if (angle > MathF.PI - 0.01f)
            end = Vector3.Normalize(end + 0.02f * new Vector3(start.Y, start.Z, start.X));
        return Vector3.Normalize((MathF.Sin((1 - part) * angle) * start + MathF.Sin(part * angle) * end) / MathF.Sin(angle));
    }
}
