using System.Text.RegularExpressions;
using UpperBack.Content;
using UpperBack.Content.Documents;
using UpperBack.Search.Analysis;
using UpperBack.Search.Indexing;
using UpperBack.Search.Queries;

namespace UpperBack.Search.Spelling;

/// <summary>Finds an alternative for a search without matches.</summary>
internal static partial class SearchCorrection
{
    // Transposed letters share few trigrams, so that the intended word need not be the most similar one.
    private const int MaxCandidates = 30;

    private const int MaxNames = 3;
    private const double MinSimilarity = 0.5;
    private const int MinPrefixLength = 2;

    /// <summary>
    /// An alternative that has matches; null when the search itself has some or no alternative has. In this order: the last word
    /// as a prefix, misspelt words replaced by words of names, both, any of the words.
    /// </summary>
    public static string? Find(CatalogueSnapshot catalogue, IReadOnlyList<string> collections, Language language, string search)
    {
        search = Folding.NormalizedSearch(search);
        var respelt = Respell(new(catalogue, language), search);
        string?[] alternatives =
            [search, WithLastWordAsPrefix(search), respelt, WithLastWordAsPrefix(respelt ?? search), AnyWordOf(respelt ?? search)];
        foreach (var alternative in alternatives.OfType<string>().Distinct())
        {
            var analyzed = AnalyzedSearch.Of(alternative, catalogue, language);
            if (collections.Any(collection => new CollectionSearcher(catalogue[collection], analyzed).HasMatches()))
                return alternative == search ? null : alternative;
        }

        return null;
    }

    /// <summary>Up to three names of documents that contain most of the search, most similar first.</summary>
    public static IReadOnlyList<string> NamesLike(
        CatalogueSnapshot catalogue, IReadOnlyList<string> collections, Language language, string search)
    {
        search = Folding.NormalizedSearch(search);
        if (Words(search).All(word => word.Length < 3))
            return [];
        var trigrams = new TrigramQuery(search);
        var names = new Dictionary<string, double>();
        foreach (var collection in collections.Select(name => catalogue[name]))
        {
            var (own, english) = (collection.Index.Texts(language), collection.Index.Texts(Language.En));
            foreach (var docId in collection.LiveDocs)
            {
                var texts = own.Names.Find(docId) is null ? english : own;
                // The part of the search that the name contains, however long the name is. The signature rules most names out.
                if (trigrams.MaxCommon(texts.NameSignatures[docId]) > MinSimilarity * trigrams.Count
                    && trigrams.ContainedIn(texts.NameTrigrams[docId]) is > MinSimilarity and var similarity)
                    names[texts.Names[docId]] = similarity;
            }
        }

        var sorted = names.OrderByDescending(name => name.Value).ThenBy(name => name.Key, StringComparer.Ordinal);
        return [.. sorted.Take(MaxNames).Select(name => name.Key)];
    }

    // Only words of names and aliases replace others: they are what people look for, and few enough to be rarely hit by chance.
    private static string? Respell(Vocabulary vocabulary, string search)
    {
        var replacements = Words(search).Where(word => !vocabulary.Contains(word))
            .Select(word => (Word: word, Meant: Nearest.Meant(word, vocabulary.NameWordsLike(word, MaxCandidates))))
            .Where(word => word.Meant is not null).ToDictionary(word => word.Word, word => word.Meant!);
        return replacements.Count == 0
            ? null
            : Word().Replace(search, match => replacements.GetValueOrDefault(match.Value.ToLowerInvariant(), match.Value));
    }

    private static List<string> Words(string search) =>
        [.. Word().Matches(search).Select(match => match.Value.ToLowerInvariant()).Where(word => word.Length > 1).Distinct()];

    // Null when the search does not end in a word that is to be found.
    private static string? WithLastWordAsPrefix(string search) =>
        LastWord().Match(search) is { Success: true } last && last.Groups["word"].Length >= MinPrefixLength ? $"{search.TrimEnd()}*" : null;

    // Null when there is only one word or the search has operators.
    private static string? AnyWordOf(string search) =>
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
