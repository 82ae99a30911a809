namespace UpperBack.Search.Indexing;

/// <summary>
/// Compares documents by sort keys, the most important first. Documents without a value come last; ties are broken by slug.
/// </summary>
internal sealed class SortOrder(IReadOnlyList<(SortColumn Column, bool Descending)> keys, Column<string> slugs) : IComparer<int>
{
    public int Compare(int x, int y)
    {
        foreach (var (column, descending) in keys)
        {
            var (has, otherHas) = (column.Has(x), column.Has(y));
            if (has != otherHas)
                return has ? -1 : 1;
            if (has && column.Compare(x, y) is var compared and not 0)
                return descending ? -compared : compared;
        }

        return string.CompareOrdinal(slugs[x], slugs[y]);
    }

    /// <summary>The values that determine the position of a document in this order: a cursor.</summary>
    public IReadOnlyList<string?> ValuesOf(int docId) => [.. keys.Select(key => key.Column.Text(docId)), slugs[docId]];

    /// <summary>The documents in this order.</summary>
    public int[] Sort(DocIdSet documents)
    {
        var sorted = new int[documents.Count];
        var index = 0;
        foreach (var docId in documents)
            sorted[index++] = docId;
        Array.Sort(sorted, this);
        return sorted;
    }

    /// <summary>The live documents in this order, from the sorted documents of the previous snapshot and those added since.</summary>
    public int[] Merge(int[] sorted, DocIdSet live, int firstAdded)
    {
        using var added = live.Copy();
        added.RemoveBelow(firstAdded);
        var addedInOrder = Sort(added);
        var merged = new List<int>(sorted.Length + addedInOrder.Length);
        var next = 0;
        foreach (var docId in sorted)
        {
            if (!live.Contains(docId))
                continue;
            while (next < addedInOrder.Length && Compare(addedInOrder[next], docId) < 0)
                merged.Add(addedInOrder[next++]);
            merged.Add(docId);
        }

        merged.AddRange(addedInOrder[next..]);
        return [.. merged];
    }

    /// <summary>The index of the first document after a cursor.</summary>
    public int IndexAfter(int[] sorted, IReadOnlyList<string?> cursor)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Compare(sorted[middle], cursor) <= 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private int Compare(int docId, IReadOnlyList<string?> cursor)
    {
        foreach (var ((column, descending), value) in keys.Zip(cursor))
        {
            var has = column.Has(docId);
            if (has != value is not null)
                return has ? -1 : 1;
            if (has && column.Compare(docId, value!) is var compared and not 0)
                return descending ? -compared : compared;
        }

        return string.CompareOrdinal(slugs[docId], cursor[^1]);
    }
}
