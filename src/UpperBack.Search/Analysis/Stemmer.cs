using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;
using UpperBack.Content.Documents;

namespace UpperBack.Search.Analysis;

/// <summary>Reduces the forms of a word to a common stem with the Snowball algorithm of a language. Safe for concurrent use.</summary>
internal sealed class Stemmer(Language language)
{
    // A program holds the word that it works on.
    private readonly Lock gate = new();

    private readonly SnowballProgram program = language switch
    {
        Language.De => new GermanStemmer(),
        Language.Es => new SpanishStemmer(),
        Language.Fr => new FrenchStemmer(),
        Language.Da => new DanishStemmer(),
        _ => new EnglishStemmer(),
    };

    /// <summary>The stem of a word in lower case; the same string if the word is its own stem.</summary>
    public string Stem(string word)
    {
        string stem;
        lock (gate)
        {
            program.SetCurrent(word);
            program.Stem();
            stem = program.Current;
        }

        // Later versions of the German algorithm reduce "ergebnisse" to "ergebnis"; the one in Lucene keeps the second s.
        if (language is Language.De && stem.EndsWith("niss", StringComparison.Ordinal))
            stem = stem[..^1];
        return stem == word ? word : stem;
    }
}
