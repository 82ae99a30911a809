using System.Text;
using Microsoft.OpenApi;
using UpperBack.Content.Documents;
using UpperBack.Content.Pictures;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Http;

/// <summary>Sends pictures that the service draws.</summary>
internal static class Pictures
{
    /// <summary>The media type of drawings.</summary>
    public const string MediaType = "image/svg+xml";

    // An SVG is a document that a browser may open by itself: it gets its style sheet, and nothing else.
    private const string ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";

    private const string Theme = "theme";

    /// <summary>The colours that are asked for; those that the reader prefers when none are.</summary>
    public static PictureTheme ThemeOf(QueryReader reader) => reader.Choice<PictureTheme>(Theme) ?? PictureTheme.Auto;

    /// <summary>The parameter as the OpenAPI document has it.</summary>
    /// <param name="variables">What single colours can be changed by.</param>
    public static OpenApiParameter ThemeParameter(string variables)
    {
        var theme = Choice(Enum.GetNames<PictureTheme>().Select(DocumentJson.NameOf));
        theme.Default = DocumentJson.NameOf(nameof(PictureTheme.Auto));
        return Parameter(Theme, $"The colours. `auto` follows what the reader prefers. {variables}", theme);
    }

    /// <summary>The picture, or 304 to who has it already.</summary>
    /// <param name="context">The request.</param>
    /// <param name="svg">The picture.</param>
    /// <param name="language">The language that its texts are in.</param>
    /// <param name="surrogateKeys">The names under which caches may be told to forget it.</param>
    /// <param name="keeping">For how long it may be kept.</param>
    public static IResult Picture(this HttpContext context, string svg, Language language, string surrogateKeys, Keeping keeping = Keeping.Shortly)
    {
        var bytes = Encoding.UTF8.GetBytes(svg);
        context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        // Portals that isolate their pages may show it as well.
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return context.Answer(bytes, ConditionalRequests.ForBytes(bytes), language, surrogateKeys, keeping, $"{MediaType}; charset=utf-8");
    }
}
