using System.Security.Cryptography;

namespace UpperBack.Store.Writing;

/// <summary>A short digest of what is served of a document, for entity tags and comparisons.</summary>
public static class BodyDigest
{
    private const int Bytes = 8;

    /// <summary>The first 64 bits of the SHA-256 of a body, as 16 hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<byte> body)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, digest);
        return Convert.ToHexStringLower(digest[..Bytes]);
    }
}
