using System.Net;
using UpperBack.Content;

namespace UpperBack.Api.Webhooks.Sending;

/// <summary>
/// Says what is wrong with the address of a receiver as far as it can be read off the address. What a name stands for is
/// only known, and checked, when it is called.
/// </summary>
internal static class ReceiverUrl
{
    /// <summary>What is wrong with the address; null when nothing is.</summary>
    public static Fault? FaultIn(string url, WebhookOptions options)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !IsPlain(url, uri))
            return Of("invalid-url", $"This is no web address. It should look like https://app.example.org/hooks, with what is special in it percent-encoded.");
        if (uri.Scheme != Uri.UriSchemeHttps && !options.AllowHttp)
            return Of("https-required", "The address has to begin with https://, so that nobody on the way can read or change what is sent.");
        if (uri.UserInfo.Length > 0)
            return Of("credentials-in-url", "A name or a password does not belong in the address. The signature tells the receiver who calls.");
        if (uri.Fragment.Length > 0)
            return Of("invalid-url", "What follows a # is never sent; leave it out.");
        return options.AllowPrivateAddresses || IsPublic(uri.AsciiHost!)
            ? null
            : Of("address-not-public", "Webhooks lead to addresses that are reachable from everywhere: not to this machine, a private or link-local network, or a reserved range.");
    }

    // Uri mends what is not an address yet: blanks around it, backslashes, a single slash.
    private static bool IsPlain(string url, Uri uri) =>
        (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.AsciiHost is { Length: > 0 }
            && url.StartsWith($"{uri.Scheme}://", StringComparison.OrdinalIgnoreCase)
            && !url.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '\\');

    // The parser knows every notation of an address, 2130706433 and 0x7f.1 among them; so does whoever connects.
    private static bool IsPublic(string host)
    {
        var name = host.TrimEnd('.');
        return IPAddress.TryParse(name.Trim('[', ']'), out var address)
            ? PublicAddresses.Contains(address)
            : !name.Equals("localhost", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }

    private static Fault Of(string code, string detail) => new("/url", code, detail);
}
