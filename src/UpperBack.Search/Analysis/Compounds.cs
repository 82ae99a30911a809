using UpperBack.Content.Documents;

namespace UpperBack.Search.Analysis;

/// <summary>Splits the compounds of German and Danish into words that occur.</summary>
internal static class Compounds
{
    private const int ShortestPart = 3;
    private const int MostParts = 4;

    private static readonly string[] German = ["", "s", "es", "n", "en", "er", "e"];
    private static readonly string[] Danish = ["", "s", "e", "es"];

    /// <summary>The parts of a compound, the fewest possible and the first ones as long as possible; null when it does not fall into words that occur.</summary>
    /// <param name="word">The word in lower case.</param>
    /// <param name="language">Its language.</param>
    /// <param name="occurs">Whether a word occurs.</param>
    public static IReadOnlyList<string>? PartsOf(string word, Language language, Func<string, bool> occurs)
    {
        var links = language switch { Language.De => German, Language.Da => Danish, _ => null };
        if (links is null)
            return null;
        for (var count = 2; count <= MostParts; count++)
        {
            if (Split(word, links, occurs, count) is { } parts)
                return parts;
        }

        return null;
    }

    private static IReadOnlyList<string>? Split(string word, string[] links, Func<string, bool> occurs, int count)
    {
        if (count == 1)
            return word.Length >= ShortestPart && occurs(word) ? [word] : null;
        for (var end = word.Length - ShortestPart; end >= ShortestPart; end--)
        {
            if (!occurs(word[..end]))
                continue;
            foreach (var link in links)
            {
                if (string.CompareOrdinal(word, end, link, 0, link.Length) == 0 && Split(word[(end + link.Length)..], links, occurs, count - 1) is { } rest)
                    return [word[..end], .. rest];
            }
        }

        return null;
    }
}
