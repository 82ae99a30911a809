using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UpperBack.Content.Documents;

/// <summary>Puts the texts of a translation in the place of the English ones.</summary>
public static class Translations
{
    /// <summary>Fingerprint of the texts of a document: it changes when one of them changes, comes or goes.</summary>
    public static string Fingerprint(DocumentShape shape, Document document)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (pointer, text) in shape.TextsIn(document))
            hash.AppendData(Encoding.UTF8.GetBytes($"{pointer}\n{text}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    /// <summary>True while the translation fits the English texts as they are now.</summary>
    public static bool IsCurrent(this Translation translation, DocumentShape shape, Document document) =>
        translation.SourceRevision == Fingerprint(shape, document);

    /// <summary>Every way in which a current translation is incomplete or says too much. A stale one is not held against texts it was not made from.</summary>
    public static IEnumerable<Fault> Check(this Translation translation, DocumentShape shape, Document document)
    {
        if (translation.Language is Language.En)
            yield return new("/language", "source-language", "English is the language of the document itself.");
        var aliases = translation.Aliases.Select((alias, index) => (Pointer: $"/aliases/{index.ToString(CultureInfo.InvariantCulture)}", Text: alias));
        foreach (var (pointer, text) in translation.Texts.Select(text => (Pointer: $"/texts/{Escaped(text.Key)}", Text: text.Value)).Concat(aliases))
        {
            if (Wording.Promise(translation.Language, text) is { } promise)
                yield return new(pointer, "promises-treatment", $"\"{promise}\" promises treatment; a text informs.");
        }

        if (!translation.IsCurrent(shape, document))
            yield break;
        var pointers = shape.TextsIn(document).Select(text => text.Pointer).ToHashSet();
        foreach (var missing in pointers.Where(pointer => !translation.Texts.ContainsKey(pointer)))
            yield return new($"/texts/{Escaped(missing)}", "missing-text", $"The text at {missing} is not translated.");
        foreach (var unknown in translation.Texts.Keys.Where(pointer => !pointers.Contains(pointer)))
            yield return new($"/texts/{Escaped(unknown)}", "unknown-text", $"The document has no text at {unknown}.", Nearest.To(unknown, pointers));
        if (!pointers.SetEquals(translation.Texts.Keys))
            yield break;
        // The limits apply to every language.
        var rendered = JsonSerializer.SerializeToUtf8Bytes(translation.Apply(shape, document), shape.Type, DocumentJson.Compact);
        foreach (var fault in DocumentParser.Parse(shape, rendered).Faults)
            yield return fault with { Pointer = $"/texts/{Escaped(fault.Pointer)}" };
    }

    /// <summary>The document in the language of the translation, which must be current.</summary>
    public static Document Apply(this Translation translation, DocumentShape shape, Document document)
    {
        var json = JsonSerializer.SerializeToNode(document, shape.Type, DocumentJson.Compact)!;
        foreach (var (pointer, text) in translation.Texts)
            Set(json, pointer.Split('/').AsSpan(1), text);
        var translated = (Document)json.Deserialize(shape.Type, DocumentJson.Compact)!;
        return translated with { Language = translation.Language, Translation = translation.Status, Aliases = translation.Aliases };
    }

    private static void Set(JsonNode node, ReadOnlySpan<string> path, string text)
    {
        var next = path[0];
        if (path.Length > 1)
            Set(node is JsonArray list ? list[int.Parse(next, CultureInfo.InvariantCulture)]! : node[next]!, path[1..], text);
        else if (node is JsonArray texts)
            texts[int.Parse(next, CultureInfo.InvariantCulture)] = text;
        else
            node[next] = text;
    }

    private static string Escaped(string pointer) => pointer.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
