namespace UpperBack.Store.Indexing;

/// <summary>A value for each place. One writer adds at the end while readers read what was there before.</summary>
internal sealed class Column<T>
{
    private T[] items = new T[16];

    public T this[int place]
    {
        get => Volatile.Read(ref items)[place];
        set
        {
            if (place >= items.Length)
            {
                var longer = new T[Math.Max(place + 1, items.Length * 2)];
                items.CopyTo(longer, 0);
                longer[place] = value;
                Volatile.Write(ref items, longer);
            }

            items[place] = value;
        }
    }

    /// <summary>Whether there is room for a value at a place.</summary>
    public bool Has(int place) => place < Volatile.Read(ref items).Length;

    /// <summary>The value at a place; the default where none was ever set.</summary>
    public T? Find(int place) => Volatile.Read(ref items) is var all && place < all.Length ? all[place] : default;
}
