using System.Security.Cryptography;
using System.Text;

namespace UpperBack.Content.Documents;

/// <summary>How far a translation fits a document as it is now, text by text.</summary>
public sealed class TranslationFit
{
    private readonly Dictionary<string, string> texts = [];
    private readonly List<string> stale = [];
    private readonly List<string> missing = [];
    private readonly bool isStaleTextClinical;

    /// <summary>Compares the fingerprints of a translation with the English texts.</summary>
    public TranslationFit(Translation translation, DocumentShape shape, Document document)
    {
        translation = translation.WithFingerprints(shape, document);
        var english = shape.TextsIn(document).Select(text => (Text: text, Fingerprint: Fingerprint(text.Value))).ToList();
        var byFingerprint = translation.Fingerprints.ToLookup(entry => entry.Value, entry => entry.Key);
        var sources = english.ToDictionary(entry => entry.Text.Pointer, entry => SourceOf(entry.Text.Pointer, entry.Fingerprint));
        var used = sources.Values.ToHashSet();
        foreach (var (text, _) in english)
        {
            if (sources[text.Pointer] is { } source)
                texts[text.Pointer] = translation.Texts[source];
            else if (translation.Texts.TryGetValue(text.Pointer, out var earlier) && !used.Contains(text.Pointer))
            {
                texts[text.Pointer] = earlier;
                stale.Add(text.Pointer);
                isStaleTextClinical |= !text.IsDescriptive;
            }
            else
                missing.Add(text.Pointer);
        }

        // A text that moved within the document, as when a step is put before it, is still the translation of that text.
        string? SourceOf(string pointer, string fingerprint) => translation.Fingerprints.GetValueOrDefault(pointer) == fingerprint && translation.Texts.ContainsKey(pointer)
            ? pointer
            : byFingerprint[fingerprint].FirstOrDefault(translation.Texts.ContainsKey);
    }

    /// <summary>The translated texts by their pointer in the document, stale ones included.</summary>
    public IReadOnlyDictionary<string, string> Texts => texts;

    /// <summary>Pointers of the texts whose English has changed since they were translated.</summary>
    public IReadOnlyList<string> Stale => stale;

    /// <summary>Pointers of the texts that are not translated at all.</summary>
    public IReadOnlyList<string> Missing => missing;

    /// <summary>Whether every text is translated from the English as it is now.</summary>
    public bool IsComplete => stale.Count == 0 && missing.Count == 0;

    /// <summary>Whether readers get the document in this language: nothing is missing, and no stale text carries medicine.</summary>
    public bool IsServed => missing.Count == 0 && !isStaleTextClinical;

    /// <summary>The fingerprint of one English text.</summary>
    public static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
}
