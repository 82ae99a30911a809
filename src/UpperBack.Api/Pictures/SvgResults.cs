using System.Text;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Pictures;

/// <summary>Responses with pictures that the service draws.</summary>
internal static class SvgResults
{
    /// <summary>The media type of drawings.</summary>
    public const string MediaType = "image/svg+xml";

    // A browser may open an SVG as a document: it gets its style sheet and nothing else.
    private const string ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";

    /// <summary>The picture, or 304 when If-None-Match matches.</summary>
    /// <param name="context">The request.</param>
    /// <param name="svg">The picture.</param>
    /// <param name="language">The language that its texts are in.</param>
    /// <param name="dependencies">What it is made of.</param>
    /// <param name="lifetime">For how long it may be cached.</param>
    public static IResult Svg(this HttpContext context, string svg, Language language, CacheDependencies dependencies, CacheLifetime lifetime = CacheLifetime.Short)
    {
        var bytes = Encoding.UTF8.GetBytes(svg);
        context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        // Pages that are isolated from other origins may show it too.
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return context.Cacheable(bytes, ConditionalRequests.ForBytes(bytes), language, dependencies, lifetime, $"{MediaType}; charset=utf-8");
    }
}
