namespace UpperBack.Store.Indexing;

/// <summary>
/// How much a name reads like what was searched for: the share of the groups of three letters that both have, as pg_trgm
/// counts them. The groups are kept as 16-bit digests; that two groups share one is rare and does little harm.
/// </summary>
internal static class NameLetters
{
    private const int Digests = ushort.MaxValue + 1;
    private const int BitsPerWord = 64;

    /// <summary>The groups of a text, each once.</summary>
    public static ushort[] Of(string text)
    {
        var groups = new HashSet<ushort>();
        foreach (var word in new TextWords(text))
        {
            // Two blanks before a word and one behind it, so that its beginning counts more than its end.
            var (first, second) = (' ', ' ');
            foreach (var letter in word)
            {
                var lower = char.ToLowerInvariant(letter);
                groups.Add(Digest(first, second, lower));
                (first, second) = (second, lower);
            }

            groups.Add(Digest(first, second, ' '));
        }

        return [.. groups];
    }

    /// <summary>The groups as bits, to hold many names against.</summary>
    public static ulong[] Bits(ushort[] groups)
    {
        var bits = new ulong[Digests / BitsPerWord];
        foreach (var group in groups)
            bits[group / BitsPerWord] |= 1UL << (group % BitsPerWord);
        return bits;
    }

    /// <summary>How many of the groups of a name are among these.</summary>
    public static int Shared(ulong[] bits, ushort[] name)
    {
        var shared = 0;
        foreach (var group in name)
            shared += (int)(bits[group / BitsPerWord] >> (group % BitsPerWord)) & 1;
        return shared;
    }

    /// <summary>The likeness, 0 to 1: what both share of what either has.</summary>
    public static double Likeness(ulong[] bits, int groups, ushort[] name) =>
        Shared(bits, name) is var shared and > 0 ? (double)shared / (groups + name.Length - shared) : 0;

    /// <summary>The same for a text whose groups have not been kept; one that stands in it several times counts as often.</summary>
    public static double Likeness(ulong[] bits, int groups, string text)
    {
        var (shared, all) = (0, 0);
        foreach (var word in new TextWords(text))
        {
            var (first, second) = (' ', ' ');
            foreach (var letter in word)
            {
                Count(Digest(first, second, letter));
                (first, second) = (second, letter);
            }

            Count(Digest(first, second, ' '));
        }

        return shared > 0 ? (double)shared / (groups + all - shared) : 0;

        void Count(ushort group)
        {
            all++;
            shared += (int)(bits[group / BitsPerWord] >> (group % BitsPerWord)) & 1;
        }
    }

    private static ushort Digest(char first, char second, char third)
    {
        var number = (uint)(first * 0x9E3779B1 ^ second * 0x85EBCA77 ^ third * 0xC2B2AE3D);
        return (ushort)(number ^ (number >> 16));
    }
}
