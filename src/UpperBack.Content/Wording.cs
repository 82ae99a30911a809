using System.Text.RegularExpressions;
using UpperBack.Content.Documents;

namespace UpperBack.Content;

/// <summary>Finds what no text of the catalogue may hold: claims that promise treatment, and markup.</summary>
public static partial class Wording
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 1000;

    // What a claim in English is about; other words after "treat" or "restore" make no claim.
    private const string Body = @"(?=\s+([\w-]+\s+){0,4}?(it|you|pain|aches?|back|neck|spine|posture|discs?|shoulders?|muscles?|joints?|injur(y|ies)|health|nerves?|headaches?|sciatica|arthritis)\b)";

    // "Does not cure" and "until it has healed" claim nothing. Looks back within the sentence.
    private const string English = @"(?<!(\b(not|no|never|nothing|nobody|neither|nor|cannot|without|until|unless|whether)|n['’]t)\b[^.!?;\n]{0,40})";
    private const string EnglishPast = @"(?<!\b(once|when|after|before|if|has|have|had)\b[^.!?;\n]{0,40})";
    private const string German = @"(?<!\b(nicht|kein\w*|nie|niemals|ohne|weder|ob|bis|nach|während|sobald|wenn)\b[^.!?;\n]{0,40})";
    private const string GermanAfter = @"(?!\s+(\w+\s+){0,3}?(nicht|kein\w*|nie|niemals)\b)";
    private const string Spanish = @"(?<!\b(no|nunca|ni|sin|hasta|nada)\b[^.!?;\n]{0,40})";
    private const string French = @"(?<!(\b(ne|jamais|sans|ni|aucune?|pas)\b|\bn['’]|\bjusqu)[^.!?;\n]{0,40})";
    private const string Danish = @"(?<!\b(ikke|aldrig|ingen|intet|uden|indtil|hverken|om)\b[^.!?;\n]{0,40})";
    private const string DanishAfter = @"(?!\s+(\w+\s+){0,3}?(ikke|aldrig|ingen|intet)\b)";

    /// <summary>The first claim of the text that promises treatment, in the words of the text, or null.</summary>
    public static string? Promise(Language language, string text) => Found(Claims(language), text);

    /// <summary>The first tag or comment of HTML or XML in the text, or null. A sign such as in "less than (&lt;) 5 kg" is none.</summary>
    public static string? Markup(string text) => text.Contains('<', StringComparison.Ordinal) ? Found(Tag(), text) : null;

    private static string? Found(Regex pattern, string text) => pattern.Match(text) is { Success: true } match ? match.Value : null;

    private static Regex Claims(Language language) => language switch
    {
        Language.De => GermanClaims(),
        Language.Es => SpanishClaims(),
        Language.Fr => FrenchClaims(),
        Language.Da => DanishClaims(),
        Language.En => EnglishClaims(),
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "The language has no words that promise treatment."),
    };

    // "Fix" and "push back" only where they are done to a part of the body: hands are fixed and bodies pushed back to standing.
    [GeneratedRegex(
        English + @"\b(cur(e|es|ing)|heals?|" + EnglishPast + @"(cured|healed)|treats?" + Body + @"|(?<=\b(is|are|be|gets?)\s)treated(?=\s(by|with)\b)|(?<=\b(we|i)\s)prescribe"
            + @"|guarantee(s|d)?|restores?" + Body + @"|miracles?|pain-free(?!\s+(range|movements?|motion|limits?|arc|part|way|days?))"
            + @"|(fix(es|ed)?|push(es|ed)? back) (your|the|a) (back|neck|discs?|posture|pain|shoulders?)|your (herniated|slipped|bulging|worn) discs?)\b",
        Options, Timeout)]
    private static partial Regex EnglishClaims();

    [GeneratedRegex(
        German + @"\b(heil(t|en|te|end(e[rsnm]?)?|ung)|geheilt|kurier(t|en)|garantier(t|te[rsnm]?|en)|(?<=\bwir\s)verschreiben"
            + @"|schmerzfrei(e[rsnm]?)?(?!\s+(Bereich|Bewegung|Bewegungen|Bewegungsumfang|Umfang|Ausmaß))|Wunder(mittel)?)\b" + GermanAfter,
        Options, Timeout)]
    private static partial Regex GermanClaims();

    [GeneratedRegex(Spanish + @"\b(cura(r|n|rá|d[oa]s?)?|curación|sanar?|garantiza(r|n|d[oa]s?)?|prescribimos|milagro(s|s[oa]s?)?)\b", Options, Timeout)]
    private static partial Regex SpanishClaims();

    [GeneratedRegex(French + @"\b(guéri(e?s?|r|t|son|ssent)|garanti(t|r|ssent|es?)?|prescrivons|miracles?)\b", Options, Timeout)]
    private static partial Regex FrenchClaims();

    [GeneratedRegex(
        Danish + @"\b(helbrede(r|s|lse)?|helbredt|kurere[rst]?|garantere[rst]?|(?<=\bvi\s)ordinerer|smertefri(?!t?\s+(bevægelse|område))|mirakel)\b" + DanishAfter, Options, Timeout)]
    private static partial Regex DanishClaims();

    [GeneratedRegex(@"</?[a-z][a-z0-9:-]*(\s+[\w:-]+\s*=\s*(""[^""]*""|'[^']*'|[^\s<>]+))*\s*/?>|<!--|<!\[CDATA\[", Options, Timeout)]
    private static partial Regex Tag();
}
