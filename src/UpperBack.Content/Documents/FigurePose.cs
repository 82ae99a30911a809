using System.ComponentModel.DataAnnotations;

namespace UpperBack.Content.Documents;

/// <summary>
/// One pose. The trunk is turned, hands and feet are put in their places, and elbows and knees follow. What is left out is as
/// in the pose before it.
/// </summary>
public sealed record FigurePose
{
    /// <summary>The part of the exercise that the pose stands for.</summary>
    public required InstructionPhase Phase { get; init; }

    /// <summary>Seconds that it takes to come here from the pose before, 1 to 10. For the first pose, from the last one.</summary>
    [Range(1, 10)]
    public required int Seconds { get; init; }

    /// <summary>Where the middle between the hip joints is. Every first pose has it.</summary>
    public FigurePoint? Hips { get; init; }

    /// <summary>How the trunk stands. Upright when no pose says.</summary>
    public FigureTrunk? Trunk { get; init; }

    /// <summary>How the head is held on the trunk. Straight when no pose says.</summary>
    public FigureHead? Head { get; init; }

    /// <summary>How both shoulders are held. Hanging loosely when no pose says.</summary>
    public FigureShoulders? Shoulders { get; init; }

    /// <summary>The right arm. Every first pose has it.</summary>
    public FigureLimb? RightArm { get; init; }

    /// <summary>The left arm. The mirror image of the right one when no pose says.</summary>
    public FigureLimb? LeftArm { get; init; }

    /// <summary>The right leg. Every first pose has it.</summary>
    public FigureLimb? RightLeg { get; init; }

    /// <summary>The left leg. The mirror image of the right one when no pose says.</summary>
    public FigureLimb? LeftLeg { get; init; }
}

/// <summary>A place, or a direction, in whole centimetres.</summary>
public sealed record FigurePoint
{
    /// <summary>Along where the person faces at the start.</summary>
    [Range(-300, 300)]
    public required int Forward { get; init; }

    /// <summary>Up; the floor is 0.</summary>
    [Range(-300, 300)]
    public required int Up { get; init; }

    /// <summary>To the right of the person at the start.</summary>
    [Range(-300, 300)]
    public required int Right { get; init; }
}

/// <summary>How a trunk stands, in degrees. Nothing but zeros is upright.</summary>
public sealed record FigureTrunk
{
    /// <summary>Forward from upright; 90 is face down, -90 is face up.</summary>
    [Range(-180, 180)]
    public int Lean { get; init; }

    /// <summary>Sideways to the right.</summary>
    [Range(-180, 180)]
    public int Tilt { get; init; }

    /// <summary>Turned to the right.</summary>
    [Range(-180, 180)]
    public int Turn { get; init; }

    /// <summary>How much further forward the chest leans than the waist: a rounded back.</summary>
    [Range(-60, 90)]
    public int Curl { get; init; }
}

/// <summary>How a head is held on its trunk, in degrees.</summary>
public sealed record FigureHead
{
    /// <summary>Forward, as in a nod.</summary>
    [Range(-60, 90)]
    public int Nod { get; init; }

    /// <summary>Sideways to the right.</summary>
    [Range(-60, 60)]
    public int Tilt { get; init; }

    /// <summary>Turned to the right.</summary>
    [Range(-90, 90)]
    public int Turn { get; init; }

    /// <summary>Centimetres that it is slid forward, without a nod; backward when negative.</summary>
    [Range(-8, 12)]
    public int Glide { get; init; }
}

/// <summary>How shoulders are held, in centimetres.</summary>
public sealed record FigureShoulders
{
    /// <summary>Raised towards the ears.</summary>
    [Range(-4, 10)]
    public int Lift { get; init; }

    /// <summary>Drawn back, the blades towards each other; forward when negative.</summary>
    [Range(-8, 8)]
    public int Draw { get; init; }
}

/// <summary>Where an arm or a leg ends, and which way it bends.</summary>
public sealed record FigureLimb
{
    /// <summary>Where the wrist or the ankle is.</summary>
    public required FigurePoint End { get; init; }

    /// <summary>The direction in which the elbow or the knee points. Null for the usual one: elbows back and down, knees forward.</summary>
    public FigurePoint? Bend { get; init; }

    /// <summary>The direction of the fingers or the toes. Null for the usual one: along the forearm, or along where the person faces.</summary>
    public FigurePoint? Tip { get; init; }
}
