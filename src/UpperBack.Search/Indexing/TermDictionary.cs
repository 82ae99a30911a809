using System.Collections.Concurrent;
using UpperBack.Search.Analysis;

namespace UpperBack.Search.Indexing;

/// <summary>Numbers the terms of one language, and keeps the result of the analysis of each word that occurs in a document.</summary>
internal sealed class TermDictionary(Analyzer analyzer)
{
    /// <summary>Stands for a word such as "the" that is not searched for.</summary>
    public const int StopWord = -1;

    /// <summary>Stands for a term that does not occur.</summary>
    public const int Unknown = -2;

    // By token in lower case. Tokens with digits are terms and only stand among those.
    private readonly ConcurrentDictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> terms = new(StringComparer.Ordinal);
    private int count;

    /// <summary>The number of a token's term, <see cref="StopWord"/> or <see cref="Unknown"/>.</summary>
    public int Find(ReadOnlySpan<char> token, bool isWord)
    {
        if (token.Length > Analyzer.MaxTokenLength)
            return Unknown;
        Span<char> lower = stackalloc char[Analyzer.MaxTokenLength];
        lower = lower[..token.ToLowerInvariant(lower)];
        if ((isWord ? words : terms).GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out var term))
            return term;
        // Another form of the word may occur.
        return !isWord ? Unknown : analyzer.TermOf(lower.ToString()) is { } text ? terms.GetValueOrDefault(text, Unknown) : StopWord;
    }

    /// <summary>The number of a token's term, <see cref="StopWord"/> or <see cref="Unknown"/>.</summary>
    public int Find(string token) => Find(token, token.All(char.IsLetter));

    /// <summary>
    /// The number of the term of a token in a document, or <see cref="StopWord"/>. A term that is new gets the next number.
    /// </summary>
    /// <param name="token">The token.</param>
    /// <param name="isWord">Whether it consists of letters only.</param>
    /// <param name="word">The token in lower case if it is a word; one string for all occurrences.</param>
    public int GetOrAdd(ReadOnlySpan<char> token, bool isWord, out string? word)
    {
        word = null;
        if (token.Length > Analyzer.MaxTokenLength)
            return StopWord;
        Span<char> lower = stackalloc char[Analyzer.MaxTokenLength];
        lower = lower[..token.ToLowerInvariant(lower)];
        if ((isWord ? words : terms).GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out word, out var term))
            return term;
        word = lower.ToString();
        var number = analyzer.TermOf(word) is { } text ? NumberOf(text) : StopWord;
        if (isWord)
            words[word] = number;
        return number;
    }

    /// <summary>The terms of all words that begin with a prefix in lower case.</summary>
    public IReadOnlySet<int> WithPrefix(string prefix) =>
        words.Concat(terms).Where(entry => entry.Value >= 0 && entry.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(entry => entry.Value).ToHashSet();

    private int NumberOf(string term) => terms.TryGetValue(term, out var number) ? number : terms[term] = count++;
}
