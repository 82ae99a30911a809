using System.Text.Json;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Search.Indexing;

/// <summary>A published document in one language, as the index reads it from storage.</summary>
/// <param name="Collection">Its collection.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Language">The language. A translation follows its English document.</param>
/// <param name="Revision">The number of the published revision; the index keeps that of the English document.</param>
/// <param name="Tag">The digest of the body that is served.</param>
/// <param name="Index">The <see cref="DocumentIndex"/> as JSON.</param>
public sealed record IndexedDocument(
    string Collection, string Slug, Language Language, int Revision, string Tag, ReadOnlyMemory<byte> Index)
{
    /// <summary>The searched texts of a <see cref="DocumentIndex"/> in JSON.</summary>
    public static IReadOnlyList<SearchedText> TextsIn(ReadOnlyMemory<byte> index)
    {
        using var document = JsonDocument.Parse(index);
        return TextsIn(document.RootElement);
    }

    internal static IReadOnlyList<SearchedText> TextsIn(JsonElement index) =>
        [.. index.GetProperty("texts").EnumerateArray().Select(text => text.Deserialize<SearchedText>(DocumentJson.Compact)!)];
}
