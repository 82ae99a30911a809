namespace UpperBack.Search.Indexing;

/// <summary>A value for each document id or term. One writer appends while readers read what was there before.</summary>
internal sealed class Column<T>
{
    private T[] items = new T[16];

    public T this[int index]
    {
        get => Volatile.Read(ref items)[index];
        set
        {
            if (index >= items.Length)
            {
                var longer = new T[Math.Max(index + 1, items.Length * 2)];
                items.CopyTo(longer, 0);
                longer[index] = value;
                Volatile.Write(ref items, longer);
            }

            items[index] = value;
        }
    }

    /// <summary>The number of values that there is room for.</summary>
    public int Capacity => Volatile.Read(ref items).Length;

    /// <summary>The value at an index; the default where none was ever set.</summary>
    public T? Find(int index) => Volatile.Read(ref items) is var all && index < all.Length ? all[index] : default;
}
