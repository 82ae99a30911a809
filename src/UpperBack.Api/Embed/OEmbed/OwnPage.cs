using Microsoft.AspNetCore.WebUtilities;

namespace UpperBack.Api.Embed.OEmbed;

/// <summary>A page of this service, parsed from its address.</summary>
/// <param name="Address">The path of the page.</param>
/// <param name="Query">The query of the page.</param>
internal sealed record OwnPage(EmbedAddress Address, IQueryCollection Query)
{
    /// <summary>The page at an address; null when it is not a page of this service.</summary>
    /// <param name="url">The address.</param>
    /// <param name="request">The request, which has the address of this service.</param>
    public static OwnPage? Find(string url, HttpRequest request)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !Uri.TryCreate(request.BaseUrl, UriKind.Absolute, out var own) || !IsSame(uri, own))
            return null;
        var pathBase = request.PathBase.ToUriComponent();
        return uri.AbsolutePath.StartsWith(pathBase, StringComparison.Ordinal) && EmbedAddress.Parse(uri.AbsolutePath[pathBase.Length..]) is { } address
            ? new(address, new QueryCollection(QueryHelpers.ParseQuery(uri.Query)))
            : null;
    }

    // Ignores the scheme, because proxies may change it. A name may be written in Unicode or in punycode, with or without its last dot.
    private static bool IsSame(Uri one, Uri own) =>
        one.Scheme is "http" or "https" && one.UserInfo.Length == 0
        && one.AsciiHost is { } host && string.Equals(host.TrimEnd('.'), own.AsciiHost?.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)
        && (one.Port == own.Port || (one.IsDefaultPort && own.IsDefaultPort));
}
