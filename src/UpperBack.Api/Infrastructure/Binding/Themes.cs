using UpperBack.Content.Documents;
using UpperBack.Drawing;

namespace UpperBack.Api.Infrastructure.Binding;

/// <summary>The colours of pictures and pages in addresses.</summary>
internal static class Themes
{
    /// <summary>The parameter that names the theme.</summary>
    public const string Parameter = "theme";

    /// <summary>The name of a theme in addresses.</summary>
    public static string NameOf(Theme theme) => DocumentJson.NameOf(theme.ToString());
}
