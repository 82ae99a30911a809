using System.Globalization;

namespace UpperBack.Api.Infrastructure.Pipeline;

/// <summary>
/// Refuses requests whose Host header is no host, because links are made from it. It is read as it was sent:
/// <see cref="HttpRequest.Host"/> decodes punycode, which does not belong into a URI, and fails where it is invalid.
/// </summary>
internal static class HostHeader
{
    private const int HighestPort = 65535;

    /// <summary>Middleware. A request without a host, as HTTP/1.0 allows it, is served.</summary>
    public static Task Handle(HttpContext context, RequestDelegate next) =>
        context.Request.Headers.Host.ToString() is { Length: > 0 } host && !IsHost(host) ? ProblemResults.BadRequest(Explanation(host)).ExecuteAsync(context) : next(context);

    /// <summary>The detail of the problem.</summary>
    public static string Explanation(string host) =>
        $"“{host}” in the Host header is not a host. It is a name or an address with or without a port, such as api.example.org, 192.0.2.7:8080 or [2001:db8::7].";

    /// <summary>Whether a text is a name, an IPv4 address or an IPv6 address in brackets, with or without a port.</summary>
    public static bool IsHost(string text)
    {
        var end = text.LastIndexOf(']') + 1;
        var colon = text.IndexOf(':', end);
        var host = colon < 0 ? text : text[..colon];
        return host.StartsWith('[') == (end > 0) && Uri.CheckHostName(host) is not UriHostNameType.Unknown && (colon < 0 || IsPort(text.AsSpan(colon + 1)));
    }

    // An empty one is the default port (RFC 3986, section 3.2.3).
    private static bool IsPort(ReadOnlySpan<char> text) =>
        text.IsEmpty || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= HighestPort);
}
