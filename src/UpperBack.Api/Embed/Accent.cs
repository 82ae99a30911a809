using System.Security.Cryptography;
using System.Text;

namespace UpperBack.Api.Embed;

/// <summary>
/// The one colour of a page, as it was chosen and as it can be read. Text needs a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3), so the
/// colour is mixed with black on light paper and with white on dark paper, just as far as that takes.
/// </summary>
public sealed record Accent
{
    /// <summary>The least contrast of text.</summary>
    public const double LeastContrast = 4.5;

    /// <summary>Of the light surfaces that accented text stands on, the one nearest to it; page.css has the same.</summary>
    public static readonly Colour LightPaper = Colour.Of("f4f6f4");

    /// <summary>The same of the dark surfaces.</summary>
    public static readonly Colour DarkPaper = Colour.Of("1d2526");

    private static readonly Colour White = Colour.Of("ffffff"), Black = Colour.Of("000000"), Ink = Colour.Of("101718");

    private Accent(Colour chosen)
    {
        OnLight = Readable(chosen, LightPaper, Black);
        OnDark = Readable(chosen, DarkPaper, White);
        Css = $":root{{--accent:{OnLight};--on-accent:{White}}}:root[data-theme=dark]{{{Dark}}}@media screen and (prefers-color-scheme:dark){{:root[data-theme=auto]{{{Dark}}}}}@media print{{:root[data-theme]{{--accent:{OnLight}}}}}";
        Hash = $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}";
    }

    /// <summary>The colour of a page for which nobody chose one.</summary>
    public static Accent Usual { get; } = Of("0b6560");

    /// <summary>The colour on light paper.</summary>
    public Colour OnLight { get; }

    /// <summary>The colour on dark paper.</summary>
    public Colour OnDark { get; }

    /// <summary>The style that tells the style sheet. It stands within the page.</summary>
    public string Css { get; }

    /// <summary>The hash of the style, as a source expression of the content security policy.</summary>
    public string Hash { get; }

    private string Dark => $"--accent:{OnDark};--on-accent:{Ink}";

    /// <summary>The accent for a colour of six hexadecimal digits.</summary>
    public static Accent Of(string hex) => new(Colour.Of(hex));

    private static Colour Readable(Colour chosen, Colour paper, Colour towards) =>
        Enumerable.Range(0, 101).Select(percent => chosen.Mixed(towards, percent / 100.0)).First(colour => colour.ContrastTo(paper) >= LeastContrast);
}
