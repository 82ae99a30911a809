using System.Globalization;
using System.Text;

namespace UpperBack.Search.Analysis;

/// <summary>The forms of a word under which other spellings find it. Safe for concurrent use.</summary>
internal static class Folding
{
    /// <summary>
    /// The word in lower case and in Unicode's compatibility form NFKC, without characters that are not seen: "E" and a combining accent become one
    /// letter, full width and ligatures the usual letters, soft hyphens nothing.
    /// </summary>
    public static string Normalized(ReadOnlySpan<char> word)
    {
        var text = word.ToString();
        if (!Ascii.IsValid(text))
            text = string.Concat(text.Where(character => !IsIgnorable(character))).Normalize(NormalizationForm.FormKC);
        return text.ToLowerInvariant();
    }

    /// <summary>A whole search in the same form, but for its case, with the quotes of every language as "&quot;".</summary>
    public static string NormalizedSearch(string search) => Ascii.IsValid(search)
        ? search
        : string.Concat(search.Where(character => !IsIgnorable(character)).Select(character => character is '“' or '”' or '„' or '«' or '»' ? '"' : character)).Normalize(NormalizationForm.FormKC);

    /// <summary>
    /// How people write the word without its own letters: without accents ("epaule", "muneca", "ovelse", "strasse", "coeur"), and with the two
    /// letters that stand for one ("ruecken", "oevelse", "aaben"). The word must be normalized; an ASCII word is its only form.
    /// </summary>
    public static IEnumerable<string> Forms(string word)
    {
        if (Ascii.IsValid(word))
            return [word];
        return new[] { Plain(word), Plain(SpeltOut(word)) }.Distinct();
    }

    /// <summary>Whether a character is part of the word around it without being seen or sounded: soft hyphens, joiners, variation selectors.</summary>
    public static bool IsIgnorable(char character) =>
        character > 0x7F && (CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format || character is >= '\uFE00' and <= '\uFE0F');

    private static string SpeltOut(string word) => word.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
        .Replace("ü", "ue", StringComparison.Ordinal).Replace("ø", "oe", StringComparison.Ordinal).Replace("å", "aa", StringComparison.Ordinal);

    // Some letters have no decomposition in Unicode.
    private static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var character in word.Normalize(NormalizationForm.FormD))
        {
            _ = character switch
            {
                'ß' => plain.Append("ss"),
                'æ' => plain.Append("ae"),
                'œ' => plain.Append("oe"),
                'ø' => plain.Append('o'),
                _ when CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark => plain,
                _ => plain.Append(character),
            };
        }

        return plain.ToString();
    }
}
