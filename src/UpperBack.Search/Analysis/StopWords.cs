using UpperBack.Content.Documents;

namespace UpperBack.Search.Analysis;

/// <summary>Words such as "the" that are too frequent to search for.</summary>
internal static class StopWords
{
    /// <summary>The stop words of a language, in lower case.</summary>
    public static IReadOnlySet<string> Of(Language language)
    {
        using var stream = typeof(StopWords).Assembly.GetManifestResourceStream($"{DocumentJson.NameOf(language.ToString())}.txt")!;
        using var reader = new StreamReader(stream);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
                words.UnionWith(line.Split(' '));
        }

        return words;
    }
}
