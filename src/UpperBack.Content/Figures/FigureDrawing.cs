using System.Globalization;
using System.Numerics;
using System.Text;
using System.Xml.Linq;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Figures;

/// <summary>The colours of a picture.</summary>
public enum PictureTheme
{
    /// <summary>As the reader's system has it.</summary>
    Auto,

    /// <summary>Dark on light.</summary>
    Light,

    /// <summary>Light on dark.</summary>
    Dark,
}

/// <summary>What to show of a figure.</summary>
/// <param name="Theme">The colours.</param>
/// <param name="Pose">The only pose to show, from 1. Null for all.</param>
/// <param name="Still">Whether all poses stand side by side instead of moving.</param>
public sealed record FigurePicture(PictureTheme Theme = PictureTheme.Auto, int? Pose = null, bool Still = false);

/// <summary>Draws the figure of an exercise as SVG.</summary>
public static class FigureDrawing
{
    // The outline of a limb, in centimetres.
    private const float Outline = 1.8f;

    private const float NumberHeight = 14;

    /// <summary>The picture as an SVG document. Null when the exercise has no figure.</summary>
    public static string? Draw(Exercise exercise, FigurePicture picture)
    {
        if (exercise.Figure is not { } figure || Stance.Of(figure) is not { } stances)
            return null;
        var scene = new Scene(figure, stances, exercise.Dosage);
        var poses = Enumerable.Range(1, figure.Poses.Count).ToList();
        var svg = new StringBuilder();
        var (size, content) = picture switch
        {
            { Pose: { } pose } => (scene.Size, Still(scene, pose, Vector2.Zero)),
            { Still: true } => SideBySide(scene, poses),
            _ when poses.Count == 1 => (scene.Size, Still(scene, 1, Vector2.Zero)),
            _ => (scene.Size, $"<g class=\"moving\">{Moving(scene)}</g><g class=\"stills\">{Fitted(scene, poses)}</g>"),
        };
        var name = $"figure-{exercise.Slug}";
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SvgText.Point(size)}\" width=\"{SvgText.Number(size.X * 3)}\" height=\"{SvgText.Number(size.Y * 3)}\" role=\"img\" aria-labelledby=\"{name}-title {name}-text\">");
        svg.Append(new XElement("title", new XAttribute("id", $"{name}-title"), exercise.Name));
        svg.Append(new XElement("desc", new XAttribute("id", $"{name}-text"), string.Join(' ', exercise.Instructions.Select(instruction => instruction.Text))));
        svg.Append(CultureInfo.InvariantCulture, $"<style>{FigureStyle.Of(picture.Theme)}</style>{content}</svg>");
        return svg.ToString();
    }

    private static (Vector2 Size, string Content) SideBySide(Scene scene, List<int> poses)
    {
        var panel = scene.Size + new Vector2(0, NumberHeight);
        // Wide pictures stand below each other, tall ones beside.
        var step = panel.X > panel.Y * 1.4f ? panel with { X = 0 } : panel with { Y = 0 };
        return (panel + step * (poses.Count - 1), string.Concat(poses.Select((pose, index) => Numbered(scene, pose, step * index))));
    }

    private static string Numbered(Scene scene, int pose, Vector2 place) => string.Create(CultureInfo.InvariantCulture,
        $"<text class=\"number fill\" stroke-width=\"0\" x=\"{SvgText.Number(place.X + 4)}\" y=\"{SvgText.Number(place.Y + NumberHeight - 3)}\">{pose}</text>{Still(scene, pose, place + new Vector2(0, NumberHeight))}");

    // The poses side by side within the size of one.
    private static string Fitted(Scene scene, List<int> poses)
    {
        var (size, content) = SideBySide(scene, poses);
        var scale = MathF.Min(scene.Size.X / size.X, scene.Size.Y / size.Y);
        var shift = (scene.Size - size * scale) / 2;
        return string.Create(CultureInfo.InvariantCulture, $"<g transform=\"translate({SvgText.Point(shift)}) scale({scale:0.###})\">{content}</g>");
    }

    private static string Still(Scene scene, int pose, Vector2 place)
    {
        var moment = scene.Timeline.Moments.Index().First(moment => moment.Item.IsPose && moment.Item.Pose == pose).Index;
        var content = new StringBuilder();
        foreach (var stroke in scene.Standing.Concat(scene.Moving[moment]).Concat(scene.Arrows.Where(arrow => arrow.Pose == pose).SelectMany(arrow => arrow.Strokes)))
            Add(content, stroke, "");
        return Panel(scene, place, content);
    }

    private static string Moving(Scene scene)
    {
        var (moments, seconds) = (scene.Timeline.Moments, scene.Timeline.Seconds);
        var timing = string.Create(CultureInfo.InvariantCulture, $"dur=\"{seconds:0.##}s\" repeatCount=\"indefinite\" keyTimes=\"{string.Join(';', moments.Select(moment => (moment.Second / seconds).ToString("0.####", CultureInfo.InvariantCulture)))}\"");
        var content = new StringBuilder();
        foreach (var stroke in scene.Standing)
            Add(content, stroke, "");
        for (var index = 0; index < scene.Moving[0].Count; index++)
        {
            var paths = scene.Moving.Select(moment => moment[index].Path).ToList();
            var motion = paths.TrueForAll(path => path == paths[0]) ? "" : $"<animate attributeName=\"d\" {timing} values=\"{string.Join(';', paths)}\"/>";
            Add(content, scene.Moving[0][index], motion);
        }

        foreach (var (pose, strokes) in scene.Arrows)
        {
            content.Append(CultureInfo.InvariantCulture, $"<g opacity=\"0\"><animate attributeName=\"opacity\" calcMode=\"discrete\" {timing} values=\"{string.Join(';', moments.Select((moment, index) => Leads(moments, index, pose) ? "1" : "0"))}\"/>");
            foreach (var stroke in strokes)
                Add(content, stroke, "");
            content.Append("</g>");
        }

        return Panel(scene, Vector2.Zero, content);
    }

    // From one moment to the next the figure is on its way to the pose.
    private static bool Leads(IReadOnlyList<Moment> moments, int index, int pose) =>
        index + 1 < moments.Count && moments[index + 1] is var next && next.Pose == pose && !(moments[index].Pose == pose && moments[index].IsPose);

    private static string Panel(Scene scene, Vector2 place, StringBuilder content) =>
        $"<svg x=\"{SvgText.Number(place.X)}\" y=\"{SvgText.Number(place.Y)}\" width=\"{SvgText.Number(scene.Size.X)}\" height=\"{SvgText.Number(scene.Size.Y)}\" viewBox=\"{SvgText.Point(scene.Least)} {SvgText.Point(scene.Size)}\">{content}</svg>";

    private static void Add(StringBuilder content, Stroke stroke, string motion)
    {
        var shape = stroke.Closed ? "area" : "line";
        if (stroke is { Closed: true, Width: 0 })
            content.Append(Path($"{stroke.Colour} edge", stroke.Path, Outline / 2, motion));
        else if (stroke.Outlined)
            content.Append(Path($"{shape} outline", stroke.Path, stroke.Width + Outline, motion));
        if (stroke is not { Closed: true, Width: 0 })
            content.Append(Path($"{stroke.Colour} {(stroke.Closed ? "fill" : "line")}", stroke.Path, stroke.Width, motion));
    }

    private static string Path(string style, string path, float width, string motion) =>
        $"<path class=\"{style}\" stroke-width=\"{SvgText.Number(width)}\" d=\"{path}\"{(motion.Length == 0 ? "/>" : $">{motion}</path>")}";
}
