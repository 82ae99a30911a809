using UpperBack.Content.Documents;
using UpperBack.Search.Analysis;
using UpperBack.Search.Indexing;

namespace UpperBack.Search.Queries;

/// <summary>A search as terms of the reader's language, and as English terms for documents without a translation.</summary>
/// <param name="Language">The language of the reader.</param>
/// <param name="Text">The text of the search.</param>
/// <param name="Own">The terms in the language of the reader.</param>
/// <param name="English">The terms in English.</param>
internal sealed record AnalyzedSearch(Language Language, string Text, TermQuery Own, TermQuery English)
{
    public static AnalyzedSearch Of(string text, CatalogueSnapshot catalogue, Language language)
    {
        text = Folding.NormalizedSearch(text);
        var parsed = ParsedSearch.Parse(text);
        var english = TermQuery.Of(parsed, catalogue.Dictionaries[(int)Language.En]);
        var own = language is Language.En ? english : TermQuery.Of(parsed, catalogue.Dictionaries[(int)language]);
        return new(language, text, own, english);
    }
}
