using System.Text;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Http;

/// <summary>Sends pictures that the service draws.</summary>
internal static class Pictures
{
    /// <summary>The media type of drawings.</summary>
    public const string MediaType = "image/svg+xml";

    // An SVG is a document that a browser may open by itself: it gets its style sheet, and nothing else.
    private const string ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";

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
