using System.Buffers;
using System.Text.Unicode;

namespace UpperBack.Api.Infrastructure.Pipeline;

/// <summary>
/// Refuses addresses whose percent-encoding does not decode to UTF-8. The framework decodes what it can and keeps the rest, so that
/// the value that reaches a query would differ from the one that was sent.
/// </summary>
internal static class WellFormedUrls
{
    /// <summary>The detail for a percent sign that starts no escape.</summary>
    public const string LonePercent =
        "The address has a percent sign that two hexadecimal digits do not follow. A percent sign itself is written %25.";

    private const string Nul = "The address has a NUL character (%00), which no text here can hold.";

    private const string NotUtf8 = "The address, once its percent-encoding is decoded, is not valid UTF-8.";

    /// <summary>Middleware.</summary>
    public static Task Handle(HttpContext context, RequestDelegate next) =>
        Fault(context.Request.Target) is { } fault ? ProblemResults.BadRequest(fault).ExecuteAsync(context) : next(context);

    /// <summary>What is wrong with a path and query as they came over the wire, or null.</summary>
    public static string? Fault(string target)
    {
        if (!target.Contains('%')) return null;
        var buffer = ArrayPool<byte>.Shared.Rent(target.Length);
        try
        {
            return Decode(target, buffer, out var length) ?? (Utf8.IsValid(buffer.AsSpan(0, length)) ? null : NotUtf8);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string? Decode(string target, byte[] bytes, out int length)
    {
        length = 0;
        for (var i = 0; i < target.Length; i++)
        {
            if (target[i] != '%')
            {
                // Kestrel has validated what is not escaped; here it only separates the escapes.
                bytes[length++] = (byte)'-';
                continue;
            }

            if (i + 2 >= target.Length || !char.IsAsciiHexDigit(target[i + 1]) || !char.IsAsciiHexDigit(target[i + 2])) return LonePercent;
            bytes[length] = Convert.FromHexString(target.AsSpan(i + 1, 2))[0];
            if (bytes[length++] == 0) return Nul;
            i += 2;
        }

        return null;
    }
}
