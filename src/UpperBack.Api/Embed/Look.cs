using UpperBack.Api.Http;
using UpperBack.Drawing;

namespace UpperBack.Api.Embed;

/// <summary>The appearance of a page, from its query.</summary>
/// <param name="Theme">Light or dark.</param>
/// <param name="Accent">The accent colour.</param>
public sealed record Look(Theme Theme, Accent Accent)
{
    /// <summary>The parameter that names the accent.</summary>
    public const string AccentParameter = "accent";

    private const int AccentLength = 6;

    /// <summary>The default appearance.</summary>
    public static Look Usual { get; } = new(Theme.Auto, Accent.Usual);

    /// <summary>The name of the theme.</summary>
    public string ThemeName => Themes.NameOf(Theme);

    /// <summary>Reads the appearance from a query. Collects faults in the reader and takes the default in their place.</summary>
    internal static Look Read(QueryReader reader) => new(Themes.Of(reader), ReadAccent(reader));

    private static Accent ReadAccent(QueryReader reader)
    {
        if (reader.Text(AccentParameter) is not { } text)
            return Accent.Usual;
        if (text.Length == AccentLength && text.All(char.IsAsciiHexDigit))
            return Accent.Of(text);
        reader.Add(ProblemFault.InvalidValue(AccentParameter, text, "a colour as six hexadecimal digits without a sign before them, such as 0b6560"));
        return Accent.Usual;
    }
}
