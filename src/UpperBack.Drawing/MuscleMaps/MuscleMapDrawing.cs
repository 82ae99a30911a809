using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using UpperBack.Content;
using UpperBack.Content.Documents;
using static UpperBack.Drawing.Svg;

namespace UpperBack.Drawing.MuscleMaps;

/// <summary>Draws muscle maps.</summary>
public static class MuscleMapDrawing
{
    private const int PanelWidth = (2 * BodyOutline.HalfWidth) + 20;
    private const int Top = 34;
    private const int LegendTop = Top + BodyOutline.Height + 20;
    private const int Margin = 14;

    /// <summary>The map as an SVG document. The same map is drawn the same, to the byte.</summary>
    /// <param name="map">What to show.</param>
    /// <param name="catalogue">The muscles, in the language of the map. A highlighted one that is not among them is named by its slug.</param>
    public static string Draw(MuscleMap map, Catalogue catalogue)
    {
        var texts = Texts.In(map.Language);
        var views = map.View is { } only ? [only] : Enum.GetValues<BodyView>();
        var muscles = new DrawnMuscles(catalogue, map.Highlights);
        var numbers = new MapNumbers(map.Highlights, map.HasLegend);
        var legend = new MapLegend(map, views, muscles, numbers, catalogue, texts);
        var title = map.Subject is null ? texts["MuscleMaps.Title"] : texts["MuscleMaps.TitleOf", map.Subject];
        var description = $"{string.Join(", ", views.Select(view => texts[$"MuscleMaps.View.{view}"]))}. {legend.Text}";
        var id = IdOf($"{title} {description} {map.View} {map.Theme} {map.HasLegend}");
        var (key, keyHeight) = map.HasLegend ? legend.Draw(PanelWidth) : ([], 0);
        var (width, height) = (PanelWidth * views.Length, LegendTop + keyHeight + (keyHeight > 0 ? Margin : 0));

        var svg = Element("svg", At("id", id), At("role", "img"), At("aria-labelledby", $"{id}-title {id}-desc"), At("lang", texts.Code),
            At("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}")), At("width", width), At("height", height),
            Element("title", At("id", $"{id}-title"), Text(title)),
            Element("desc", At("id", $"{id}-desc"), Text(description)),
            Element("style", MapStyle.Sheet(id, map.Theme)),
            MapBody.Definitions(id),
            Element("rect", At("class", "paper"), At("width", width), At("height", height)),
            views.Select((view, place) => Element("g", At("transform", Moved((place * PanelWidth) + (PanelWidth / 2), Top)),
                map.HasLegend ? Element("text", At("class", "soft"), At("text-anchor", "middle"), At("y", -12), Text(texts[$"MuscleMaps.View.{view}"])) : null,
                MapBody.Draw(id, view, muscles, numbers, texts))),
            Element("g", At("transform", Moved(0, LegendTop)), key));
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private static string Moved(int x, int y) => string.Create(CultureInfo.InvariantCulture, $"translate({x} {y})");

    // A page may hold several maps, and the parts of each refer to one another by id.
    private static string IdOf(string content) => $"upperback-map-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..8]}";
}
