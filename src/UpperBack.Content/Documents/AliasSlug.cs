using System.Globalization;
using System.Text;

namespace UpperBack.Content.Documents;

/// <summary>Turns what people call a thing into what would stand in a URL.</summary>
public static class AliasSlug
{
    /// <summary>"Slipped disc" becomes "slipped-disc": lower-case letters and digits without accents, joined by hyphens. Empty when nothing is left.</summary>
    public static string Of(string alias)
    {
        var slug = new StringBuilder(alias.Length);
        foreach (var character in Spelt(alias).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(character))
                slug.Append(char.ToLowerInvariant(character));
            else if (character is not '\'' and not '’' && CharUnicodeInfo.GetUnicodeCategory(character) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }

    /// <summary>The same, and with "ae", "oe", "ue" and "aa" for ä, ö or ø, ü and å where the name has them: "Rücken" is "rucken" and "ruecken".</summary>
    public static IReadOnlyList<string> FormsOf(string alias)
    {
        var composed = alias.Normalize(NormalizationForm.FormKC);
        var speltOut = composed.Replace("ä", "ae", StringComparison.OrdinalIgnoreCase).Replace("ö", "oe", StringComparison.OrdinalIgnoreCase)
            .Replace("ü", "ue", StringComparison.OrdinalIgnoreCase).Replace("ø", "oe", StringComparison.OrdinalIgnoreCase).Replace("å", "aa", StringComparison.OrdinalIgnoreCase);
        return [.. new[] { Of(alias), Of(speltOut) }.Distinct()];
    }

    // Letters that Unicode does not decompose.
    private static string Spelt(string alias) => alias
        .Replace("ß", "ss", StringComparison.OrdinalIgnoreCase).Replace("ẞ", "ss", StringComparison.Ordinal)
        .Replace("æ", "ae", StringComparison.OrdinalIgnoreCase)
        .Replace("œ", "oe", StringComparison.OrdinalIgnoreCase)
        .Replace("ø", "o", StringComparison.OrdinalIgnoreCase);
}
