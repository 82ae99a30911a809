using System.Buffers;
using System.Numerics;

namespace UpperBack.Search.Indexing;

/// <summary>A set of document ids of one collection, one bit each. Its memory comes from a pool and returns to it on disposal.</summary>
internal sealed class DocIdSet : IDisposable
{
    private readonly int length;
    private ulong[] words;

    private DocIdSet(ulong[] words, int length) => (this.words, this.length) = (words, length);

    /// <summary>An empty set of ids that are less than <paramref name="maxDoc"/>.</summary>
    public static DocIdSet Empty(int maxDoc)
    {
        var length = Bitset.WordsFor(maxDoc);
        var words = ArrayPool<ulong>.Shared.Rent(length);
        words.AsSpan(0, length).Clear();
        return new(words, length);
    }

    /// <summary>A copy of the set.</summary>
    public DocIdSet Copy()
    {
        var copy = ArrayPool<ulong>.Shared.Rent(length);
        Words.CopyTo(copy);
        return new(copy, length);
    }

    /// <summary>A copy with room for ids that are less than <paramref name="maxDoc"/>, which is no less than before.</summary>
    public DocIdSet Copy(int maxDoc)
    {
        var copy = Empty(maxDoc);
        Words.CopyTo(copy.words);
        return copy;
    }

    /// <summary>The bits; document id 0 is the lowest of the first word.</summary>
    public Span<ulong> Words => words.AsSpan(0, length);

    /// <summary>One more than the greatest id that there is room for.</summary>
    public int Capacity => length * Bitset.BitsPerWord;

    public int Count => Bitset.Count(Words);

    public bool Contains(int docId) => docId < Capacity && Bitset.Contains(words, docId);

    public void Add(int docId) => Bitset.Set(words, docId);

    public void Remove(int docId) => words[docId / Bitset.BitsPerWord] &= ~(1UL << (docId % Bitset.BitsPerWord));

    /// <summary>Removes the ids that are less than <paramref name="docId"/>.</summary>
    public void RemoveBelow(int docId)
    {
        Words[..(docId / Bitset.BitsPerWord)].Clear();
        if (docId < Capacity)
            words[docId / Bitset.BitsPerWord] &= ulong.MaxValue << (docId % Bitset.BitsPerWord);
    }

    public void UnionWith(DocIdSet other) => Bitset.Or(Words, other.Words);

    public void IntersectWith(DocIdSet other) => Bitset.And(Words, other.Words);

    public void ExceptWith(DocIdSet other) => Bitset.AndNot(Words, other.Words);

    public void Dispose()
    {
        if (words.Length > 0)
            ArrayPool<ulong>.Shared.Return(words);
        words = [];
    }

    public Enumerator GetEnumerator() => new(words, length);

    /// <summary>Enumerates the ids in ascending order.</summary>
    public struct Enumerator(ulong[] words, int length)
    {
        private ulong rest;
        private int next;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (rest == 0)
            {
                if (next == length)
                    return false;
                rest = words[next++];
            }

            Current = (next - 1) * Bitset.BitsPerWord + BitOperations.TrailingZeroCount(rest);
            rest &= rest - 1;
            return true;
        }
    }
}
