using System.Xml.Linq;
using UpperBack.Content;
using UpperBack.Content.Documents;
using static UpperBack.Drawing.Svg;

namespace UpperBack.Drawing.MuscleMaps;

/// <summary>The legend of a map: a sample and the name of each highlighted muscle, and the part that it plays.</summary>
internal sealed class MapLegend
{
    private const int Margin = 20;
    private const int Sample = 24;
    private const int NameLine = 18;
    private const int SmallLine = 16;
    private const int Gap = 12;

    // What fits beside a sample. Nobody knows the widths of letters before they are drawn: these are wide ones.
    private const int NameLetters = 32;
    private const int SmallLetters = 40;

    private readonly IReadOnlyList<Entry> entries;
    private readonly IReadOnlyList<string> footnote;
    private readonly int columns;
    private readonly MapNumbers numbers;

    /// <summary>The legend below one view or two.</summary>
    public MapLegend(MuscleMap map, IReadOnlyList<BodyView> views, DrawnMuscles muscles, MapNumbers numbers, Catalogue catalogue, Texts texts)
    {
        this.numbers = numbers;
        columns = views.Count;
        entries = [.. map.Highlights.Select(highlight => EntryOf(highlight, views, muscles, catalogue, texts))];
        footnote = entries.Any(entry => entry.HasDeepPart) ? [.. Lines(texts["MuscleMaps.DashedOutline"], columns * (SmallLetters + 8))] : [];
        Text = entries.Count == 0 ? texts["MuscleMaps.NothingHighlighted"]
            : string.Join(' ', footnote.Count > 0 ? [Shown(texts), texts["MuscleMaps.DashedOutline"]] : [Shown(texts)]);
    }

    /// <summary>What the legend says, as one text.</summary>
    public string Text { get; }

    /// <summary>The legend and its height.</summary>
    /// <param name="columnWidth">The width of a column.</param>
    public (IEnumerable<XElement> Elements, int Height) Draw(int columnWidth)
    {
        var elements = new List<XElement>();
        var top = 0;
        foreach (var row in entries.Chunk(columns))
        {
            foreach (var (column, entry) in row.Index())
                elements.AddRange(DrawEntry(entry, (column * columnWidth) + Margin, top));
            top += row.Max(HeightOf) + Gap;
        }

        foreach (var line in footnote)
        {
            elements.Add(Line("soft", Margin, top + SmallLine - 2, line));
            top += SmallLine;
        }

        return (elements, top);
    }

    private string Shown(Texts texts) =>
        texts["MuscleMaps.Highlighted", string.Join("; ", entries.Select(entry => entry.Details.Length > 0 ? $"{entry.Name} ({entry.Details})" : entry.Name))];

    private static Entry EntryOf(MuscleHighlight highlight, IReadOnlyList<BodyView> views, DrawnMuscles muscles, Catalogue catalogue, Texts texts)
    {
        var all = muscles.RegionsOf(highlight.Muscle).ToList();
        var seen = all.Where(region => views.Contains(region.View)).ToList();
        var missing = all.Count == 0 ? texts["MuscleMaps.NotDrawn"] : seen.Count == 0 ? texts["MuscleMaps.NotVisible"] : "";
        var details = new[] { highlight.Describe(texts), missing }.Where(text => text.Length > 0);
        return new(highlight, catalogue.Find<Muscle>(highlight.Muscle)?.Name ?? highlight.Muscle, string.Join(", ", details),
            IsSeen: seen.Count > 0, HasDeepPart: seen.Exists(region => region.Depth is MuscleDepth.Deep));
    }

    private IEnumerable<XElement> DrawEntry(Entry entry, int left, int top)
    {
        var y = top - 4;
        return
        [
            .. entry.IsSeen ? SampleOf(entry.Highlight, left, top) : [],
            .. Lines(entry.Name, NameLetters).Select(line => Line("name", left + Sample + 10, y += NameLine, line)),
            .. Lines(entry.Details, SmallLetters).Select(line => Line("soft", left + Sample + 10, y += SmallLine, line)),
        ];
    }

    private IEnumerable<XElement> SampleOf(MuscleHighlight highlight, int left, int top) =>
    [
        Element("rect", At("class", MapBody.ClassesOf(highlight)), At("x", left), At("y", top), At("width", Sample), At("height", Sample), At("rx", 4)),
        .. numbers.Badge(highlight, left + (Sample / 2), top + (Sample / 2)),
    ];

    private static XElement Line(string style, int x, int y, string text) => Element("text", At("class", style), At("x", x), At("y", y), Svg.Text(text));

    private static int HeightOf(Entry entry) =>
        Math.Max(Sample, (Lines(entry.Name, NameLetters).Count() * NameLine) + (Lines(entry.Details, SmallLetters).Count() * SmallLine));

    private static IEnumerable<string> Lines(string text, int letters)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > letters)
            {
                yield return line;
                line = "";
            }

            line = line.Length > 0 ? $"{line} {word}" : word;
        }

        if (line.Length > 0)
            yield return line;
    }

    private sealed record Entry(MuscleHighlight Highlight, string Name, string Details, bool IsSeen, bool HasDeepPart);
}
