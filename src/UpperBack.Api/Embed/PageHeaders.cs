namespace UpperBack.Api.Embed;

/// <summary>The security headers of a page: browsers load nothing but files of this service.</summary>
internal static class PageHeaders
{
    // The follow-along mode keeps the screen on. * because a sandboxed frame has an opaque origin.
    private const string Permissions = "screen-wake-lock=*, camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    /// <summary>Writes the headers.</summary>
    public static void Write(HttpContext context, PageFrame frame, EmbedOptions options)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = $"default-src 'none'; img-src 'self' data:; style-src 'self' '{frame.Look.Accent.Hash}'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors {options.FrameAncestors}";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }
}
