using UpperBack.Search.Indexing;

namespace UpperBack.Search.Queries;

/// <summary>A search as terms of one language.</summary>
internal sealed class TermQuery
{
    private TermQuery(List<(List<Phrase> Required, List<Phrase> Excluded)> alternatives, List<IReadOnlySet<int>> prefixes)
    {
        (Alternatives, Prefixes) = (alternatives, prefixes);
        var phrases = alternatives.SelectMany(alternative => alternative.Required).ToList();
        var required = phrases.SelectMany(phrase => phrase.Terms).Where(term => term != TermDictionary.StopWord).ToHashSet();
        TermCount = Math.Max(1, required.Count + prefixes.Count);
        Terms = required.Where(term => term >= 0).Concat(prefixes.SelectMany(terms => terms)).ToHashSet();
        Variants = phrases.SelectMany(phrase => phrase.Variants).Except(Terms).ToHashSet();
    }

    /// <summary>One of these must match.</summary>
    public IReadOnlyList<(List<Phrase> Required, List<Phrase> Excluded)> Alternatives { get; }

    /// <summary>For each of these, one of the terms must occur.</summary>
    public IReadOnlyList<IReadOnlySet<int>> Prefixes { get; }

    /// <summary>The terms that contribute to the score of a document and are highlighted.</summary>
    public IReadOnlySet<int> Terms { get; }

    /// <summary>Terms of words that are spelled otherwise; they contribute half, so that what is spelled as in the search comes first.</summary>
    public IReadOnlySet<int> Variants { get; }

    /// <summary>The number of words in the search that the sum of scores is divided by.</summary>
    public int TermCount { get; }

    /// <summary>Looks up the terms of a search.</summary>
    public static TermQuery Of(ParsedSearch search, TermDictionary dictionary)
    {
        var alternatives = search.Alternatives
            .Select(alternative => (Required: Phrases(alternative.Required), Excluded: Phrases(alternative.Excluded)))
            .Where(alternative => alternative.Required.Count + alternative.Excluded.Count > 0).ToList();
        return new(alternatives, [.. search.Prefixes.Select(dictionary.WithPrefix)]);

        // Phrases of stop words alone are ignored.
        List<Phrase> Phrases(List<IReadOnlyList<string>> phrases) =>
            [.. phrases.SelectMany(PhrasesOf).Where(phrase => phrase.Terms.Any(term => term != TermDictionary.StopWord))];

        IEnumerable<Phrase> PhrasesOf(IReadOnlyList<string> tokens)
        {
            if (tokens is not [var token])
                return [new([.. tokens.Select(Nearest)])];
            var (term, variants) = (dictionary.Find(token), dictionary.FindSpelledLike(token));
            // A compound that does not occur means its parts.
            return term is TermDictionary.Unknown && variants.Count == 0 && dictionary.PartsOf(token) is { Count: > 0 } parts
                ? parts.Select(part => new Phrase([dictionary.Find(part)]) { Variants = dictionary.FindSpelledLike(part) })
                : [new([term]) { Variants = variants }];
        }

        // In a phrase each word stands for one term.
        int Nearest(string token) => dictionary.Find(token) is var term and not TermDictionary.Unknown ? term
            : dictionary.FindSpelledLike(token) is [var other, ..] ? other : TermDictionary.Unknown;
    }
}
