using System.Text;
using Microsoft.OpenApi;
using UpperBack.Content.Documents;
using UpperBack.Content.Figures;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Http;

/// <summary>What all pictures have in common: their colours, and how they are sent.</summary>
internal static class Pictures
{
    public const string MediaType = "image/svg+xml";

    private const string Theme = "theme";

    private static readonly string[] Themes = [.. Enum.GetNames<PictureTheme>().Select(DocumentJson.NameOf)];

    /// <summary>The colours that are asked for; those of the reader's system when none are.</summary>
    public static PictureTheme ThemeOf(QueryReader reader)
    {
        if (reader.Text(Theme) is not { } theme)
            return PictureTheme.Auto;
        if (Themes.Contains(theme))
            return Enum.Parse<PictureTheme>(theme, ignoreCase: true);
        reader.Add(ProblemFault.UnknownValue(Theme, theme, Themes));
        return PictureTheme.Auto;
    }

    /// <summary>The parameter as the OpenAPI document has it.</summary>
    public static OpenApiParameter ThemeParameter()
    {
        var schema = Choice(Themes);
        schema.Default = Themes[0];
        return Parameter(Theme, "The colours. `auto` follows the reader's system.", schema);
    }

    /// <summary>Sends a picture, or 304 to who has it already.</summary>
    /// <param name="context">The request.</param>
    /// <param name="svg">The picture.</param>
    /// <param name="revision">The revision of what it shows.</param>
    /// <param name="language">The language of its texts.</param>
    /// <param name="keeping">For how long it may be kept.</param>
    /// <param name="surrogateKeys">The names under which caches may be told to forget it.</param>
    public static IResult AnswerPicture(this HttpContext context, string svg, int revision, Language language, Keeping keeping, string surrogateKeys)
    {
        // Opened by itself it is a document of this origin, and needs nothing but its own style.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *";
        // Portals that isolate their pages may show it as well.
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return context.Answer(Encoding.UTF8.GetBytes(svg), revision, language, surrogateKeys, keeping, $"{MediaType}; charset=utf-8");
    }
}
