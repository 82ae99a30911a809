using System.Collections.Concurrent;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Store.Indexing;

/// <summary>What words are forms of that stand in no document. PostgreSQL is asked once for each.</summary>
internal sealed class WordForms(Database database)
{
    // Anybody can ask for any word.
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<(Language Language, string Word), string?> forms = [];

    /// <summary>A search, looked up in the words of a reader's language and in English.</summary>
    public async ValueTask<SearchTerms> LookUpAsync(IndexedCatalogue catalogue, Language language, string text, CancellationToken cancellationToken)
    {
        var search = SearchExpression.Parse(text);
        var english = await LookUpAsync(catalogue, Language.En, search, cancellationToken);
        var own = language is Language.En ? english : await LookUpAsync(catalogue, language, search, cancellationToken);
        return new(language, text, own, english);
    }

    private async ValueTask<SearchLexemes> LookUpAsync(IndexedCatalogue catalogue, Language language, SearchExpression search, CancellationToken cancellationToken)
    {
        var lexicon = catalogue.Lexicons[(int)language];
        var found = new Dictionary<string, string?>();
        var asked = new List<string>();
        foreach (var word in SearchLexemes.Strange(search, lexicon))
        {
            if (forms.TryGetValue((language, word), out var lexeme))
                found[word] = lexeme;
            else
                asked.Add(word);
        }

        if (asked.Count > 0)
        {
            foreach (var (word, lexeme) in await AskAsync(language, asked, cancellationToken))
                found[word] = forms[(language, word)] = lexeme;
        }

        return SearchLexemes.Of(search, lexicon, found);
    }

    private async Task<List<(string Word, string? Lexeme)>> AskAsync(Language language, List<string> words, CancellationToken cancellationToken)
    {
        if (forms.Count + words.Count > MostKept)
            forms.Clear();
        await using var command = database.DataSource.CreateCommand($"select word, (ts_lexize('{SearchLanguage.Configuration(language)}_stem', word))[1] from unnest($1::text[]) w (word)");
        command.Parameters.Add(new() { Value = words.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(row => (row.GetString(0), row.Text(1)), cancellationToken);
    }
}
