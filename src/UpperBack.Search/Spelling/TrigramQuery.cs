using System.Numerics;

namespace UpperBack.Search.Spelling;

/// <summary>The trigrams of a text, prepared for comparison with many others.</summary>
internal sealed class TrigramQuery
{
    private const int Hashes = ushort.MaxValue + 1;
    private const int BitsPerWord = 64;
    private const int MaxLengthOnStack = 128;

    private readonly ulong[] bits = new ulong[Hashes / BitsPerWord];
    private readonly UInt128 signature;
    private readonly int collisions;

    public TrigramQuery(string text)
    {
        var trigrams = Trigrams.Of(text);
        foreach (var trigram in trigrams)
            bits[trigram / BitsPerWord] |= 1UL << (trigram % BitsPerWord);
        signature = Trigrams.Signature(trigrams);
        Count = trigrams.Length;
        collisions = Count - PopCount(signature);
    }

    /// <summary>The number of trigrams.</summary>
    public int Count { get; }

    /// <summary>The similarity of a text, 0 to 1.</summary>
    public double SimilarityTo(string text) => SimilarityTo(text.Length <= MaxLengthOnStack
        ? Trigrams.Of(text, stackalloc ushort[Trigrams.MaxCount(MaxLengthOnStack)])
        : Trigrams.Of(text));

    /// <summary>The similarity of a text with these trigrams, 0 to 1: the trigrams in both divided by those in either.</summary>
    public double SimilarityTo(ReadOnlySpan<ushort> trigrams) => Similarity(CountCommon(trigrams), trigrams.Length);

    /// <summary>The part of the trigrams of the query that a text with these trigrams contains, 0 to 1.</summary>
    public double ContainedIn(ReadOnlySpan<ushort> trigrams) => Count == 0 ? 0 : (double)CountCommon(trigrams) / Count;

    /// <summary>An upper bound of the similarity of trigrams with a signature.</summary>
    public double MaxSimilarityTo(UInt128 other) => Similarity(MaxCommon(other), PopCount(other));

    /// <summary>An upper bound of the number of trigrams that are in both.</summary>
    public int MaxCommon(UInt128 other) => Math.Min(Count, PopCount(signature & other) + collisions);

    private int CountCommon(ReadOnlySpan<ushort> trigrams)
    {
        var common = 0;
        foreach (var trigram in trigrams)
            common += Has(trigram);
        return common;
    }

    private double Similarity(int common, int count) => common > 0 ? (double)common / (Count + Math.Max(count, common) - common) : 0;

    private int Has(ushort trigram) => (int)(bits[trigram / BitsPerWord] >> (trigram % BitsPerWord)) & 1;

    private static int PopCount(UInt128 bits) => BitOperations.PopCount((ulong)bits) + BitOperations.PopCount((ulong)(bits >> BitsPerWord));
}
