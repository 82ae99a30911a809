using System.Collections.Concurrent;
using Microsoft.AspNetCore.ResponseCompression;

namespace UpperBack.Api.Http.Caching;

/// <summary>The encoding in which the framework will compress an answer, by what the Accept-Encoding header takes.</summary>
internal sealed class EncodingOfAnswers(IResponseCompressionProvider compression)
{
    private const string None = "identity";

    // Clients send a few different headers, and anybody can send others.
    private const int MostKept = 1000;

    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>The name of the encoding.</summary>
    public string For(HttpContext context)
    {
        var header = context.Request.Headers.AcceptEncoding;
        if (header.Count == 0)
            return None;
        var accepted = header.ToString();
        if (known.TryGetValue(accepted, out var encoding))
            return encoding;
        encoding = compression.CheckRequestAcceptsCompression(context) ? compression.GetCompressionProvider(context)?.EncodingName ?? None : None;
        if (known.Count < MostKept)
            known[accepted] = encoding;
        return encoding;
    }
}
