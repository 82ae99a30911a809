using System.Text.RegularExpressions;

namespace UpperBack.Store.Indexing;

/// <summary>
/// What somebody typed into a search box, understood as a web search understands it: words that must all occur, "phrases
/// in quotes", or between alternatives, a minus before what must not occur, an asterisk behind the beginning of a word.
/// Whatever is typed means something.
/// </summary>
/// <param name="Alternatives">One of these must hold.</param>
/// <param name="Beginnings">Words must begin like each of these, in lower case.</param>
internal sealed partial record SearchExpression(IReadOnlyList<SearchAlternative> Alternatives, IReadOnlyList<string> Beginnings)
{
    public static SearchExpression Parse(string search)
    {
        var beginnings = Beginning().Matches(search).Select(match => match.Groups["word"].Value.ToLowerInvariant()).Distinct().ToList();
        var alternatives = new List<SearchAlternative> { new([], []) };
        foreach (Match part in Part().Matches(Beginning().Replace(search, " ")))
        {
            var words = WordsIn(part.Groups["text"].Value);
            if (part.Groups["text"].Value.Equals("or", StringComparison.OrdinalIgnoreCase) && !part.Groups["quote"].Success)
                alternatives.Add(new([], []));
            else if (words.Count > 0)
                Add(alternatives[^1], words, isPhrase: part.Groups["quote"].Success, isForbidden: part.Groups["not"].Success);
        }

        return new([.. alternatives.Where(alternative => alternative.Required.Count + alternative.Forbidden.Count > 0)], beginnings);
    }

    // Words that a hyphen or a slash joins are searched for one by one: "upper-back" would otherwise find only itself.
    private static void Add(SearchAlternative alternative, List<string> words, bool isPhrase, bool isForbidden)
    {
        var target = isForbidden ? alternative.Forbidden : alternative.Required;
        if (isPhrase || isForbidden)
            target.Add(words);
        else
            words.ForEach(word => target.Add([word]));
    }

    private static List<string> WordsIn(string text)
    {
        var words = new List<string>();
        foreach (var word in new TextWords(text))
            words.Add(word.ToString().ToLowerInvariant());
        return words;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 1000;

    // A quote that is not closed reaches to the end.
    [GeneratedRegex("(?<not>(?<!\\S)-+(?=[\\p{L}\\p{N}\"]))?((?<quote>\")(?<text>[^\"]*)(\"|$)|(?<text>[^\\s\"]+))", Options, Timeout)]
    private static partial Regex Part();

    [GeneratedRegex(@"(?<word>[\p{L}\p{N}]{2,})\*", Options, Timeout)]
    private static partial Regex Beginning();
}

/// <summary>One of several things that may hold. Each of its parts is one word, or several that follow one another.</summary>
/// <param name="Required">What must occur.</param>
/// <param name="Forbidden">What must not occur.</param>
internal sealed record SearchAlternative(List<IReadOnlyList<string>> Required, List<IReadOnlyList<string>> Forbidden);
