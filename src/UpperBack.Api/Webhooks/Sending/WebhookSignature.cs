using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace UpperBack.Api.Webhooks.Sending;

/// <summary>Signs messages as the Standard Webhooks specification asks for.</summary>
internal static class WebhookSignature
{
    /// <summary>The header webhook-signature: one signature for each secret, with spaces between them.</summary>
    public static string Of(IEnumerable<byte[]> secrets, string messageId, long timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{messageId}.{timestamp}.")), .. body];
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(secret, signed))}"));
    }
}
