using UpperBack.Content.Documents;
using UpperBack.Search.Indexing;

namespace UpperBack.Search.Spelling;

/// <summary>The words that a reader of a language can find: those of live documents in the language and in English.</summary>
internal sealed class Vocabulary(CatalogueSnapshot catalogue, Language language)
{
    private const int MinCandidateLength = 3;

    private readonly Language[] languages = language is Language.En ? [Language.En] : [Language.En, language];

    /// <summary>Whether a word in lower case is a stop word, or a live document contains it in some form or spelling.</summary>
    public bool Contains(string word) => languages.Any(language =>
    {
        var dictionary = catalogue.Dictionaries[(int)language];
        var term = dictionary.Find(word);
        return term is TermDictionary.StopWord || dictionary.FindSpelledLike(word).Prepend(term).Any(found =>
            catalogue.Collections.Any(collection => Occurs(collection.Index.Texts(language).Find(found), collection.LiveDocs)));
    });

    /// <summary>Words of names and aliases by descending similarity to a word, then by the number of documents.</summary>
    public IReadOnlyList<string> NameWordsLike(string word, int count)
    {
        var trigrams = new TrigramQuery(word);
        var found = new Dictionary<string, (double Similarity, int Frequency)>();
        var texts = languages.SelectMany(
            language => catalogue.Collections, (language, collection) => (collection.Index.Texts(language).NameWords, collection.LiveDocs));
        foreach (var (words, liveDocs) in texts)
        {
            foreach (var (candidate, documents) in words)
            {
                if (candidate.Length >= MinCandidateLength && trigrams.SimilarityTo(candidate) is > 0 and var similarity
                    && documents.CountIn(liveDocs) is > 0 and var frequency)
                    found[candidate] = (similarity, found.GetValueOrDefault(candidate).Frequency + frequency);
            }
        }

        return
        [
            .. found.OrderByDescending(entry => entry.Value.Similarity).ThenByDescending(entry => entry.Value.Frequency)
                .ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(count).Select(entry => entry.Key),
        ];
    }

    private static bool Occurs(PositionalPostings? postings, DocIdSet liveDocs)
    {
        if (postings is null)
            return false;
        for (var reader = postings.Read(); reader.MoveNext();)
        {
            if (liveDocs.Contains(reader.DocId))
                return true;
        }

        return false;
    }
}
