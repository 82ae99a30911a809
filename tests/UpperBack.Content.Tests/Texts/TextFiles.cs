using System.Text.RegularExpressions;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Tests;

/// <summary>The texts of a language by key, with the plural forms of a text under one key.</summary>
internal static partial class TextFiles
{
    private static readonly string[] Forms = ["zero", "one", "two", "few", "many", "other"];

    /// <summary>The languages of the catalogue, for theories.</summary>
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    /// <summary>The keys of a language without the plural form, each with its entries.</summary>
    public static ILookup<string, (string Entry, string? Form, string Text)> Of(Language language)
    {
        var texts = Texts.In(language);
        return texts.Keys.ToLookup(KeyOf, entry => (entry, FormOf(entry), texts[entry]));
    }

    /// <summary>The plural rules, which are data of the language and have no counterpart in others.</summary>
    public static bool IsPluralRule(string key) => key == "Common.PluralRule";

    /// <summary>The parameters of a text, each once, in order.</summary>
    public static IEnumerable<string> ParametersOf(string text) => Parameter().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The key of an entry, without the plural form.</summary>
    public static string KeyOf(string entry) => FormOf(entry) is { } form ? entry[..^(form.Length + 1)] : entry;

    private static string? FormOf(string entry) => Forms.FirstOrDefault(form => entry.EndsWith($".{form}", StringComparison.Ordinal));

    [GeneratedRegex(@"\{\d+\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
