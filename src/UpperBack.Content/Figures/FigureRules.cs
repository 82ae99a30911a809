using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Figures;

/// <summary>The rules that a figure must meet to be drawn. Each returns a JSON pointer for every place that breaks it.</summary>
internal static class FigureRules
{
    // Coordinates are whole centimetres, so a straight arm may seem a little too long.
    private const float Rounding = 2;

    /// <summary>The first pose has hips, right arm and right leg, because there is no earlier one to take them from.</summary>
    public static IEnumerable<string> Unfounded(Figure figure) =>
        from member in new[] { (Name: "hips", Value: (object?)figure.Poses[0].Hips), (Name: "rightArm", Value: figure.Poses[0].RightArm), (Name: "rightLeg", Value: figure.Poses[0].RightLeg) }
        where member.Value is null
        select $"/figure/poses/0/{member.Name}";

    /// <summary>A hand or foot is no farther away than the arm or leg is long.</summary>
    public static IEnumerable<string> OutOfReach(Figure figure) =>
        from pose in Bodies(figure)
        from limb in Limbs(pose.Body)
        where limb.Limb.Missing > Rounding
        select $"{Pointers.To("figure/poses", pose.Index)}/{limb.Name}";

    /// <summary>Nothing of the body is below the floor.</summary>
    public static IEnumerable<string> BelowFloor(Figure figure) =>
        from pose in Bodies(figure)
        where Lowest(pose.Body) < -Rounding
        select Pointers.To("figure/poses", pose.Index);

    /// <summary>An arrow leads to an existing pose.</summary>
    public static IEnumerable<string> LostArrows(Figure figure) =>
        Pointers.Where("figure/arrows", figure.Arrows, arrow => arrow.Pose > figure.Poses.Count, "pose");

    /// <summary>A prop has two corners, or a hand that holds it.</summary>
    public static IEnumerable<string> PlacelessProps(Figure figure) =>
        Pointers.Where("figure/props", figure.Props, prop => prop.Kind is FigurePropKind.Band or FigurePropKind.Dumbbells
            ? prop.Hands.Count == 0 || (prop is { Kind: FigurePropKind.Band, From: null, Hands.Count: 1 })
            : prop.From is null || prop.To is null);

    /// <summary>The lowest place of a body, in centimetres above the floor.</summary>
    internal static float Lowest(Body body) => Limbs(body)
        .SelectMany(limb => new[] { limb.Limb.Middle.Y, limb.Limb.End.Y, limb.Limb.Tip.Y, limb.Limb.Heel.Y })
        .Append(body.Hips.Y - 7).Append(body.Head.Y - Body.HeadRadius).Min();

    internal static IEnumerable<(string Name, Limb Limb)> Limbs(Body body) =>
        [("rightArm", body.RightArm), ("leftArm", body.LeftArm), ("rightLeg", body.RightLeg), ("leftLeg", body.LeftLeg)];

    private static IEnumerable<(int Index, Body Body)> Bodies(Figure figure) => (ResolvedPose.Of(figure) ?? []).Select((resolvedPose, index) => (index, Anatomy.Pose(resolvedPose)));
}
