using System.Buffers;
using System.Text;
using System.Text.Json;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Indexing;

/// <summary>Shows where a search was found: the parts of a document's texts that match, escaped so that they can be shown as HTML, the matches in mark elements.</summary>
internal static class Highlights
{
    // A line longer than this is cut around the first match.
    private const int MostWords = 20;
    private const int WordsBefore = 5;

    /// <summary>A JSON object of the fields that match. Null when none does by the letter.</summary>
    /// <param name="index">The document's index as it is stored.</param>
    /// <param name="search">What was searched for.</param>
    /// <param name="lexicon">The words of the language of the texts.</param>
    public static byte[]? Of(ReadOnlyMemory<byte> index, SearchLexemes search, Lexicon lexicon)
    {
        using var document = JsonDocument.Parse(index);
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, new() { Encoder = DocumentJson.Compact.Encoder });
        json.WriteStartObject();
        var isFound = false;
        foreach (var text in CollectionIndex.Texts(document.RootElement))
        {
            var lines = text.Text.Split('\n').Select(line => Marked(line, search, lexicon)).OfType<string>().ToList();
            if (lines.Count == 0)
                continue;
            json.WriteString(text.Field, string.Join(" … ", lines));
            isFound = true;
        }

        json.WriteEndObject();
        json.Flush();
        return isFound ? buffer.WrittenSpan.ToArray() : null;
    }

    private static string? Marked(string line, SearchLexemes search, Lexicon lexicon)
    {
        var words = new List<(int Start, int End, bool IsMatch)>();
        var parts = new TextWords(line);
        while (parts.MoveNext())
            words.Add((parts.Start, parts.Start + parts.Current.Length, search.Wanted.Contains(lexicon.Find(parts.Current, parts.IsPlain))));
        var first = words.FindIndex(word => word.IsMatch);
        if (first < 0)
            return null;

        var from = Math.Clamp(first - WordsBefore, 0, Math.Max(0, words.Count - MostWords));
        var to = Math.Min(words.Count, from + MostWords);
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
