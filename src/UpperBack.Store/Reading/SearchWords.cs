using System.Text.RegularExpressions;

namespace UpperBack.Store.Reading;

/// <summary>What a person typed into a search box, made ready for PostgreSQL's web search syntax.</summary>
internal static partial class SearchWords
{
    /// <summary>Words of at least this many letters or digits are worth completing.</summary>
    private const int ShortestPrefix = 2;

    // The stem of a word shares its first letters with all its forms.
    private const int SharedLetters = 4;

    /// <summary>
    /// The words without those that end in an asterisk. Hyphens and slashes within words part them, because "upper-back"
    /// would otherwise only find itself; a minus counts before a word or a quote only, because runs of them exhaust the parser.
    /// </summary>
    public static string Web(string search)
    {
        var parted = Joint().Replace(Prefix().Replace(search, " "), " ");
        return Minus().Replace(parted, match => match.Groups["not"].Success ? "-" : " ");
    }

    /// <summary>The beginnings of words, written with an asterisk behind them, in the syntax of to_tsquery; null when there are none.</summary>
    public static string? Prefixes(string search)
    {
        var prefixes = Prefix().Matches(search).Select(match => $"{match.Groups["word"].Value}:*").ToList();
        return prefixes.Count == 0 ? null : string.Join(" & ", prefixes);
    }

    /// <summary>The words alone, in lower case, each once.</summary>
    public static IReadOnlyList<string> Words(string search) =>
        [.. Word().Matches(search).Select(match => match.Value.ToLowerInvariant()).Where(word => word.Length > 1).Distinct()];

    /// <summary>Patterns for ilike: a text without any of them has none of the words.</summary>
    public static IEnumerable<string> Patterns(string search) =>
        Word().Matches(search).Select(match => $"%{match.Value[..Math.Min(match.Length, SharedLetters)]}%").Distinct();

    /// <summary>The search with some of its words replaced.</summary>
    public static string Replace(string search, IReadOnlyDictionary<string, string> replacements) =>
        Word().Replace(search, match => replacements.GetValueOrDefault(match.Value.ToLowerInvariant(), match.Value));

    /// <summary>The search with its last word taken for the beginning of one, or null when it does not end in a word that is to be found.</summary>
    public static string? Unfinished(string search) =>
        LastWord().Match(search) is { Success: true } last && last.Groups["word"].Length >= ShortestPrefix ? $"{search.TrimEnd()}*" : null;

    /// <summary>A search for any of the words, or null when there is only one or the search says more than words.</summary>
    public static string? AnyOf(string search) =>
        Words(search) is { Count: > 1 } words && !Operator().IsMatch(search) ? string.Join(" or ", words) : null;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 1000;

    [GeneratedRegex(@"[\p{L}\p{N}]+", Options, Timeout)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<word>[\p{L}\p{N}]{2,})\*", Options, Timeout)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"(?<=[\p{L}\p{N}])[-–—/](?=[\p{L}\p{N}])", Options, Timeout)]
    private static partial Regex Joint();

    [GeneratedRegex("(?<not>(?<!\\S)-+(?=[\\p{L}\\p{N}\"]))|-+", Options, Timeout)]
    private static partial Regex Minus();

    [GeneratedRegex(@"(?<![\p{L}\p{N}]|(?<!\S)-)(?<word>[\p{L}\p{N}]+)\s*$", Options, Timeout)]
    private static partial Regex LastWord();

    [GeneratedRegex("[\"*]|(?<!\\S)-|(?i:\\bor\\b)", Options, Timeout)]
    private static partial Regex Operator();
}
