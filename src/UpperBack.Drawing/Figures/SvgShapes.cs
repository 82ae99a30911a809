using System.Globalization;
using System.Numerics;
using System.Xml.Linq;
using UpperBack.Content.Figures;
using static UpperBack.Drawing.Svg;

namespace UpperBack.Drawing.Figures;

/// <summary>Formats numbers, points and strokes as SVG.</summary>
internal static class SvgShapes
{
    // The outline of a limb, in centimetres.
    private const float Outline = 1.8f;

    /// <summary>A number to a tenth, which is a millimetre of the body.</summary>
    public static string Number(float number) => MathF.Round(number, 1).ToString("0.#", CultureInfo.InvariantCulture) is var text && text == "-0" ? "0" : text;

    public static string Point(Vector2 point) => $"{Number(point.X)} {Number(point.Y)}";

    /// <summary>A line through points.</summary>
    public static string Line(IEnumerable<Vector2> points, bool closed = false) => $"M{string.Join("L", points.Select(Point))}{(closed ? "Z" : "")}";

    /// <summary>The shapes of a stroke, the lower first: an outline is a broader shape beneath.</summary>
    /// <param name="stroke">The stroke.</param>
    /// <param name="change">Its animation. Null for none.</param>
    public static IEnumerable<XElement> Shapes(Stroke stroke, XElement? change = null)
    {
        var shape = stroke.Closed ? "" : " line";
        if (stroke is { Closed: true, Width: 0 })
        {
            yield return Shape($"{stroke.Colour} edge", Outline / 2);
            yield break;
        }

        if (stroke.Outlined)
            yield return Shape($"outline{shape}", stroke.Width + Outline);
        yield return Shape($"{stroke.Colour}{shape}", stroke.Width);

        XElement Shape(string style, float width) =>
            Element("path", At("class", style), At("stroke-width", Number(width)), At("d", stroke.Path), change is null ? null : new XElement(change));
    }
}
