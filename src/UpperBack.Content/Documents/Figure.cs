using System.ComponentModel.DataAnnotations;

namespace UpperBack.Content.Documents;

/// <summary>
/// How an exercise looks: the key poses of a jointed body, drawn by this service. Lengths are in centimetres of a body of
/// about 172 cm. Places are measured from a point on the floor, along where the person faces, up, and to the person's right.
/// </summary>
public sealed record Figure
{
    /// <summary>From where one looks at it.</summary>
    public required FigureView View { get; init; }

    /// <summary>The key poses in the order of the movement; after the last it begins again with the first.</summary>
    [MinLength(1), MaxLength(6)]
    public required IReadOnlyList<FigurePose> Poses { get; init; }

    /// <summary>What is needed or leaned on.</summary>
    public IReadOnlyList<FigureProp> Props { get; init; } = [];

    /// <summary>Which movements an arrow points out.</summary>
    public IReadOnlyList<FigureArrow> Arrows { get; init; } = [];
}

/// <summary>From where one looks at a figure.</summary>
public sealed record FigureView
{
    /// <summary>Degrees round the person: 0 looks at the face, 90 at the right side, 180 at the back, 270 at the left side.</summary>
    [Range(0, 359)]
    public required int Around { get; init; }

    /// <summary>Degrees above the horizon, 0 to 60.</summary>
    [Range(0, 60)]
    public required int Above { get; init; }

    /// <summary>How much of the body to show.</summary>
    public required FigureFrame Frame { get; init; }
}

/// <summary>How much of a body a picture shows.</summary>
public enum FigureFrame
{
    /// <summary>All of it.</summary>
    WholeBody,

    /// <summary>From the thighs up.</summary>
    UpperBody,

    /// <summary>Head and chest, for small movements.</summary>
    HeadAndChest,
}

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

/// <summary>A thing in the picture.</summary>
public sealed record FigureProp
{
    /// <summary>What it is.</summary>
    public required FigurePropKind Kind { get; init; }

    /// <summary>One corner of its space, or where a band is anchored. Null for what is only held in the hands.</summary>
    public FigurePoint? From { get; init; }

    /// <summary>The opposite corner of its space. Null for what is held in the hands.</summary>
    public FigurePoint? To { get; init; }

    /// <summary>The hands that hold it. Empty when none does.</summary>
    public IReadOnlyList<FigureSide> Hands { get; init; } = [];
}

/// <summary>What a thing in a picture is.</summary>
public enum FigurePropKind
{
    /// <summary>A wall.</summary>
    Wall,

    /// <summary>A chair; its space is that under the seat, and its back stands at the side of the first corner.</summary>
    Chair,

    /// <summary>A mat on the floor.</summary>
    Mat,

    /// <summary>A dumbbell in each hand that holds it.</summary>
    Dumbbells,

    /// <summary>A band from its anchor to each hand that holds it, or between the hands when it has none.</summary>
    Band,
}

/// <summary>A side of the body.</summary>
public enum FigureSide
{
    /// <summary>The person's left.</summary>
    Left,

    /// <summary>The person's right.</summary>
    Right,
}

/// <summary>An arrow along the way of a part of the body.</summary>
public sealed record FigureArrow
{
    /// <summary>The number of the pose that the movement leads to, from 1.</summary>
    [Range(1, 6)]
    public required int Pose { get; init; }

    /// <summary>The part that moves.</summary>
    public required FigurePart Part { get; init; }

    /// <summary>By how much the arrow stands beside the way itself. Null for on it.</summary>
    public FigurePoint? Beside { get; init; }
}

/// <summary>A part of the body that an arrow can follow.</summary>
public enum FigurePart
{
    /// <summary>The middle of the head.</summary>
    Head,

    /// <summary>The base of the neck.</summary>
    Neck,

    /// <summary>The middle between the hips.</summary>
    Hips,

    /// <summary>The right shoulder.</summary>
    RightShoulder,

    /// <summary>The left shoulder.</summary>
    LeftShoulder,

    /// <summary>The right elbow.</summary>
    RightElbow,

    /// <summary>The left elbow.</summary>
    LeftElbow,

    /// <summary>The right hand.</summary>
    RightHand,

    /// <summary>The left hand.</summary>
    LeftHand,
}
