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
