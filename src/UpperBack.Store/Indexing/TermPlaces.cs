namespace UpperBack.Store.Indexing;

/// <summary>
/// The places of the documents that have a term. One writer adds places in rising order while readers read: a reader
/// sees all that was there when its state of the catalogue was made, and masks what came later. Rare terms are kept as
/// a list, the others as bits.
/// </summary>
internal sealed class TermPlaces
{
    private const int BitsPerWord = 64;

    // From here on a list takes more memory than bits.
    private const int ListedOneIn = 32;
    private const int LeastBits = 64;

    private int count;
    private int[]? listed = new int[4];
    private ulong[] bits = [];

    public void Add(int place)
    {
        if (listed is not null && count >= LeastBits && count * ListedOneIn > place)
            ToBits(place);
        if (listed is null)
        {
            Grow(ref bits, place / BitsPerWord + 1);
            bits[place / BitsPerWord] |= 1UL << (place % BitsPerWord);
            return;
        }

        Grow(ref listed, count + 1);
        listed[count] = place;
        Volatile.Write(ref count, count + 1);
    }

    /// <summary>Adds the places to a set, as far as it reaches.</summary>
    public void AddTo(PlaceSet set)
    {
        var words = set.Words;
        if (Listed(out var places))
        {
            foreach (var place in places)
            {
                if (place / BitsPerWord < words.Length)
                    words[place / BitsPerWord] |= 1UL << (place % BitsPerWord);
            }

            return;
        }

        PlaceBits.Add(words, Volatile.Read(ref bits));
    }

    /// <summary>How many of the places are in a set.</summary>
    public int CountIn(PlaceSet set)
    {
        var found = 0;
        if (Listed(out var places))
        {
            foreach (var place in places)
                found += set.Contains(place) ? 1 : 0;
            return found;
        }

        return PlaceBits.CountCommon(set.Words, Volatile.Read(ref bits));
    }

    // The number first: the list that is read after it has at least as many.
    private bool Listed(out ReadOnlySpan<int> places)
    {
        var number = Volatile.Read(ref count);
        var list = Volatile.Read(ref listed);
        places = list is null ? [] : list.AsSpan(0, number);
        return list is not null;
    }

    private void ToBits(int place)
    {
        var words = new ulong[place / BitsPerWord + 1];
        foreach (var listedPlace in listed.AsSpan(0, count))
            words[listedPlace / BitsPerWord] |= 1UL << (listedPlace % BitsPerWord);
        Volatile.Write(ref bits, words);
        Volatile.Write(ref listed, null);
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
