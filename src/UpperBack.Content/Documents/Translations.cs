using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UpperBack.Content.Documents;

/// <summary>Puts the texts of a translation in the place of the English ones.</summary>
public static class Translations
{
    /// <summary>
    /// The translation with a fingerprint for each text. One that has a single fingerprint of all texts counts as made from the texts
    /// of this document if that fits, and otherwise from none of them.
    /// </summary>
    public static Translation WithFingerprints(this Translation translation, DocumentShape shape, Document document)
    {
        if (translation.SourceRevision is not { } revision || translation.Fingerprints.Count > 0)
            return translation;
        var current = revision == FingerprintOfAll(shape, document) ? shape.TextsIn(document).ToDictionary(text => text.Pointer, text => TranslationFit.Fingerprint(text.Value)) : [];
        return translation with
        {
            SourceRevision = null,
            Fingerprints = translation.Texts.Keys.Union(current.Keys).ToDictionary(pointer => pointer, pointer => current.GetValueOrDefault(pointer, revision)),
        };
    }

    /// <summary>
    /// The translation for texts that changed without changing their meaning: what was current for the document before counts as
    /// made from the texts of the document after.
    /// </summary>
    public static Translation CarriedOver(this Translation translation, DocumentShape shape, Document before, Document after)
    {
        var (then, now) = (new TranslationFit(translation, shape, before), new TranslationFit(translation, shape, after));
        var english = shape.TextsIn(after).ToDictionary(text => text.Pointer, text => text.Value);
        var fitting = now.Stale.Concat(now.Missing).Where(pointer => then.Texts.ContainsKey(pointer) && !then.Stale.Contains(pointer)).ToList();
        if (fitting.Count == 0)
            return translation;
        var (texts, fingerprints) = (new Dictionary<string, string>(translation.Texts), new Dictionary<string, string>(translation.Fingerprints));
        foreach (var pointer in now.Texts.Keys.Except(now.Stale).Concat(fitting))
        {
            texts[pointer] = fitting.Contains(pointer) ? then.Texts[pointer] : now.Texts[pointer];
            fingerprints[pointer] = TranslationFit.Fingerprint(english[pointer]);
        }

        return translation with { Texts = texts, Fingerprints = fingerprints };
    }

    /// <summary>Every way in which a translation contradicts itself or its document. Stale texts are not held against a document they were not made from.</summary>
    public static IEnumerable<Fault> Check(this Translation translation, DocumentShape shape, Document document)
    {
        if (translation.Language is Language.En)
            yield return new("/language", "source-language", "English is the language of the document itself.");
        var aliases = translation.Aliases.Select((alias, index) => (Pointer: $"/aliases/{index.ToString(CultureInfo.InvariantCulture)}", Text: alias));
        foreach (var (pointer, text) in translation.Texts.Select(text => (Pointer: $"/texts/{Escaped(text.Key)}", Text: text.Value)).Concat(aliases))
        {
            if (Wording.Promise(translation.Language, text) is { } promise)
                yield return new(pointer, "promises-treatment", $"\"{promise}\" promises treatment; a text informs.");
            if (Wording.Markup(text) is { } tag)
                yield return new(pointer, "has-markup", $"\"{tag}\" is markup; a text is plain.");
        }

        var pointers = shape.TextsIn(document).Select(text => text.Pointer).ToHashSet();
        foreach (var missing in translation.Fingerprints.Keys.Where(pointer => !translation.Texts.ContainsKey(pointer)))
            yield return new($"/texts/{Escaped(missing)}", "missing-text", $"The text at {missing} is not translated.");
        foreach (var unknown in translation.Texts.Keys.Where(pointer => !shape.HasTextAt(pointer)))
            yield return new($"/texts/{Escaped(unknown)}", "unknown-text", $"The document has no text at {unknown}.", Nearest.To(unknown, pointers));
        foreach (var unmarked in translation.Texts.Keys.Where(pointer => shape.HasTextAt(pointer) && !translation.Fingerprints.ContainsKey(pointer)))
            yield return new($"/fingerprints/{Escaped(unmarked)}", "missing-fingerprint", $"Say which English text the one at {unmarked} was made from; the command translate does.");
        var fit = new TranslationFit(translation, shape, document);
        if (!fit.IsServed)
            yield break;
        // The limits apply to every language.
        var rendered = JsonSerializer.SerializeToUtf8Bytes(translation.Apply(shape, document, fit), shape.Type, DocumentJson.Compact);
        foreach (var fault in DocumentParser.Parse(shape, rendered).Faults)
            yield return fault with { Pointer = $"/texts/{Escaped(fault.Pointer)}" };
    }

    /// <summary>The document in the language of the translation, which must have every text.</summary>
    public static Document Apply(this Translation translation, DocumentShape shape, Document document, TranslationFit fit)
    {
        var json = JsonSerializer.SerializeToNode(document, shape.Type, DocumentJson.Compact)!;
        foreach (var (pointer, text) in fit.Texts)
            Set(json, pointer.Split('/').AsSpan(1), text);
        var translated = (Document)json.Deserialize(shape.Type, DocumentJson.Compact)!;
        return translated with
        {
            Language = translation.Language,
            Translation = translation.Status,
            StaleTexts = fit.Stale is { Count: > 0 } stale ? stale : null,
            Aliases = translation.Aliases,
        };
    }

    // The fingerprint of earlier versions.
    private static string FingerprintOfAll(DocumentShape shape, Document document)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in shape.TextsIn(document))
            hash.AppendData(Encoding.UTF8.GetBytes($"{text.Pointer}\n{text.Value}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
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
