using System.Security.Cryptography;
using System.Text;

namespace UpperBack.Api.Embed;

/// <summary>
/// The accent colour of a page, adjusted for legibility. Text needs a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3), so the
/// colour is mixed with black on light paper and with white on dark paper, just as far as that takes.
/// </summary>
public sealed record Accent
{
    /// <summary>The least contrast of text.</summary>
    public const double LeastContrast = 4.5;

    /// <summary>The light surface with the least contrast to accented text; the same as in page.css.</summary>
    public static readonly Colour LightPaper = Colour.Of("f4f6f4");

    /// <summary>The dark surface with the least contrast to accented text.</summary>
    public static readonly Colour DarkPaper = Colour.Of("1d2526");

    private static readonly Colour White = Colour.Of("ffffff"), Black = Colour.Of("000000"), Ink = Colour.Of("101718");

    private Accent(Colour chosen)
    {
        OnLight = Readable(chosen, LightPaper, Black);
        OnDark = Readable(chosen, DarkPaper, White);
        Css = $":root{{--accent:{OnLight};--on-accent:{White}}}:root[data-theme=dark]{{{Dark}}}@media screen and (prefers-color-scheme:dark){{:root[data-theme=auto]{{{Dark}}}}}@media print{{:root[data-theme]{{--accent:{OnLight}}}}}";
        Hash = $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}";
    }

    /// <summary>The default colour.</summary>
    public static Accent Usual { get; } = Of("0b6560");

    /// <summary>The colour on light paper.</summary>
    public Colour OnLight { get; }

    /// <summary>The colour on dark paper.</summary>
    public Colour OnDark { get; }

    /// <summary>The inline style that sets the custom properties of page.css.</summary>
    public string Css { get; }

    /// <summary>The hash of the style, as a source expression of the content security policy.</summary>
    public string Hash { get; }

    private string Dark => $"--accent:{OnDark};--on-accent:{Ink}";

    /// <summary>The accent for a colour of six hexadecimal digits.</summary>
    public static Accent Of(string hex) => new(Colour.Of(hex));

    private static Colour Readable(Colour chosen, Colour paper, Colour towards) =>
        Enumerable.Range(0, 101).Select(percent => chosen.Mixed(towards, percent / 100.0)).First(colour => colour.ContrastTo(paper) >= LeastContrast);
}
