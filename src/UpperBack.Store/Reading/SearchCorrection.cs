using System.Text.RegularExpressions;
using UpperBack.Content;
using UpperBack.Content.Documents;
using UpperBack.Store.Indexing;

namespace UpperBack.Store.Reading;

/// <summary>Finds what a search meant that finds nothing as it was typed.</summary>
internal static partial class SearchCorrection
{
    /// <summary>How many words that share the most letter groups are looked at for the one that was meant: swapped letters share few.</summary>
    private const int Lookalikes = 30;

    private const int MostNames = 3;
    private const double LeastLikeness = 0.5;

    /// <summary>Words of at least this many letters or digits are worth completing.</summary>
    private const int ShortestBeginning = 2;

    /// <summary>
    /// What to search for instead, or null when the search finds something or nothing better is known. In this order:
    /// the last word taken for the beginning of one, misspelt words replaced by the nearest name, both, any of the words.
    /// </summary>
    public static async Task<string?> OfAsync(
        Database database, WordForms forms, IndexedCatalogue catalogue, IReadOnlyList<string> collections, Language language, string search, CancellationToken cancellationToken)
    {
        var spelt = await SpeltAsync(database, language, search, cancellationToken);
        string?[] alternatives = [search, Unfinished(search), spelt, Unfinished(spelt ?? search), AnyOf(spelt ?? search)];
        foreach (var candidate in alternatives.OfType<string>().Distinct())
        {
            var terms = await forms.LookUpAsync(catalogue, language, candidate, cancellationToken);
            if (collections.Any(collection => IsFound(catalogue[collection], terms)))
                return candidate == search ? null : candidate;
        }

        return null;
    }

    /// <summary>Up to three names that look like the search, most alike first.</summary>
    public static IReadOnlyList<string> NamesLike(IndexedCatalogue catalogue, IReadOnlyList<string> collections, Language language, string search)
    {
        if (Words(search).All(word => word.Length < 3))
            return [];
        var letters = new SoughtLetters(search);
        var names = new Dictionary<string, double>();
        foreach (var collection in collections.Select(name => catalogue[name]))
        {
            var (own, english) = (collection.Index.Words(language), collection.Index.Words(Language.En));
            foreach (var place in collection.Live)
            {
                var words = own.Letters.Find(place) is null ? english : own;
                // How much of the search stands in the name, however long the name is. The sketch rules most names out.
                if (letters.MostSharedWith(words.Sketches[place]) > LeastLikeness * letters.Count && (double)letters.SharedWith(words.Letters[place]) / letters.Count is var likeness and > LeastLikeness)
                    names[words.Names[place]] = likeness;
            }
        }

        return [.. names.OrderByDescending(name => name.Value).ThenBy(name => name.Key, StringComparer.Ordinal).Take(MostNames).Select(name => name.Key)];
    }

    private static bool IsFound(IndexedCollection collection, SearchTerms search)
    {
        using var matches = new CollectionSearch(collection, search).Matches();
        return matches.Count > 0;
    }

    // Only words of names and aliases stand in for another: they are what people look for, and few enough not to be hit by chance.
    private static async Task<string?> SpeltAsync(Database database, Language language, string search, CancellationToken cancellationToken)
    {
        var sql = new Sql();
        // English words count in every language: documents that are not translated are found by them.
        var languages = sql.Texts([SearchLanguage.Code(Language.En), SearchLanguage.Code(language)]);
        await using var command = sql.Add($"""
            select w.word, array(
                select v.word from vocabulary v where v.language = any({languages}) and v.is_name and v.lexeme is not null and length(v.word) > 2
                order by v.word <-> w.word, v.word limit {sql.Integer(Lookalikes)})
            from unnest({sql.Texts(Words(search))}) w (word)
            where not exists (
                select from vocabulary v where v.language = any({languages})
                and (v.word = w.word or v.lexeme = (ts_lexize('{SearchLanguage.Configuration(language)}_stem', w.word))[1]))
            """).ToCommand(database);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var unknown = await reader.AllAsync(row => (Word: row.GetString(0), Meant: Nearest.Meant(row.GetString(0), row.GetFieldValue<string[]>(1))), cancellationToken);
        var meant = unknown.Where(word => word.Meant is not null).ToDictionary(word => word.Word, word => word.Meant!);
        return meant.Count == 0 ? null : Word().Replace(search, match => meant.GetValueOrDefault(match.Value.ToLowerInvariant(), match.Value));
    }

    private static List<string> Words(string search) =>
        [.. Word().Matches(search).Select(match => match.Value.ToLowerInvariant()).Where(word => word.Length > 1).Distinct()];

    // The search with its last word taken for the beginning of one, or null when it does not end in a word that is to be found.
    private static string? Unfinished(string search) =>
        LastWord().Match(search) is { Success: true } last && last.Groups["word"].Length >= ShortestBeginning ? $"{search.TrimEnd()}*" : null;

    // A search for any of the words, or null when there is only one or the search says more than words.
    private static string? AnyOf(string search) =>
        Words(search) is { Count: > 1 } words && !Operator().IsMatch(search) ? string.Join(" or ", words) : null;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 1000;

    [GeneratedRegex(@"[\p{L}\p{N}]+", Options, Timeout)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<![\p{L}\p{N}]|(?<!\S)-)(?<word>[\p{L}\p{N}]+)\s*$", Options, Timeout)]
    private static partial Regex LastWord();

    [GeneratedRegex("[\"*]|(?<!\\S)-|(?i:\\bor\\b)", Options, Timeout)]
    private static partial Regex Operator();
}
