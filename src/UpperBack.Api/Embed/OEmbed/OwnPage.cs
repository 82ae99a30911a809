using Microsoft.AspNetCore.WebUtilities;
using UpperBack.Api.Http;

namespace UpperBack.Api.Embed.OEmbed;

/// <summary>A page of this service, as an address names it.</summary>
/// <param name="Address">What the page is about.</param>
/// <param name="Query">Its query.</param>
internal sealed record OwnPage(EmbedAddress Address, IQueryCollection Query)
{
    /// <summary>The page that an address names; null when it is none of ours.</summary>
    /// <param name="url">The address.</param>
    /// <param name="request">The request, which says what the service is called.</param>
    public static OwnPage? Find(string url, HttpRequest request)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !Uri.TryCreate(request.Origin, UriKind.Absolute, out var own) || !IsSame(uri, own))
            return null;
        var pathBase = request.PathBase.ToUriComponent();
        return uri.AbsolutePath.StartsWith(pathBase, StringComparison.Ordinal) && EmbedAddress.Parse(uri.AbsolutePath[pathBase.Length..]) is { } address
            ? new(address, new QueryCollection(QueryHelpers.ParseQuery(uri.Query)))
            : null;
    }

    // Whatever the scheme: the last proxy may speak another one than the first.
    private static bool IsSame(Uri one, Uri own) =>
        one.Scheme is "http" or "https" && one.UserInfo.Length == 0 && one.Host.Equals(own.Host, StringComparison.OrdinalIgnoreCase)
        && (one.Port == own.Port || (one.IsDefaultPort && own.IsDefaultPort));
}
