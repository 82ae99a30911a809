using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Text;
using UpperBack.Content.Documents;

namespace UpperBack.Content;

/// <summary>
/// The texts of recommendations, pages, drawings and calendars in one language. A key names a file in the folder Texts and
/// an entry in it: <c>Pages.Goal</c> is Goal in Pages.resx, and in Pages.de.resx for German. No language falls back to
/// another: a missing key throws.
/// </summary>
public sealed class Texts
{
    private const string PluralRuleKey = "Common.PluralRule";

    private static readonly FrozenDictionary<Language, Lazy<Texts>> Languages =
        Enum.GetValues<Language>().ToFrozenDictionary(language => language, language => new Lazy<Texts>(() => new(language)));

    private readonly FrozenDictionary<string, CompositeFormat> texts;
    private readonly PluralRules plurals;

    private Texts(Language language)
    {
        Language = language;
        Code = DocumentJson.NameOf(language.ToString());
        texts = Read(Code).ToFrozenDictionary(text => text.Key, text => CompositeFormat.Parse(text.Value), StringComparer.Ordinal);
        plurals = new(texts.Where(text => text.Key.StartsWith($"{PluralRuleKey}.", StringComparison.Ordinal))
            .Select(text => (text.Key[(PluralRuleKey.Length + 1)..], text.Value.Format)));
    }

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>The language as HTML and HTTP name it.</summary>
    public string Code { get; }

    /// <summary>The keys that the language has.</summary>
    internal IReadOnlyCollection<string> Keys => texts.Keys;

    /// <summary>The plural forms of the language, as CLDR names them.</summary>
    internal IReadOnlyCollection<string> PluralForms => plurals.Forms;

    /// <summary>The text of a key, with its parameters as they are written.</summary>
    /// <exception cref="KeyNotFoundException">The language has no text for the key.</exception>
    public string this[string key] => Find(key).Format;

    /// <summary>The text of a key, with values in the place of its parameters.</summary>
    /// <exception cref="KeyNotFoundException">The language has no text for the key.</exception>
    public string this[string key, params ReadOnlySpan<object?> values] => string.Format(CultureInfo.InvariantCulture, Find(key), values);

    /// <summary>The texts of a language. They are read when they are first asked for.</summary>
    public static Texts In(Language language) => Languages[language].Value;

    /// <summary>The text of a key in the plural form for a count; the key has one entry for each form, such as Sets.one and Sets.other.</summary>
    /// <param name="key">The key without the form.</param>
    /// <param name="count">The count that decides on the form.</param>
    /// <param name="values">The values of the parameters; the count alone when there are none.</param>
    /// <exception cref="KeyNotFoundException">The language has no text for the key in that form.</exception>
    public string Plural(string key, int count, params ReadOnlySpan<object?> values)
    {
        var form = $"{key}.{plurals.FormOf(count)}";
        return values.IsEmpty ? this[form, count] : this[form, values];
    }

    /// <summary>The texts of a key by plural form, with their parameters as they are written, for a script that counts.</summary>
    public IReadOnlyDictionary<string, string> Plurals(string key) => plurals.Forms.ToDictionary(form => form, form => this[$"{key}.{form}"]);

    private CompositeFormat Find(string key) =>
        texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"There is no text {key} in the language {Code}.");

    // Resources are named Texts.Pages.resources in English and Texts.Pages.de.resources in German.
    private static IEnumerable<KeyValuePair<string, string>> Read(string language)
    {
        var assembly = typeof(Texts).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.Split('.') is not ["Texts", var file, .. var rest, "resources"] || (rest is [var code] ? code : "en") != language)
                continue;
            using var reader = new ResourceReader(assembly.GetManifestResourceStream(name)!);
            var entries = reader.GetEnumerator();
            while (entries.MoveNext())
                yield return new($"{file}.{entries.Key}", (string)entries.Value!);
        }
    }
}
