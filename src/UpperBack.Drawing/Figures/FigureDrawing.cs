using System.Globalization;
using System.Numerics;
using System.Xml.Linq;
using UpperBack.Content.Documents;
using UpperBack.Content.Figures;
using static UpperBack.Drawing.Figures.SvgShapes;
using static UpperBack.Drawing.Svg;

namespace UpperBack.Drawing.Figures;

/// <summary>The options of a drawing.</summary>
/// <param name="Theme">The colours.</param>
/// <param name="Pose">The only pose to show, from 1. Null for all.</param>
/// <param name="Still">Whether all poses stand side by side instead of moving.</param>
public sealed record FigurePicture(Theme Theme = Theme.Auto, int? Pose = null, bool Still = false);

/// <summary>Draws the figure of an exercise as SVG.</summary>
public static class FigureDrawing
{
    // The intrinsic size in pixels for each centimetre.
    private const float Scale = 3;

    private const float NumberHeight = 14;

    /// <summary>The picture as an SVG document. Null when the exercise has no figure.</summary>
    public static string? Draw(Exercise exercise, FigurePicture picture)
    {
        if (exercise.Figure is not { } figure || ResolvedPose.Of(figure) is not { } resolvedPoses)
            return null;
        var scene = new Scene(figure, resolvedPoses, exercise.Dosage);
        var poses = Enumerable.Range(1, figure.Poses.Count).ToList();
        var (size, content) = picture switch
        {
            { Pose: { } pose } => (scene.Size, [Still(scene, pose, Vector2.Zero)]),
            { Still: true } => SideBySide(scene, poses),
            _ when poses.Count == 1 => (scene.Size, [Still(scene, 1, Vector2.Zero)]),
            _ => (scene.Size, new[] { Element("g", At("class", "moving"), Moving(scene)), Element("g", At("class", "stills"), Fitted(scene, poses)) }),
        };
        var id = string.Create(CultureInfo.InvariantCulture, $"upperback-figure-{exercise.Slug}{(picture.Still ? "-all" : $"{picture.Pose:'-'0}")}");
        return Element("svg", At("id", id), At("role", "img"), At("aria-labelledby", $"{id}-title {id}-desc"), At("lang", DocumentJson.NameOf(exercise.Language.ToString())),
            At("viewBox", $"0 0 {Point(size)}"), At("width", Number(size.X * Scale)), At("height", Number(size.Y * Scale)),
            Element("title", At("id", $"{id}-title"), Text(exercise.Name)),
            Element("desc", At("id", $"{id}-desc"), Text(string.Join(' ', exercise.Instructions.Select(instruction => instruction.Text)))),
            Element("style", FigureStyle.Sheet(id, picture.Theme)),
            content).ToString(SaveOptions.DisableFormatting);
    }

    private static (Vector2 Size, XElement[] Content) SideBySide(Scene scene, List<int> poses)
    {
        var panel = scene.Size + new Vector2(0, NumberHeight);
        // Wide pictures stand below each other, tall ones beside.
        var step = panel.X > panel.Y * 1.4f ? panel with { X = 0 } : panel with { Y = 0 };
        return (panel + step * (poses.Count - 1), [.. poses.SelectMany((pose, index) => Numbered(scene, pose, step * index))]);
    }

    // The poses side by side within the size of one.
    private static XElement Fitted(Scene scene, List<int> poses)
    {
        var (size, content) = SideBySide(scene, poses);
        var scale = MathF.Min(scene.Size.X / size.X, scene.Size.Y / size.Y);
        var shift = (scene.Size - size * scale) / 2;
        return Element("g", At("transform", string.Create(CultureInfo.InvariantCulture, $"translate({Point(shift)}) scale({scale:0.###})")), content);
    }

    private static XElement[] Numbered(Scene scene, int pose, Vector2 place) =>
    [
        Element("text", At("class", "number"), At("stroke-width", 0), At("x", Number(place.X + 4)), At("y", Number(place.Y + NumberHeight - 3)), pose),
        Still(scene, pose, place + new Vector2(0, NumberHeight)),
    ];

    private static XElement Still(Scene scene, int pose, Vector2 place)
    {
        var moment = scene.Timeline.Moments.Index().First(moment => moment.Item.IsPose && moment.Item.Pose == pose).Index;
        var arrows = scene.Arrows.Where(arrow => arrow.Pose == pose).SelectMany(arrow => arrow.Strokes);
        return Panel(scene, place, scene.Standing.Concat(scene.Moving[moment]).Concat(arrows).SelectMany(stroke => Shapes(stroke)));
    }

    private static XElement Moving(Scene scene)
    {
        var moving = Enumerable.Range(0, scene.Moving[0].Count).SelectMany(index =>
        {
            var paths = scene.Moving.Select(moment => moment[index].Path).ToList();
            return Shapes(scene.Moving[0][index], paths.TrueForAll(path => path == paths[0]) ? null : Change(scene.Timeline, At("attributeName", "d"), paths));
        });
        return Panel(scene, Vector2.Zero, scene.Standing.SelectMany(stroke => Shapes(stroke)).Concat(moving).Concat(scene.Arrows.Select(arrow => Arrow(scene.Timeline, arrow.Pose, arrow.Strokes))));
    }

    // An arrow is visible while the figure moves to its pose.
    private static XElement Arrow(Timeline timeline, int pose, IReadOnlyList<Stroke> strokes)
    {
        var change = Change(timeline, At("attributeName", "opacity"), timeline.Moments.Select((_, index) => timeline.LeadsTo(pose, index) ? "1" : "0"));
        change.Add(At("calcMode", "discrete"));
        return Element("g", At("opacity", 0), change, strokes.SelectMany(stroke => Shapes(stroke)));
    }

    private static XElement Change(Timeline timeline, XAttribute? attribute, IEnumerable<string> values) => Element("animate", attribute,
        At("dur", string.Create(CultureInfo.InvariantCulture, $"{timeline.Seconds:0.##}s")), At("repeatCount", "indefinite"),
        At("keyTimes", string.Join(';', timeline.Moments.Select(moment => (moment.Second / timeline.Seconds).ToString("0.####", CultureInfo.InvariantCulture)))),
        At("values", string.Join(';', values)));

    private static XElement Panel(Scene scene, Vector2 place, IEnumerable<XElement> content) => Element("svg",
        At("x", Number(place.X)), At("y", Number(place.Y)), At("width", Number(scene.Size.X)), At("height", Number(scene.Size.Y)),
        At("viewBox", $"{Point(scene.Least)} {Point(scene.Size)}"), content);
}
