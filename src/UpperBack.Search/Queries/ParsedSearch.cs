using System.Text.RegularExpressions;
using UpperBack.Search.Analysis;

namespace UpperBack.Search.Queries;

/// <summary>
/// A search in the syntax of web search engines: words that must all occur, "phrases in quotes", "or" between alternatives, a minus
/// before what must not occur, an asterisk after a prefix. Every text is a valid search.
/// </summary>
/// <param name="Alternatives">One of these must match.</param>
/// <param name="Prefixes">For each of these, in lower case, a word that begins with it must occur.</param>
internal sealed partial record ParsedSearch(IReadOnlyList<SearchAlternative> Alternatives, IReadOnlyList<string> Prefixes)
{
    public static ParsedSearch Parse(string search)
    {
        var prefixes = Prefix().Matches(search).Select(match => match.Groups["word"].Value.ToLowerInvariant()).Distinct().ToList();
        var alternatives = new List<SearchAlternative> { new([], []) };
        foreach (Match part in Part().Matches(Prefix().Replace(search, " ")))
        {
            var tokens = TokensIn(part.Groups["text"].Value);
            if (part.Groups["text"].Value.Equals("or", StringComparison.OrdinalIgnoreCase) && !part.Groups["quote"].Success)
                alternatives.Add(new([], []));
            else if (tokens.Count > 0)
                Add(alternatives[^1], tokens, isPhrase: part.Groups["quote"].Success, isExcluded: part.Groups["not"].Success);
        }

        return new([.. alternatives.Where(alternative => alternative.Required.Count + alternative.Excluded.Count > 0)], prefixes);
    }

    // The parts of a word with a hyphen or slash need not be adjacent: "upper-back" also finds "back, upper".
    private static void Add(SearchAlternative alternative, List<string> tokens, bool isPhrase, bool isExcluded)
    {
        var target = isExcluded ? alternative.Excluded : alternative.Required;
        if (isPhrase || isExcluded)
            target.Add(tokens);
        else
            tokens.ForEach(token => target.Add([token]));
    }

    private static List<string> TokensIn(string text)
    {
        var tokens = new List<string>();
        foreach (var token in new Tokenizer(text))
            tokens.Add(token.ToString().ToLowerInvariant());
        return tokens;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 1000;

    // A quote that is not closed extends to the end.
    [GeneratedRegex("(?<not>(?<!\\S)-+(?=[\\p{L}\\p{N}\"]))?((?<quote>\")(?<text>[^\"]*)(\"|$)|(?<text>[^\\s\"]+))", Options, Timeout)]
    private static partial Regex Part();

    [GeneratedRegex(@"(?<word>[\p{L}\p{N}]{2,})\*", Options, Timeout)]
    private static partial Regex Prefix();
}

/// <summary>Phrases that must occur and phrases that must not. A phrase is one token or several adjacent ones, in lower case.</summary>
internal sealed record SearchAlternative(List<IReadOnlyList<string>> Required, List<IReadOnlyList<string>> Excluded);
