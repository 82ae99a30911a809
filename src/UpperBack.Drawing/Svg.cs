using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace UpperBack.Drawing;

/// <summary>Helpers for SVG elements and attributes.</summary>
internal static class Svg
{
    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    /// <summary>An element with attributes and content.</summary>
    public static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    /// <summary>A whole number as an attribute.</summary>
    public static XAttribute At(string name, int value) => new(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An attribute, or nothing for a null value.</summary>
    public static XAttribute? At(string name, string? value) => value is null ? null : new(name, value);

    /// <summary>A text without characters that XML does not allow; the rest is escaped by the writer.</summary>
    public static XText Text(string text) =>
        new(string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))));

    /// <summary>A shape and its mirror image.</summary>
    public static IEnumerable<XElement> Both(string style, string path) =>
    [
        Element("path", At("class", style), At("d", path)),
        Element("path", At("class", style), At("d", path), At("transform", "scale(-1 1)")),
    ];
}
