using System.Numerics;

namespace UpperBack.Content.Figures;

/// <summary>Puts a body together from a stance: the trunk as it says, hands and feet where it wants them, elbows and knees between.</summary>
internal static class Anatomy
{
    // Half a millimetre: what is shorter has no direction, and a limb that much too straight still has a side that it bends to.
    private const float Tiny = 0.05f;

    public static Body Pose(Stance stance)
    {
        var pelvis = Axes.Upright.Turned(stance.Trunk.Z, stance.Trunk.X, stance.Trunk.Y);
        var chest = pelvis.Turned(0, stance.Trunk.W, 0);
        var face = chest.Turned(stance.Head.Z, stance.Head.X, stance.Head.Y);
        var waist = stance.Hips + pelvis.Up * Body.LowerTrunk;
        var neckBase = waist + chest.Up * Body.UpperTrunk;
        // The neck goes half of the way that the head goes.
        var neck = Vector3.Normalize(chest.Up + face.Up);
        return new()
        {
            Pelvis = pelvis,
            Chest = chest,
            Face = face,
            Hips = stance.Hips,
            Waist = waist,
            NeckBase = neckBase,
            Head = neckBase + neck * Body.Neck + face.Forward * 2 + chest.Forward * stance.Head.W,
            ShouldersDrawn = stance.Shoulders.Y,
            RightArm = Arm(stance.RightArm, 1),
            LeftArm = Arm(stance.LeftArm, -1),
            RightLeg = Leg(stance.RightLeg, 1),
            LeftLeg = Leg(stance.LeftLeg, -1),
        };

        Limb Arm(Reach reach, int side)
        {
            var (lift, draw) = (stance.Shoulders.X, stance.Shoulders.Y);
            // A shoulder that is drawn back comes nearer to the spine, one that is drawn forward leaves it.
            var shoulder = neckBase + chest.Up * (lift - 4) - chest.Forward * draw + chest.Right * (side * (Body.HalfShoulders - draw * 0.25f));
            var usual = -0.6f * chest.Forward - chest.Up + chest.Right * (0.3f * side);
            var (elbow, wrist, missing) = Joint(shoulder, reach.End, Body.UpperArm, Body.Forearm, reach.Bend ?? usual);
            var fingers = Vector3.Normalize(reach.Tip ?? wrist - elbow);
            return new(shoulder, elbow, wrist, wrist + fingers * Body.Hand, wrist, missing);
        }

        Limb Leg(Reach reach, int side)
        {
            var hip = stance.Hips + pelvis.Right * (side * Body.HalfHips);
            var (knee, ankle, missing) = Joint(hip, reach.End, Body.Thigh, Body.Shin, reach.Bend ?? pelvis.Forward);
            var toes = Vector3.Normalize(reach.Tip ?? new Vector3(pelvis.Forward.X, 0, pelvis.Forward.Z) + new Vector3(0.001f, 0, 0));
            var shin = Vector3.Normalize(ankle - knee);
            var sole = shin - Vector3.Dot(shin, toes) * toes;
            sole = sole.Length() < 0.2f ? -Vector3.UnitY : Vector3.Normalize(sole);
            var below = ankle + sole * (Body.Sole - 3);
            return new(hip, knee, ankle, below + toes * Body.Foot, below - toes * 4, missing);
        }
    }

    /// <summary>The joint between two bones whose ends are given, on the side that it bends to.</summary>
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
