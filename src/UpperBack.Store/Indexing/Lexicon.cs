using System.Collections.Concurrent;

namespace UpperBack.Store.Indexing;

/// <summary>
/// The words of one language in the catalogue, and the lexeme that all forms of a word share. PostgreSQL knows the forms;
/// here stands what it said of each word that occurs.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>Longer runs of letters are no words that anybody searches for.</summary>
    public const int LongestWord = 64;

    /// <summary>A little word such as "the", which is not searched for.</summary>
    public const int Little = -1;

    /// <summary>A word that does not occur.</summary>
    public const int Unknown = -2;

    private readonly ConcurrentDictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> lexemes = new(StringComparer.Ordinal);
    private int count;

    /// <summary>Notes what PostgreSQL says of a word, in lower case: its lexeme, or null for a little word.</summary>
    public void Add(string word, string? lexeme) => words[word] = lexeme is null ? Little : Intern(lexeme);

    /// <summary>The lexeme of a word of a text or a search.</summary>
    public int Find(ReadOnlySpan<char> word, bool isPlain)
    {
        if (word.Length > LongestWord)
            return Unknown;
        Span<char> lower = stackalloc char[LongestWord];
        var known = isPlain ? words : lexemes;
        return known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower[..word.ToLowerInvariant(lower)], out var lexeme) ? lexeme : Unknown;
    }

    /// <summary>Notes a word of which nothing is known, such as T4, as a lexeme of its own.</summary>
    public int AddAsItIs(ReadOnlySpan<char> word, bool isPlain)
    {
        if (word.Length > LongestWord)
            return Little;
        var lower = word.ToString().ToLowerInvariant();
        var lexeme = Intern(lower);
        if (isPlain)
            words[lower] = lexeme;
        return lexeme;
    }

    /// <summary>Adds the words of a text, in lower case, that are not known yet and may have forms.</summary>
    public void AddStrange(string text, HashSet<string> strange)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var parts = new TextWords(line);
            while (parts.MoveNext())
            {
                if (parts.IsPlain && parts.Current.Length <= LongestWord && Find(parts.Current, isPlain: true) is Unknown)
                    strange.Add(parts.Current.ToString().ToLowerInvariant());
            }
        }
    }

    /// <summary>The number of a lexeme that occurs, or <see cref="Unknown"/>.</summary>
    public int Find(string lexeme) => lexemes.GetValueOrDefault(lexeme, Unknown);

    /// <summary>The number of a lexeme, which is new if need be.</summary>
    public int Intern(string lexeme) => lexemes.TryGetValue(lexeme, out var number) ? number : lexemes[lexeme] = count++;

    /// <summary>The lexemes of all words that begin like this.</summary>
    public IReadOnlySet<int> Beginning(string prefix) =>
        words.Where(word => word.Value >= 0 && word.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(word => word.Value)
            .Concat(lexemes.Where(lexeme => lexeme.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(lexeme => lexeme.Value)).ToHashSet();
}
