using System.Numerics;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Figures;

/// <summary>A pose with everything that it omits filled in. Vectors, so that poses can be interpolated.</summary>
/// <param name="Hips">Where the middle between the hip joints is.</param>
/// <param name="Trunk">Lean, tilt, turn and curl of the trunk.</param>
/// <param name="Head">Nod, tilt, turn and glide of the head.</param>
/// <param name="Shoulders">Lift and draw of the shoulders.</param>
/// <param name="RightArm">Where the right arm is to end.</param>
/// <param name="LeftArm">Where the left arm is to end.</param>
/// <param name="RightLeg">Where the right leg is to end.</param>
/// <param name="LeftLeg">Where the left leg is to end.</param>
internal sealed record ResolvedPose(
    Vector3 Hips, Vector4 Trunk, Vector4 Head, Vector2 Shoulders, Reach RightArm, Reach LeftArm, Reach RightLeg, Reach LeftLeg)
{
    /// <summary>The resolved poses of a figure. Null when the first pose lacks what a first pose must have.</summary>
    public static IReadOnlyList<ResolvedPose>? Of(Figure figure)
    {
        var first = figure.Poses[0];
        if (first.Hips is null || first.RightArm is null || first.RightLeg is null)
            return null;
        var resolvedPoses = new List<ResolvedPose>();
        var before = new FigurePose { Phase = InstructionPhase.SetUp, Seconds = 1 };
        foreach (var pose in figure.Poses)
        {
            before = new()
            {
                Phase = pose.Phase,
                Seconds = pose.Seconds,
                Hips = pose.Hips ?? before.Hips,
                Trunk = pose.Trunk ?? before.Trunk,
                Head = pose.Head ?? before.Head,
                Shoulders = pose.Shoulders ?? before.Shoulders,
                RightArm = pose.RightArm ?? before.RightArm,
                LeftArm = pose.LeftArm ?? before.LeftArm,
                RightLeg = pose.RightLeg ?? before.RightLeg,
                LeftLeg = pose.LeftLeg ?? before.LeftLeg,
            };
            resolvedPoses.Add(Of(before));
        }

        return resolvedPoses;
    }

    private static ResolvedPose Of(FigurePose pose)
    {
        var (trunk, head, shoulders) = (pose.Trunk ?? new(), pose.Head ?? new(), pose.Shoulders ?? new());
        var (arm, leg) = (Reach.Of(pose.RightArm!), Reach.Of(pose.RightLeg!));
        return new(
            pose.Hips!.ToVector(),
            new(trunk.Lean, trunk.Tilt, trunk.Turn, trunk.Curl),
            new(head.Nod, head.Tilt, head.Turn, head.Glide),
            new(shoulders.Lift, shoulders.Draw),
            arm, pose.LeftArm is { } left ? Reach.Of(left) : arm.Mirrored,
            leg, pose.LeftLeg is { } other ? Reach.Of(other) : leg.Mirrored);
    }
}

/// <summary>The target of a limb, and the directions in which it bends and ends; null for the default.</summary>
internal sealed record Reach(Vector3 End, Vector3? Bend, Vector3? Tip)
{
    public static Reach Of(FigureLimb limb) => new(limb.End.ToVector(), Direction(limb.Bend), Direction(limb.Tip));

    public Reach Mirrored => new(Mirror(End), Bend is { } bend ? Mirror(bend) : null, Tip is { } tip ? Mirror(tip) : null);

    // The zero vector has no direction.
    private static Vector3? Direction(FigurePoint? point) => point?.ToVector() is { } direction && direction != Vector3.Zero ? direction : null;

    private static Vector3 Mirror(Vector3 point) => point with { Z = -point.Z };
}

/// <summary>Points of documents as vectors.</summary>
internal static class FigurePoints
{
    public static Vector3 ToVector(this FigurePoint point) => new(point.Forward, point.Up, point.Right);
}
