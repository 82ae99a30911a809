using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace UpperBack.Api.Infrastructure.Paging;

/// <summary>The place to go on from in a list, as an opaque text that only fits the query that handed it out.</summary>
/// <param name="Place">The values that name the place in the order of the list.</param>
/// <param name="Search">What was searched for in place of misspelt words. Null when the words were searched for as written.</param>
internal sealed record Cursor(IReadOnlyList<string?> Place, string? Search)
{
    /// <summary>The text for this place in the answers to a query.</summary>
    public string Encode(string query) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new Wire(Fingerprint(query), Place, Search)));

    /// <summary>The place, or null when the text was not handed out for this query.</summary>
    public static Cursor? Decode(string text, string query)
    {
        try
        {
            var wire = JsonSerializer.Deserialize<Wire>(Base64Url.DecodeFromChars(text));
            return wire?.Place is not null && wire.Query == Fingerprint(query) && !HasNul(wire) ? new(wire.Place, wire.Search) : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }

    // PostgreSQL has no text with a NUL in it, and no cursor of ours has one.
    private static bool HasNul(Wire wire) => wire.Place.Append(wire.Search).Any(value => value?.Contains('\0', StringComparison.Ordinal) is true);

    private static string Fingerprint(string query) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(query)).AsSpan(0, 9));

    private sealed record Wire(string Query, IReadOnlyList<string?> Place, string? Search);
}
