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

    // By normalized token. Tokens with digits are terms and only stand among those.
    private readonly ConcurrentDictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> terms = new(StringComparer.Ordinal);
    // The terms of words beyond ASCII by the ways in which they are also spelled.
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<int, bool>> spellings = new(StringComparer.Ordinal);
    private int count;

    /// <summary>The number of a token's term, <see cref="StopWord"/> or <see cref="Unknown"/>.</summary>
    public int Find(ReadOnlySpan<char> token, bool isWord)
    {
        if (token.Length > Analyzer.MaxTokenLength)
            return Unknown;
        Span<char> buffer = stackalloc char[Analyzer.MaxTokenLength];
        var normalized = Normalize(token, buffer);
        if ((isWord ? words : terms).GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(normalized, out var term))
            return term;
        // Another form of the word may occur.
        return !isWord ? Unknown : analyzer.TermOf(normalized.ToString()) is { } text ? terms.GetValueOrDefault(text, Unknown) : StopWord;
    }

    /// <summary>The number of a token's term, <see cref="StopWord"/> or <see cref="Unknown"/>.</summary>
    public int Find(string token) => Find(token, token.All(char.IsLetter));

    /// <summary>The terms of words that people also spell like this one, such as "rücken" for "ruecken" and "épaule" for "epaule"; not its own.</summary>
    public IReadOnlyList<int> FindSpelledLike(string token)
    {
        if (token.Length > Analyzer.MaxTokenLength || !token.All(char.IsLetter))
            return [];
        var normalized = Folding.Normalized(token);
        var own = Find(normalized);
        if (own is StopWord)
            return [];
        var forms = Folding.Forms(normalized).Concat(analyzer.TermOf(normalized) is { } stem ? Folding.Forms(stem) : []);
        return [.. forms.Distinct().SelectMany(form => spellings.TryGetValue(form, out var numbers) ? numbers.Keys : []).Where(number => number != own).Distinct()];
    }

    /// <summary>The words that a compound is made of and that occur; empty when it is none, or its language has none.</summary>
    public IReadOnlyList<string> PartsOf(string token) =>
        Compounds.PartsOf(Folding.Normalized(token), analyzer.Language, part => Find(part) >= 0 || FindSpelledLike(part).Count > 0) ?? [];

    /// <summary>
    /// The number of the term of a token in a document, or <see cref="StopWord"/>. A term that is new gets the next number.
    /// </summary>
    /// <param name="token">The token.</param>
    /// <param name="isWord">Whether it consists of letters only.</param>
    /// <param name="word">The normalized token if it is a word; one string for all occurrences.</param>
    public int GetOrAdd(ReadOnlySpan<char> token, bool isWord, out string? word)
    {
        word = null;
        if (token.Length > Analyzer.MaxTokenLength)
            return StopWord;
        Span<char> buffer = stackalloc char[Analyzer.MaxTokenLength];
        var normalized = Normalize(token, buffer);
        if ((isWord ? words : terms).GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(normalized, out word, out var term))
            return term;
        word = normalized.ToString();
        var stem = analyzer.TermOf(word);
        var number = stem is null ? StopWord : NumberOf(stem);
        if (!isWord)
            return number;
        words[word] = number;
        if (stem is not null)
            AddSpellings(word, stem, number);
        return number;
    }

    /// <summary>The terms of all words that begin with a normalized prefix, in one of their spellings.</summary>
    public IReadOnlySet<int> WithPrefix(string prefix) =>
        words.Concat(terms).Where(entry => entry.Value >= 0 && entry.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(entry => entry.Value)
            .Concat(spellings.Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal)).SelectMany(entry => entry.Value.Keys)).ToHashSet();

    // An ASCII word is found as it is.
    private void AddSpellings(string word, string stem, int number)
    {
        if (System.Text.Ascii.IsValid(word))
            return;
        foreach (var form in Folding.Forms(word).Concat(Folding.Forms(stem)))
            spellings.GetOrAdd(form, static _ => new())[number] = true;
    }

    private static ReadOnlySpan<char> Normalize(ReadOnlySpan<char> token, Span<char> buffer)
    {
        if (!System.Text.Ascii.IsValid(token))
            return Folding.Normalized(token);
        return buffer[..token.ToLowerInvariant(buffer)];
    }

    private int NumberOf(string term) => terms.TryGetValue(term, out var number) ? number : terms[term] = count++;
}
