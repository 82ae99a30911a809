namespace UpperBack.Api.Pages;

/// <summary>Responses with pages for people.</summary>
internal static class PageResults
{
    // The style sheet and the icon are within the page; it loads nothing and runs no script.
    private static readonly string ContentSecurityPolicy =
        $"default-src 'none'; style-src '{Stylesheet.Hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>A page with these parameters beside its own address.</summary>
    public static PageResult<TPage> Page<TPage>(this HttpContext context, object? parameters = null, int status = StatusCodes.Status200OK) where TPage : ServicePage
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = status == StatusCodes.Status200OK ? "public, max-age=3600" : "public, max-age=60";
        var (baseUrl, pathBase) = (context.Request.BaseUrl, context.Request.PathBase.ToUriComponent());
        return new(new RouteValueDictionary(parameters) { [nameof(ServicePage.BaseUrl)] = baseUrl, [nameof(ServicePage.PathBase)] = pathBase }, status);
    }
}
