using System.Text.RegularExpressions;
using UpperBack.Content.Documents;

namespace UpperBack.Content;

/// <summary>Words that promise treatment. The catalogue informs; whoever needs treatment needs a person who gives it.</summary>
public static partial class Wording
{
    /// <summary>The first word or phrase of the text that promises treatment, or null.</summary>
    public static string? Promise(Language language, string text)
    {
        var found = Forbidden(language).Match(text);
        return found.Success ? found.Value : null;
    }

    private static Regex Forbidden(Language language) => language switch
    {
        Language.De => German(),
        Language.Es => Spanish(),
        Language.Fr => French(),
        Language.Da => Danish(),
        Language.En => English(),
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "The language has no words that promise treatment."),
    };

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 1000;

    // "Fix" and "push back" only where they are done to a part of the body: hands are fixed and bodies pushed back to standing.
    [GeneratedRegex(
        @"\b(cur(e|es|ed|ing)|heal(s|ed|ing)?|treat(s|ed|ing|ments?)?|prescri(be|bes|bed|bing|ption|ptions)|guarantee(s|d)?|restor(e|es|ed|ing|ation)|miracles?|pain-free|(fix(es|ed)?|push(es|ed)? back) (your|the|a) (back|neck|discs?|posture|pain|shoulders?)|your (herniated|slipped|bulging|worn) discs?)\b",
        Options, Timeout)]
    private static partial Regex English();

    [GeneratedRegex(@"\b(heil(t|en|te|end(e[rsnm]?)?|ung)|geheilt|kurier(t|en)|garantier(t|te[rsnm]?|en)|verschreib(t|en)|verschrieben|schmerzfrei(e[rsnm]?)?|Wunder(mittel)?)\b", Options, Timeout)]
    private static partial Regex German();

    [GeneratedRegex(@"\b(cura(r|n|rá|d[oa]s?)?|curación|sanar?|garantiza(r|n|d[oa]s?)?|prescrib(e|ir|en)|milagro(s|s[oa]s?)?)\b", Options, Timeout)]
    private static partial Regex Spanish();

    [GeneratedRegex(@"\b(guéri(e?s?|r|t|son|ssent)|garanti(t|r|ssent|es?)?|prescri(re|t|vent|ption)|miracles?)\b", Options, Timeout)]
    private static partial Regex French();

    [GeneratedRegex(@"\b(helbrede(r|s|lse)?|helbredt|kurere[rst]?|garantere[rst]?|ordinere[rst]?|smertefri|mirakel)\b", Options, Timeout)]
    private static partial Regex Danish();
}
