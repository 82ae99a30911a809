using UpperBack.Content.Documents;

namespace UpperBack.Search.Analysis;

/// <summary>
/// The text analysis of one language: turns tokens into the terms that are indexed and searched. Documents, queries and
/// corrections use the same. Safe for concurrent use.
/// </summary>
internal sealed class Analyzer
{
    /// <summary>The longest token in characters. Longer ones are neither indexed nor found.</summary>
    public const int MaxTokenLength = 64;

    private static readonly Lazy<Analyzer>[] All =
        [.. Enum.GetValues<Language>().Select(language => new Lazy<Analyzer>(() => new(language)))];

    private readonly IReadOnlySet<string> stopWords;
    private readonly Stemmer stemmer;

    private Analyzer(Language language) => (Language, stopWords, stemmer) = (language, StopWords.Of(language), new(language));

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>The analyzer of a language.</summary>
    public static Analyzer For(Language language) => All[(int)language].Value;

    /// <summary>The term of a normalized token: its stem, the token itself if it contains digits, null if it is a stop word.</summary>
    public string? TermOf(string token) =>
        !token.All(char.IsLetter) ? token : stopWords.Contains(token) ? null : stemmer.Stem(token);
}
