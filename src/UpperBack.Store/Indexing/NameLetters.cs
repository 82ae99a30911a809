namespace UpperBack.Store.Indexing;

/// <summary>
/// The letters of a name in groups of three, as pg_trgm counts them: what a search is held against. The groups are kept as
/// 16-bit digests; that two groups share one is rare and does little harm.
/// </summary>
internal static class NameLetters
{
    private const int SketchBits = 128;

    /// <summary>The groups of a text, each once.</summary>
    public static ushort[] Of(string text)
    {
        var groups = new HashSet<ushort>();
        foreach (var word in new TextWords(text))
            ForEach(word, groups, static (all, group) => all.Add(group));
        return [.. groups];
    }

    /// <summary>A rough picture of some groups, small enough to go through those of a whole catalogue.</summary>
    public static UInt128 Sketch(ReadOnlySpan<ushort> groups)
    {
        var sketch = UInt128.Zero;
        foreach (var group in groups)
            sketch |= UInt128.One << (group % SketchBits);
        return sketch;
    }

    /// <summary>Hands over the groups of a word in order: two blanks stand before it and one behind it, so that its beginning counts more than its end.</summary>
    public static void ForEach<TState>(ReadOnlySpan<char> word, TState state, Action<TState, ushort> take)
    {
        var (first, second) = (' ', ' ');
        foreach (var letter in word)
        {
            var lower = char.ToLowerInvariant(letter);
            take(state, Digest(first, second, lower));
            (first, second) = (second, lower);
        }

        take(state, Digest(first, second, ' '));
    }

    private static ushort Digest(char first, char second, char third)
    {
        var number = (uint)(first * 0x9E3779B1 ^ second * 0x85EBCA77 ^ third * 0xC2B2AE3D);
        return (ushort)(number ^ (number >> 16));
    }
}
