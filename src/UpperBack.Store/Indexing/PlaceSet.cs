using System.Buffers;
using System.Numerics;

namespace UpperBack.Store.Indexing;

/// <summary>
/// A set of documents of one collection, by the places at which its index has them: one bit each, so that a whole
/// catalogue is counted and combined within microseconds. Disposed, it is used again for another set.
/// </summary>
internal sealed class PlaceSet : IDisposable
{
    private const int BitsPerWord = 64;

    private readonly int length;
    private ulong[] words;

    private PlaceSet(ulong[] words, int length) => (this.words, this.length) = (words, length);

    /// <summary>An empty set of places below a number.</summary>
    public static PlaceSet Empty(int places)
    {
        var length = (places + BitsPerWord - 1) / BitsPerWord;
        var words = ArrayPool<ulong>.Shared.Rent(length);
        words.AsSpan(0, length).Clear();
        return new(words, length);
    }

    /// <summary>A set of the same places.</summary>
    public PlaceSet Copy()
    {
        var copy = ArrayPool<ulong>.Shared.Rent(length);
        Words.CopyTo(copy);
        return new(copy, length);
    }

    /// <summary>The same places in a set of places below a greater number.</summary>
    public PlaceSet Copy(int places)
    {
        var copy = Empty(places);
        Words.CopyTo(copy.words);
        return copy;
    }

    /// <summary>The bits, place 0 in the lowest of the first word.</summary>
    public Span<ulong> Words => words.AsSpan(0, length);

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in Words)
                count += BitOperations.PopCount(word);
            return count;
        }
    }

    public bool Contains(int place) => place < length * BitsPerWord && (words[place / BitsPerWord] & Bit(place)) != 0;

    public void Add(int place) => words[place / BitsPerWord] |= Bit(place);

    public void Remove(int place) => words[place / BitsPerWord] &= ~Bit(place);

    public void UnionWith(PlaceSet other) => PlaceBits.Add(Words, other.Words);

    public void IntersectWith(PlaceSet other) => PlaceBits.Keep(Words, other.Words);

    public void ExceptWith(PlaceSet other) => PlaceBits.Remove(Words, other.Words);

    public void Dispose()
    {
        if (words.Length > 0)
            ArrayPool<ulong>.Shared.Return(words);
        words = [];
    }

    public Enumerator GetEnumerator() => new(words, length);

    private static ulong Bit(int place) => 1UL << (place % BitsPerWord);

    /// <summary>Goes through the places in order.</summary>
    public struct Enumerator(ulong[] words, int length)
    {
        private ulong left;
        private int next;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (left == 0)
            {
                if (next == length)
                    return false;
                left = words[next++];
            }

            Current = (next - 1) * BitsPerWord + BitOperations.TrailingZeroCount(left);
            left &= left - 1;
            return true;
        }
    }
}
