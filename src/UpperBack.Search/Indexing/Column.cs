namespace UpperBack.Search.Indexing;

/// <summary>
/// A value for each document id or term number, in pages, so that ranges without values take no memory. One writer sets values while
/// readers read those that were there before.
/// </summary>
internal sealed class Column<T>
{
    private const int PageSize = 256;

    private T[]?[] pages = [];

    public T this[int index]
    {
        get => Volatile.Read(ref pages)[index / PageSize]![index % PageSize];
        set
        {
            var number = index / PageSize;
            if (number >= pages.Length)
            {
                var longer = new T[]?[Math.Max(number + 1, pages.Length * 2)];
                pages.CopyTo(longer, 0);
                Volatile.Write(ref pages, longer);
            }

            if (pages[number] is null)
                Volatile.Write(ref pages[number], new T[PageSize]);
            pages[number]![index % PageSize] = value;
        }
    }

    /// <summary>The values, and defaults where others of a page have none.</summary>
    public IEnumerable<T> Values => pages.OfType<T[]>().SelectMany(page => page);

    /// <summary>The value at an index; the default where none was ever set.</summary>
    public T? Find(int index)
    {
        var all = Volatile.Read(ref pages);
        return index / PageSize < all.Length && Volatile.Read(ref all[index / PageSize]) is { } page ? page[index % PageSize] : default;
    }
}
