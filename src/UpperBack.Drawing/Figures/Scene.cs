using System.Numerics;
using UpperBack.Content.Documents;

using UpperBack.Content.Figures;

namespace UpperBack.Drawing.Figures;

/// <summary>The strokes of a figure, static and moving, with their bounds.</summary>
internal sealed class Scene
{
    private const float Margin = 5;

    // The height shown below the base of the neck in a cropped picture.
    private const float ChestBelowNeck = 34;
    private const float TrunkBelowNeck = 74;

    public Scene(Figure figure, IReadOnlyList<ResolvedPose> resolvedPoses, Dosage? dosage)
    {
        var camera = new Camera(figure.View);
        Timeline = new(figure, resolvedPoses, dosage);
        var first = Timeline.Bodies[0];
        Standing = [.. figure.Props.SelectMany(prop => PropDrawing.Standing(prop, camera))];
        var groups = Timeline.Moments.Select(moment => (IReadOnlyList<IReadOnlyList<Stroke>>)
            [.. BodyDrawing.Limbs(moment.Body, camera, first), .. figure.Props.Select(prop => PropDrawing.Held(prop, moment.Body, camera)).Where(held => held.Count > 0)]).ToList();
        // One depth order for the whole animation, because a limb that changed its place in it would jump.
        var order = Enumerable.Range(0, groups[0].Count).OrderBy(group => groups.Average(moment => moment[group].Max(stroke => stroke.Nearness))).ToList();
        Moving = [.. groups.Select(moment => (IReadOnlyList<Stroke>)[.. order.SelectMany(group => moment[group])])];
        Arrows = [.. figure.Arrows.Select(arrow => (arrow.Pose, ArrowDrawing.Draw(arrow, resolvedPoses, camera)))];
        if (figure.View.Frame is FigureFrame.WholeBody)
            Standing = [Shadow(camera), .. Standing];
        (Least, Most) = Extent(figure.View.Frame, camera);
    }

    public Timeline Timeline { get; }

    /// <summary>The static strokes, from far to near.</summary>
    public IReadOnlyList<Stroke> Standing { get; }

    /// <summary>The moving strokes for each moment of the timeline, the same ones in each, from far to near.</summary>
    public IReadOnlyList<IReadOnlyList<Stroke>> Moving { get; }

    /// <summary>The arrows, by the pose that they lead to.</summary>
    public IReadOnlyList<(int Pose, IReadOnlyList<Stroke> Strokes)> Arrows { get; }

    /// <summary>The upper left corner of the bounds.</summary>
    public Vector2 Least { get; }

    /// <summary>The lower right corner of the bounds.</summary>
    public Vector2 Most { get; }

    public Vector2 Size => Most - Least;

    // A shadow on the floor under the whole movement.
    private Stroke Shadow(Camera camera)
    {
        var points = Timeline.Bodies.SelectMany(body => new[] { body.Hips, body.RightLeg.Tip, body.LeftLeg.Tip, body.RightLeg.Heel, body.LeftLeg.Heel, body.RightLeg.Middle, body.LeftLeg.Middle })
            .Concat(Timeline.Bodies.SelectMany(body => new[] { body.RightArm.End, body.LeftArm.End, body.Head }.Where(point => point.Y < 40))).ToList();
        var (least, most) = (points.Aggregate(Vector3.Min) with { Y = 0 }, points.Aggregate(Vector3.Max) with { Y = 0 });
        var (middle, half) = ((least + most) / 2, (most - least) / 2 + new Vector3(8, 0, 8));
        return new("shadow", 2, [.. Enumerable.Range(0, 24).Select(step => 2 * MathF.PI * step / 24)
            .Select(angle => camera.See(middle + new Vector3(half.X * MathF.Cos(angle), 0, half.Z * MathF.Sin(angle))))])
        { Outlined = false, Closed = true };
    }

    private (Vector2 Least, Vector2 Most) Extent(FigureFrame frame, Camera camera)
    {
        var shown = Standing.Concat(Moving.SelectMany(strokes => strokes)).Concat(Arrows.SelectMany(arrow => arrow.Strokes)).Select(stroke => stroke.Extent).ToList();
        var (least, most) = (shown.Select(extent => extent.Least).Aggregate(Vector2.Min), shown.Select(extent => extent.Most).Aggregate(Vector2.Max));
        if (frame is not FigureFrame.WholeBody)
        {
            var necks = Timeline.Bodies.Select(body => camera.See(body.NeckBase)).ToList();
            most.Y = MathF.Min(most.Y, necks.Max(neck => neck.Y) + (frame is FigureFrame.HeadAndChest ? ChestBelowNeck : TrunkBelowNeck));
            var half = frame is FigureFrame.HeadAndChest ? 45 : 80;
            least.X = MathF.Max(least.X, necks.Min(neck => neck.X) - half);
            most.X = MathF.Min(most.X, necks.Max(neck => neck.X) + half);
        }

        return (least - new Vector2(Margin), most + new Vector2(Margin));
    }
}
