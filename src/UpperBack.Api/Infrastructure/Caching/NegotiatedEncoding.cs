using System.Collections.Concurrent;
using Microsoft.AspNetCore.ResponseCompression;

namespace UpperBack.Api.Infrastructure.Caching;

/// <summary>The content encoding that the framework will choose for an Accept-Encoding header.</summary>
internal sealed class NegotiatedEncoding(IResponseCompressionProvider compression)
{
    private const string Identity = "identity";

    // Clients send a few different headers; the bound is for those that are made up.
    private const int MostRemembered = 1000;

    private readonly ConcurrentDictionary<string, string> remembered = new(StringComparer.Ordinal);

    /// <summary>The name of the encoding.</summary>
    public string For(HttpContext context)
    {
        var header = context.Request.Headers.AcceptEncoding;
        if (header.Count == 0)
            return Identity;
        var accepted = header.ToString();
        if (remembered.TryGetValue(accepted, out var encoding))
            return encoding;
        encoding = compression.CheckRequestAcceptsCompression(context) ? compression.GetCompressionProvider(context)?.EncodingName ?? Identity : Identity;
        if (remembered.Count < MostRemembered)
            remembered[accepted] = encoding;
        return encoding;
    }
}
