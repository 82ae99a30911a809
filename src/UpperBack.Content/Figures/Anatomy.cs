using System.Numerics;

namespace UpperBack.Content.Figures;

/// <summary>Solves the joints of a body for a pose: trunk, hands and feet as given, elbows and knees by inverse kinematics.</summary>
internal static class Anatomy
{
    // Half a millimetre: the shortest length with a direction, and the slack that keeps a straight limb bending to a side.
    private const float Tiny = 0.05f;

    public static Body Pose(ResolvedPose resolvedPose)
    {
        var pelvis = Axes.Upright.Turned(resolvedPose.Trunk.Z, resolvedPose.Trunk.X, resolvedPose.Trunk.Y);
        var chest = pelvis.Turned(0, resolvedPose.Trunk.W, 0);
        var face = chest.Turned(resolvedPose.Head.Z, resolvedPose.Head.X, resolvedPose.Head.Y);
        var waist = resolvedPose.Hips + pelvis.Up * Body.LowerTrunk;
        var neckBase = waist + chest.Up * Body.UpperTrunk;
        // The neck goes half of the way that the head goes.
        var neck = Vector3.Normalize(chest.Up + face.Up);
        return new()
        {
            Pelvis = pelvis,
            Chest = chest,
            Face = face,
            Hips = resolvedPose.Hips,
            Waist = waist,
            NeckBase = neckBase,
            Head = neckBase + neck * Body.Neck + face.Forward * 2 + chest.Forward * resolvedPose.Head.W,
            ShouldersDrawn = resolvedPose.Shoulders.Y,
            RightArm = Arm(resolvedPose.RightArm, 1),
            LeftArm = Arm(resolvedPose.LeftArm, -1),
            RightLeg = Leg(resolvedPose.RightLeg, 1),
            LeftLeg = Leg(resolvedPose.LeftLeg, -1),
        };

        Limb Arm(Reach reach, int side)
        {
            var (lift, draw) = (resolvedPose.Shoulders.X, resolvedPose.Shoulders.Y);
            // A shoulder drawn back moves towards the spine, one drawn forward away from it.
            var shoulder = neckBase + chest.Up * (lift - 4) - chest.Forward * draw + chest.Right * (side * (Body.HalfShoulders - draw * 0.25f));
            var usual = -0.6f * chest.Forward - chest.Up + chest.Right * (0.3f * side);
            var (elbow, wrist, missing) = Joint(shoulder, reach.End, Body.UpperArm, Body.Forearm, reach.Bend ?? usual);
            var fingers = Vector3.Normalize(reach.Tip ?? wrist - elbow);
            return new(shoulder, elbow, wrist, wrist + fingers * Body.Hand, wrist, missing);
        }

        Limb Leg(Reach reach, int side)
        {
            var hip = resolvedPose.Hips + pelvis.Right * (side * Body.HalfHips);
            var (knee, ankle, missing) = Joint(hip, reach.End, Body.Thigh, Body.Shin, reach.Bend ?? pelvis.Forward);
            var toes = Vector3.Normalize(reach.Tip ?? new Vector3(pelvis.Forward.X, 0, pelvis.Forward.Z) + new Vector3(0.001f, 0, 0));
            var shin = Vector3.Normalize(ankle - knee);
            var sole = shin - Vector3.Dot(shin, toes) * toes;
            sole = sole.Length() < 0.2f ? -Vector3.UnitY : Vector3.Normalize(sole);
            var below = ankle + sole * (Body.Sole - 3);
            return new(hip, knee, ankle, below + toes * Body.Foot, below - toes * 4, missing);
        }
    }

    /// <summary>The joint between two bones with given ends, on the side that it bends to.</summary>
    private static (Vector3 Middle, Vector3 End, float Missing) Joint(Vector3 root, Vector3 target, float upper, float lower, Vector3 bend)
    {
        var wanted = Vector3.Distance(root, target);
        var direction = (target - root) / MathF.Max(wanted, Tiny);
        var distance = Math.Clamp(wanted, MathF.Abs(upper - lower) + Tiny, upper + lower - Tiny);
        var along = (distance * distance + upper * upper - lower * lower) / (2 * distance);
        var aside = MathF.Sqrt(MathF.Max(0, upper * upper - along * along));
        var side = bend - Vector3.Dot(bend, direction) * direction;
        if (side.Length() < Tiny)
            side = Vector3.Cross(direction, MathF.Abs(direction.Z) < 0.9f ? Vector3.UnitZ : Vector3.UnitX);
        return (root + direction * along + Vector3.Normalize(side) * aside, root + direction * distance, MathF.Abs(wanted - distance));
    }
}
