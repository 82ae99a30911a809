namespace UpperBack.Api.Embed;

/// <summary>What a page lets browsers do: nothing but show what this service sends.</summary>
internal static class PageHeaders
{
    // The screen stays on while somebody follows along. * because in a sandboxed frame no origin is that of the page itself.
    private const string Permissions = "screen-wake-lock=*, camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    /// <summary>Puts the headers on a page.</summary>
    public static void Write(HttpContext context, PageFrame frame)
    {
        var headers = context.Response.Headers;
        var ancestors = context.RequestServices.GetRequiredService<EmbedSettings>().FrameAncestors;
        headers.ContentSecurityPolicy = $"default-src 'none'; img-src 'self' data:; style-src 'self' '{frame.Look.Accent.Hash}'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }
}
