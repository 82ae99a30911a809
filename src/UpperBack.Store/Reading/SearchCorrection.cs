using UpperBack.Content;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Reading;

/// <summary>Finds what a search meant that finds nothing as it was typed.</summary>
internal static class SearchCorrection
{
    /// <summary>
    /// What to search for instead, or null when the search finds something or nothing better is known. In this order:
    /// the last word taken for the beginning of one, misspelt words replaced by the nearest name, both, any of the words.
    /// </summary>
    public static async Task<string?> OfAsync(Database database, IReadOnlyList<string> collections, Language language, string search, CancellationToken cancellationToken)
    {
        var spelt = await SpeltAsync(database, language, search, cancellationToken);
        string?[] alternatives = [search, SearchWords.Unfinished(search), spelt, SearchWords.Unfinished(spelt ?? search), SearchWords.AnyOf(spelt ?? search)];
        var candidates = alternatives.OfType<string>().Distinct().ToList();
        await using var batch = database.DataSource.CreateBatch();
        foreach (var candidate in candidates)
        {
            var sql = new Sql();
            var texts = new ReaderTexts(language);
            batch.BatchCommands.Add(sql.Add($"select exists (select from entries e{texts.Join(sql, "e")} where e.collection = any({sql.Texts(collections)}) and {texts.Matches(sql, candidate)})").ToCommand());
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        foreach (var candidate in candidates)
        {
            var found = (await reader.AllAsync(row => row.GetBoolean(0), cancellationToken))[0];
            if (found)
                return candidate == search ? null : candidate;
            await reader.NextResultAsync(cancellationToken);
        }

        return null;
    }

    /// <summary>Up to three names that look like the search.</summary>
    public static async Task<IReadOnlyList<string>> NamesLikeAsync(Database database, IReadOnlyList<string> collections, string search, CancellationToken cancellationToken)
    {
        if (SearchWords.Words(search).All(word => word.Length < 3))
            return [];
        var sql = new Sql();
        sql.Add($"""
            select name from entries where collection = any({sql.Texts(collections)}) and word_similarity({sql.Text(search)}, name) > 0.5
            group by name order by max(word_similarity({sql.Text(search)}, name)) desc, name limit 3
            """);
        await using var batch = database.DataSource.CreateBatch();
        batch.BatchCommands.Add(sql.ToCommand());
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(row => row.GetString(0), cancellationToken);
    }

    // Only words of names and aliases stand in for another: they are what people look for, and few enough not to be hit by chance.
    private static async Task<string?> SpeltAsync(Database database, Language language, string search, CancellationToken cancellationToken)
    {
        var sql = new Sql();
        // English words count in every language: documents that are not translated are found by them.
        var languages = sql.Texts([SearchLanguage.Code(Language.En), SearchLanguage.Code(language)]);
        sql.Add($"""
            select w.word, array(
                select v.word from vocabulary v where v.language = any({languages}) and v.is_name and v.lexeme is not null
                order by v.word <-> w.word, v.word limit {sql.Integer(PageCommands.Lookalikes)})
            from unnest({sql.Texts(SearchWords.Words(search))}) w (word)
            where not exists (
                select from vocabulary v where v.language = any({languages})
                and (v.word = w.word or v.lexeme = (ts_lexize('{SearchLanguage.Configuration(language)}_stem', w.word))[1]))
            """);
        await using var batch = database.DataSource.CreateBatch();
        batch.BatchCommands.Add(sql.ToCommand());
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var unknown = await reader.AllAsync(row => (Word: row.GetString(0), Meant: Nearest.Meant(row.GetString(0), row.GetFieldValue<string[]>(1))), cancellationToken);
        var meant = unknown.Where(word => word.Meant is not null).ToDictionary(word => word.Word, word => word.Meant!);
        return meant.Count == 0 ? null : SearchWords.Replace(search, meant);
    }
}
