using UpperBack.Drawing;

namespace UpperBack.Api.Embed;

/// <summary>The appearance of a page, from its query.</summary>
/// <param name="Theme">Light or dark.</param>
/// <param name="Accent">The accent colour.</param>
public sealed record Look(Theme Theme, Accent Accent)
{
    /// <summary>The parameter that names the accent.</summary>
    public const string AccentParameter = "accent";

    /// <summary>The default appearance.</summary>
    public static Look Usual { get; } = new(Theme.Auto, Accent.Usual);

    /// <summary>The name of the theme.</summary>
    public string ThemeName => Themes.NameOf(Theme);
}
