using System.Security.Cryptography;
using System.Text;

namespace UpperBack.Store.Keys;

/// <summary>The text of a key: <c>ub_</c>, eight characters that may be shown, an underscore, and 43 that may not.</summary>
internal static class KeyText
{
    public const string Start = "ub_";
    private const int ShownCharacters = 8;
    private const int HiddenCharacters = 43; // 256 bits in an alphabet of 62
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static string Create() =>
        $"{Start}{RandomNumberGenerator.GetString(Alphabet, ShownCharacters)}_{RandomNumberGenerator.GetString(Alphabet, HiddenCharacters)}";

    /// <summary>The part that may be shown, or null when the text is no key.</summary>
    public static string? PrefixOf(string key) =>
        key.Length == Start.Length + ShownCharacters + 1 + HiddenCharacters && key.StartsWith(Start, StringComparison.Ordinal) && key[Start.Length + ShownCharacters] == '_'
            ? key[..(Start.Length + ShownCharacters)]
            : null;

    // A key is as random as can be, so a plain digest does: there is nothing to guess that salt and stretching would slow down.
    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
