namespace UpperBack.Search.Indexing;

/// <summary>
/// The ids of the documents that have a term. One writer appends ascending ids while readers read: a reader sees at least the
/// ids of its snapshot and masks later ones. Rare terms are kept as a list, frequent ones as bits.
/// </summary>
internal sealed class PostingsList
{
    // A term in more than one of this many documents takes less memory as bits.
    private const int MinDensity = 32;
    private const int MinBits = 64;

    private int count;
    private int[]? list = new int[2];
    private ulong[] bits = [];

    /// <summary>Appends an id. The last one may be added again, without effect.</summary>
    public void Add(int docId)
    {
        if (list is not null && count >= MinBits && count * MinDensity > docId)
            ToBits(docId);
        if (list is null)
        {
            Grow(ref bits, docId / Bitset.BitsPerWord + 1);
            Bitset.Set(bits, docId);
            return;
        }

        if (count > 0 && list[count - 1] == docId)
            return;
        Grow(ref list, count + 1);
        list[count] = docId;
        Volatile.Write(ref count, count + 1);
    }

    /// <summary>Adds the ids to a set, as far as its capacity reaches.</summary>
    public void AddTo(DocIdSet set)
    {
        if (!IsList(out var docIds))
        {
            Bitset.Or(set.Words, Volatile.Read(ref bits));
            return;
        }

        foreach (var docId in docIds)
        {
            if (docId < set.Capacity)
                set.Add(docId);
        }
    }

    /// <summary>The number of ids that are in a set.</summary>
    public int CountIn(DocIdSet set)
    {
        if (!IsList(out var docIds))
            return Bitset.CountCommon(set.Words, Volatile.Read(ref bits));
        var found = 0;
        foreach (var docId in docIds)
            found += set.Contains(docId) ? 1 : 0;
        return found;
    }

    // The count is read first: the list that is read after it has at least as many ids.
    private bool IsList(out ReadOnlySpan<int> docIds)
    {
        var number = Volatile.Read(ref count);
        var current = Volatile.Read(ref list);
        docIds = current is null ? [] : current.AsSpan(0, number);
        return current is not null;
    }

    private void ToBits(int docId)
    {
        var words = new ulong[docId / Bitset.BitsPerWord + 1];
        foreach (var listed in list.AsSpan(0, count))
            Bitset.Set(words, listed);
        Volatile.Write(ref bits, words);
        Volatile.Write(ref list, null);
    }

    private static void Grow<T>(ref T[] items, int length)
    {
        if (length <= items.Length)
            return;
        var longer = new T[Math.Max(length, items.Length + items.Length / 2)];
        items.CopyTo(longer, 0);
        Volatile.Write(ref items, longer);
    }
}
