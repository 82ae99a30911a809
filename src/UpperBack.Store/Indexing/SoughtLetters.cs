using System.Numerics;

namespace UpperBack.Store.Indexing;

/// <summary>The letters of what is searched for, to hold many names against.</summary>
internal sealed class SoughtLetters
{
    private const int Digests = ushort.MaxValue + 1;
    private const int BitsPerWord = 64;

    private readonly ulong[] bits = new ulong[Digests / BitsPerWord];
    private readonly UInt128 sketch;
    private readonly int hidden;

    public SoughtLetters(string text)
    {
        var groups = NameLetters.Of(text);
        foreach (var group in groups)
            bits[group / BitsPerWord] |= 1UL << (group % BitsPerWord);
        sketch = NameLetters.Sketch(groups);
        Count = groups.Length;
        hidden = Count - PopCount(sketch);
    }

    /// <summary>How many groups there are.</summary>
    public int Count { get; }

    /// <summary>How many of the groups of a name are among these.</summary>
    public int SharedWith(ushort[] name)
    {
        var shared = 0;
        foreach (var group in name)
            shared += Has(group);
        return shared;
    }

    /// <summary>The likeness of a name, 0 to 1: what both share of what either has.</summary>
    public double LikenessOf(ushort[] name) => Likeness(SharedWith(name), name.Length);

    /// <summary>The same for a text whose groups have not been kept; one that stands in it several times counts as often.</summary>
    public double LikenessOf(string text)
    {
        var found = new Tally(this);
        foreach (var word in new TextWords(text))
            NameLetters.ForEach(word, found, static (found, group) => found.Add(group));
        return Likeness(found.Shared, found.All);
    }

    /// <summary>A likeness that no name with this sketch exceeds.</summary>
    public double MostLikeness(UInt128 name) => Likeness(MostSharedWith(name), PopCount(name));

    /// <summary>How many of these groups a name with this sketch has at most.</summary>
    public int MostSharedWith(UInt128 name) => Math.Min(Count, PopCount(sketch & name) + hidden);

    private double Likeness(int shared, int all) => shared > 0 ? (double)shared / (Count + Math.Max(all, shared) - shared) : 0;

    private int Has(ushort group) => (int)(bits[group / BitsPerWord] >> (group % BitsPerWord)) & 1;

    private static int PopCount(UInt128 bits) => BitOperations.PopCount((ulong)bits) + BitOperations.PopCount((ulong)(bits >> BitsPerWord));

    private sealed class Tally(SoughtLetters sought)
    {
        public int Shared { get; private set; }

        public int All { get; private set; }

        public void Add(ushort group)
        {
            All++;
            Shared += sought.Has(group);
        }
    }
}
