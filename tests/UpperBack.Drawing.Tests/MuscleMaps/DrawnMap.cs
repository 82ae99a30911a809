using System.Xml.Linq;
using UpperBack.Content;
using UpperBack.Content.Documents;
using UpperBack.Drawing.MuscleMaps;

namespace UpperBack.Drawing.Tests.MuscleMaps;

/// <summary>A map that was drawn, for looking at.</summary>
internal sealed class DrawnMap(MuscleMap map, Catalogue catalogue)
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public string Text { get; } = MuscleMapDrawing.Draw(map, catalogue);

    public XElement Root => field ??= XDocument.Parse(Text).Root!;

    public string Title => Root.Element(Svg + "title")!.Value;

    public string Description => Root.Element(Svg + "desc")!.Value;

    /// <summary>The texts that are to be seen, in order.</summary>
    public IReadOnlyList<string> Texts => [.. Root.Descendants(Svg + "text").Select(text => text.Value)];

    /// <summary>Each highlighted region, on one half of the body: its muscle and its classes.</summary>
    public IReadOnlyList<(string Muscle, string Classes)> Lit =>
    [
        .. from path in Root.Descendants(Svg + "path")
           let classes = (string?)path.Attribute("class") ?? ""
           where classes.StartsWith("lit ", StringComparison.Ordinal) && path.Attribute("transform") is null
           select ((string)path.Parent!.Attribute("data-muscle")!, classes),
    ];

    public static DrawnMap Of(Catalogue catalogue, params IReadOnlyList<MuscleHighlight> highlights) => new(new(Language.En) { Highlights = highlights }, catalogue);
}
