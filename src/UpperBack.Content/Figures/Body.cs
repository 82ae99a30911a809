using System.Numerics;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Figures;

/// <summary>
/// The joints of a body in one pose, in centimetres. X is where the person faces at the start, Y is up from the floor,
/// Z is the person's right. The lengths of the bones are the same in every pose of every exercise.
/// </summary>
internal sealed record Body
{
    public const float Thigh = 42;
    public const float Shin = 42;
    public const float Sole = 7;
    public const float UpperArm = 29;
    public const float Forearm = 25;
    public const float Hand = 14;
    public const float Foot = 17;
    public const float LowerTrunk = 18;
    public const float UpperTrunk = 32;
    public const float Neck = 17.5f;
    public const float HeadRadius = 10.5f;
    public const float HalfShoulders = 17;
    public const float HalfHips = 8.5f;

    public required Axes Pelvis { get; init; }

    public required Axes Chest { get; init; }

    public required Axes Face { get; init; }

    public required Vector3 Hips { get; init; }

    public required Vector3 Waist { get; init; }

    public required Vector3 NeckBase { get; init; }

    public required Vector3 Head { get; init; }

    public required Limb RightArm { get; init; }

    public required Limb LeftArm { get; init; }

    public required Limb RightLeg { get; init; }

    public required Limb LeftLeg { get; init; }

    /// <summary>How far the shoulders are drawn back, in centimetres.</summary>
    public required float ShouldersDrawn { get; init; }

    public Limb Arm(FigureSide side) => side is FigureSide.Right ? RightArm : LeftArm;

    /// <summary>Where a part is.</summary>
    public Vector3 this[FigurePart part] => part switch
    {
        FigurePart.Head => Head,
        FigurePart.Neck => NeckBase,
        FigurePart.Hips => Hips,
        FigurePart.RightShoulder => RightArm.Root,
        FigurePart.LeftShoulder => LeftArm.Root,
        FigurePart.RightElbow => RightArm.Middle,
        FigurePart.LeftElbow => LeftArm.Middle,
        FigurePart.RightHand => RightArm.End,
        _ => LeftArm.End,
    };
}

/// <summary>An arm or a leg.</summary>
/// <param name="Root">The shoulder or the hip joint.</param>
/// <param name="Middle">The elbow or the knee.</param>
/// <param name="End">The wrist or the ankle.</param>
/// <param name="Tip">The tip of the fingers or the toes.</param>
/// <param name="Heel">The heel; of an arm, the wrist.</param>
/// <param name="Missing">By how many centimetres the limb is too short for where it should end.</param>
internal sealed record Limb(Vector3 Root, Vector3 Middle, Vector3 End, Vector3 Tip, Vector3 Heel, float Missing);

/// <summary>The axes of a part of the body: forward, up and right.</summary>
internal sealed record Axes(Vector3 Forward, Vector3 Up, Vector3 Right)
{
    public static readonly Axes Upright = new(Vector3.UnitX, Vector3.UnitY, Vector3.UnitZ);

    /// <summary>These axes after a turn to the right, a lean forward and a tilt to the right, in degrees, in that order about themselves.</summary>
    public Axes Turned(float turn, float lean, float tilt)
    {
        var turned = Rotated(Up, -turn);
        var leant = turned.Rotated(turned.Right, -lean);
        return leant.Rotated(leant.Forward, tilt);
    }

    private Axes Rotated(Vector3 axis, float degrees)
    {
        var rotation = Quaternion.CreateFromAxisAngle(axis, degrees * MathF.PI / 180);
        return new(Vector3.Transform(Forward, rotation), Vector3.Transform(Up, rotation), Vector3.Transform(Right, rotation));
    }
}
