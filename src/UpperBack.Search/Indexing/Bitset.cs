using System.Numerics;
using System.Runtime.InteropServices;

namespace UpperBack.Search.Indexing;

/// <summary>Operations on bits in 64-bit words, vectorised. Where one operand is shorter, its missing bits count as 0.</summary>
internal static class Bitset
{
    public const int BitsPerWord = 64;

    /// <summary>The number of words for a number of bits.</summary>
    public static int WordsFor(int bits) => (bits + BitsPerWord - 1) / BitsPerWord;

    public static bool Contains(ReadOnlySpan<ulong> words, int bit) => (words[bit / BitsPerWord] & (1UL << (bit % BitsPerWord))) != 0;

    public static void Set(Span<ulong> words, int bit) => words[bit / BitsPerWord] |= 1UL << (bit % BitsPerWord);

    /// <summary>Sets the bits of <paramref name="target"/> that are set in <paramref name="other"/>.</summary>
    public static void Or(Span<ulong> target, ReadOnlySpan<ulong> other)
    {
        var common = Math.Min(target.Length, other.Length);
        var vectors = Vectors(target[..common]);
        var otherVectors = Vectors(other[..common]);
        for (var index = 0; index < vectors.Length; index++)
            vectors[index] |= otherVectors[index];
        for (var index = vectors.Length * Vector<ulong>.Count; index < common; index++)
            target[index] |= other[index];
    }

    /// <summary>Clears the bits of <paramref name="target"/> that are not set in <paramref name="other"/>.</summary>
    public static void And(Span<ulong> target, ReadOnlySpan<ulong> other)
    {
        var common = Math.Min(target.Length, other.Length);
        var vectors = Vectors(target[..common]);
        var otherVectors = Vectors(other[..common]);
        for (var index = 0; index < vectors.Length; index++)
            vectors[index] &= otherVectors[index];
        for (var index = vectors.Length * Vector<ulong>.Count; index < common; index++)
            target[index] &= other[index];
        target[common..].Clear();
    }

    /// <summary>Clears the bits of <paramref name="target"/> that are set in <paramref name="other"/>.</summary>
    public static void AndNot(Span<ulong> target, ReadOnlySpan<ulong> other)
    {
        var common = Math.Min(target.Length, other.Length);
        var vectors = Vectors(target[..common]);
        var otherVectors = Vectors(other[..common]);
        for (var index = 0; index < vectors.Length; index++)
            vectors[index] = Vector.AndNot(vectors[index], otherVectors[index]);
        for (var index = vectors.Length * Vector<ulong>.Count; index < common; index++)
            target[index] &= ~other[index];
    }

    /// <summary>The number of bits that are set.</summary>
    public static int Count(ReadOnlySpan<ulong> words)
    {
        var count = 0;
        foreach (var word in words)
            count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>The number of bits that are set in both.</summary>
    public static int CountCommon(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        var count = 0;
        for (var index = 0; index < Math.Min(one.Length, other.Length); index++)
            count += BitOperations.PopCount(one[index] & other[index]);
        return count;
    }

    private static Span<Vector<ulong>> Vectors(Span<ulong> words) => MemoryMarshal.Cast<ulong, Vector<ulong>>(words);

    private static ReadOnlySpan<Vector<ulong>> Vectors(ReadOnlySpan<ulong> words) => MemoryMarshal.Cast<ulong, Vector<ulong>>(words);
}
