using System.Buffers;
using System.Text;
using System.Text.Json;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Search.Analysis;
using UpperBack.Search.Indexing;

namespace UpperBack.Search.Queries;

/// <summary>Marks the matches of a search in the texts of documents.</summary>
public sealed class Highlighter
{
    // A longer line is cut around its first match.
    private const int MaxWords = 20;
    private const int WordsBefore = 5;

    private readonly AnalyzedSearch search;
    private readonly CatalogueSnapshot catalogue;

    internal Highlighter(AnalyzedSearch search, CatalogueSnapshot catalogue) => (this.search, this.catalogue) = (search, catalogue);

    /// <summary>
    /// A JSON object with the lines that match, by field: escaped for HTML, the matches in mark elements. Null when no line contains a
    /// term.
    /// </summary>
    /// <param name="texts">The searched texts of a document.</param>
    /// <param name="isTranslated">Whether they are in the language of the reader; otherwise they are in English.</param>
    public byte[]? Highlight(IReadOnlyList<SearchedText> texts, bool isTranslated)
    {
        var (query, dictionary) = isTranslated
            ? (search.Own, catalogue.Dictionaries[(int)search.Language])
            : (search.English, catalogue.Dictionaries[(int)Language.En]);
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, new() { Encoder = DocumentJson.Compact.Encoder });
        json.WriteStartObject();
        var hasMatches = false;
        foreach (var text in texts)
        {
            var lines = text.Text.Split('\n').Select(line => Mark(line, query, dictionary)).OfType<string>().ToList();
            if (lines.Count == 0)
                continue;
            json.WriteString(text.Field, string.Join(" … ", lines));
            hasMatches = true;
        }

        json.WriteEndObject();
        json.Flush();
        return hasMatches ? buffer.WrittenSpan.ToArray() : null;
    }

    private static string? Mark(string line, TermQuery query, TermDictionary dictionary)
    {
        var words = new List<(int Start, int End, bool IsMatch)>();
        var tokens = new Tokenizer(line);
        while (tokens.MoveNext())
        {
            var term = dictionary.Find(tokens.Current, tokens.IsWord);
            words.Add((tokens.Start, tokens.Start + tokens.Current.Length, query.Terms.Contains(term) || query.Variants.Contains(term)));
        }

        var first = words.FindIndex(word => word.IsMatch);
        if (first < 0)
            return null;

        var from = Math.Clamp(first - WordsBefore, 0, Math.Max(0, words.Count - MaxWords));
        var to = Math.Min(words.Count, from + MaxWords);
        var position = from == 0 ? 0 : words[from].Start;
        var marked = new StringBuilder();
        foreach (var (start, end, isMatch) in words[from..to])
        {
            AppendEscaped(marked, line.AsSpan(position..start));
            marked.Append(isMatch ? "<mark>" : "");
            AppendEscaped(marked, line.AsSpan(start..end));
            marked.Append(isMatch ? "</mark>" : "");
            position = end;
        }

        AppendEscaped(marked, to == words.Count ? line.AsSpan(position) : []);
        return marked.ToString();
    }

    private static void AppendEscaped(StringBuilder target, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
            _ = character switch
            {
                '&' => target.Append("&amp;"),
                '<' => target.Append("&lt;"),
                '>' => target.Append("&gt;"),
                _ => target.Append(character),
            };
    }
}
