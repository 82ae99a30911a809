using System.Xml.Linq;
using UpperBack.Content;
using UpperBack.Content.Documents;
using static UpperBack.Drawing.Svg;

namespace UpperBack.Drawing.MuscleMaps;

/// <summary>Draws the body with its muscles.</summary>
internal static class MapBody
{
    /// <summary>What all views of a map share: the edge of the body, and the patterns that tell effects apart without colour.</summary>
    public static XElement Definitions(string id) => Element("defs",
        Element("clipPath", At("id", $"{id}-body"), Both("body", BodyOutline.Shape)),
        Pattern(id, Effect.Lengthens, 6, "M 0 3 L 6 3"),
        Pattern(id, Effect.Activates, 6, null),
        Pattern(id, null, 5, "M 0 2.5 L 5 2.5 M 2.5 0 L 2.5 5"));

    /// <summary>The body from one side, with its middle at 0.</summary>
    public static IEnumerable<XElement> Draw(string id, BodyView view, DrawnMuscles muscles, MapNumbers numbers, Texts texts)
    {
        var (plain, highlighted) = (muscles.Plain(view), muscles.Highlighted(view));
        var deep = highlighted.ToLookup(drawn => drawn.Region.Depth is MuscleDepth.Deep);
        return
        [
            .. Both("body", BodyOutline.Shape),
            Element("g", At("clip-path", $"url(#{id}-body)"), plain.Select(drawn => Region(drawn, texts))),
            .. BodyOutline.Lines(view).SelectMany(line => Both("line", line)),
            Element("g", At("clip-path", $"url(#{id}-body)"),
                deep[false].Select(drawn => Region(drawn, texts)),
                // Deep ones are seen as through windows in what lies over them.
                deep[true].SelectMany(drawn => Both("window", drawn.Region.Path)),
                deep[true].Select(drawn => Region(drawn, texts))),
            .. Both("contour", BodyOutline.Contour),
            .. numbers.On(highlighted),
        ];
    }

    /// <summary>The classes of what stands for a highlight.</summary>
    public static string ClassesOf(MuscleHighlight highlight) =>
        $"lit {MapStyle.NameOf(highlight.Effect)}{(highlight.Role is { } role ? $" {DocumentJson.NameOf(role.ToString())}" : "")}";

    private static XElement Region(DrawnRegion drawn, Texts texts)
    {
        var (muscle, region, highlights) = drawn;
        var parts = highlights.Select(highlight => highlight.Describe(texts)).Where(part => part.Length > 0).ToList();
        var depth = region.Depth is MuscleDepth.Deep ? " deep" : "";
        // What several effects share is not filled by one of them.
        var shared = highlights.Count > 1 ? " shared" : "";
        return Element("g", At("data-muscle", muscle.Slug),
            Element("title", Text(parts.Count > 0 ? $"{muscle.Name}: {string.Join("; ", parts)}" : muscle.Name)),
            Both(highlights.Count > 0 ? "halo" : "muscle", region.Path),
            highlights.Select(highlight => Both($"{ClassesOf(highlight)}{depth}{shared}", region.Path)));
    }

    // Lines on a breath of the same colour: dots where there are none.
    private static XElement Pattern(string id, Effect? effect, int size, string? lines)
    {
        var name = MapStyle.NameOf(effect);
        return Element("pattern", At("id", $"{id}-{name}"), At("width", size), At("height", size), At("patternUnits", "userSpaceOnUse"), At("patternTransform", "rotate(45)"),
            Element("rect", At("class", $"{name}-breath"), At("width", size), At("height", size)),
            lines is null
                ? Element("circle", At("class", $"{name}-mark"), At("cx", size / 2), At("cy", size / 2), At("r", "1.6"))
                : Element("path", At("class", $"{name}-mark"), At("d", lines), At("stroke-width", effect is null ? "1" : "2.4")));
    }
}
