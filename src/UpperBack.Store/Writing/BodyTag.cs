using System.Security.Cryptography;

namespace UpperBack.Store.Writing;

/// <summary>Tells what is served of a document from what was served before.</summary>
public static class BodyTag
{
    private const int Bytes = 8;

    /// <summary>A digest of these bytes, as text.</summary>
    public static string Of(ReadOnlySpan<byte> body)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, digest);
        return Convert.ToHexStringLower(digest[..Bytes]);
    }
}
