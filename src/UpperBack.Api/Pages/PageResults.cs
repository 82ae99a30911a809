using Microsoft.AspNetCore.Components;

namespace UpperBack.Api.Pages;

/// <summary>Responses with pages for people.</summary>
internal static class PageResults
{
    // The style sheet and the icon are within the page; it loads nothing and runs no script.
    private static readonly string ContentSecurityPolicy =
        $"default-src 'none'; style-src '{Stylesheet.Hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>A page.</summary>
    public static PageResult<TPage> Page<TPage>(this HttpContext context, object parameters, int status = StatusCodes.Status200OK) where TPage : IComponent
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = status == StatusCodes.Status200OK ? "public, max-age=3600" : "public, max-age=60";
        return new(parameters, status);
    }
}
