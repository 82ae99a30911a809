using UpperBack.Search.Indexing;

namespace UpperBack.Search.Queries;

/// <summary>A search as terms of one language.</summary>
internal sealed class TermQuery
{
    private TermQuery(List<(List<Phrase> Required, List<Phrase> Excluded)> alternatives, List<IReadOnlySet<int>> prefixes)
    {
        (Alternatives, Prefixes) = (alternatives, prefixes);
        var required = alternatives.SelectMany(alternative => alternative.Required).SelectMany(phrase => phrase.Terms)
            .Where(term => term != TermDictionary.StopWord).ToHashSet();
        TermCount = Math.Max(1, required.Count + prefixes.Count);
        Terms = required.Where(term => term >= 0).Concat(prefixes.SelectMany(terms => terms)).ToHashSet();
    }

    /// <summary>One of these must match.</summary>
    public IReadOnlyList<(List<Phrase> Required, List<Phrase> Excluded)> Alternatives { get; }

    /// <summary>For each of these, one of the terms must occur.</summary>
    public IReadOnlyList<IReadOnlySet<int>> Prefixes { get; }

    /// <summary>The terms that contribute to the score of a document and are highlighted.</summary>
    public IReadOnlySet<int> Terms { get; }

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
            [.. phrases.Select(tokens => new Phrase([.. tokens.Select(dictionary.Find)]))
                .Where(phrase => phrase.Terms.Any(term => term != TermDictionary.StopWord))];
    }
}
