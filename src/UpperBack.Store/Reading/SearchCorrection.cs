using System.Text.RegularExpressions;
using UpperBack.Content;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Reading;

/// <summary>Finds the words and names that a search meant when it found nothing.</summary>
internal static partial class SearchCorrection
{
    /// <summary>The search with each word that is nowhere in the catalogue replaced by the nearest that is, or null when there is nothing to replace.</summary>
    public static async Task<string?> OfAsync(Database database, Language language, string search, CancellationToken cancellationToken)
    {
        var sql = new Sql();
        var words = Word().Matches(search).Select(match => match.Value.ToLowerInvariant()).Distinct();
        // English words count in every language: documents that are not translated are found by them.
        var languages = sql.Texts([SearchLanguage.Code(Language.En), SearchLanguage.Code(language)]);
        sql.Add($"""
            select w.word, array(
                select v.word from vocabulary v where v.language = any({languages}) order by v.word <-> w.word, v.word limit {sql.Integer(PageCommands.Lookalikes)})
            from unnest({sql.Texts(words)}) w (word)
            where not exists (
                select from vocabulary v where v.language = any({languages})
                and (v.word = w.word or v.lexeme = (ts_lexize('{SearchLanguage.Configuration(language)}_stem', w.word))[1]))
            """);
        await using var batch = database.DataSource.CreateBatch();
        batch.BatchCommands.Add(sql.ToCommand());
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var unknown = await reader.AllAsync(row => (Word: row.GetString(0), Meant: Nearest.Meant(row.GetString(0), row.GetFieldValue<string[]>(1))), cancellationToken);
        var meant = unknown.Where(word => word.Meant is not null).ToDictionary(word => word.Word, word => word.Meant!);
        return meant.Count == 0 ? null : Word().Replace(search, match => meant.GetValueOrDefault(match.Value.ToLowerInvariant(), match.Value));
    }

    /// <summary>Up to three names that look like the search.</summary>
    public static async Task<IReadOnlyList<string>> NamesLikeAsync(Database database, IReadOnlyList<string> collections, string search, CancellationToken cancellationToken)
    {
        var sql = new Sql();
        sql.Add($"""
            select name from entries where collection = any({sql.Texts(collections)}) and word_similarity({sql.Text(search)}, name) > 0.3
            group by name order by max(word_similarity({sql.Text(search)}, name)) desc, name limit 3
            """);
        await using var batch = database.DataSource.CreateBatch();
        batch.BatchCommands.Add(sql.ToCommand());
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(row => row.GetString(0), cancellationToken);
    }

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
