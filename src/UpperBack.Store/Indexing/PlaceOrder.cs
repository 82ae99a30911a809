namespace UpperBack.Store.Indexing;

/// <summary>How documents are put in order: by keys, the most important first, those without a value last; on a tie by slug.</summary>
internal sealed class PlaceOrder(IReadOnlyList<(SortColumn Column, bool Descending)> keys, Column<string> slugs) : IComparer<int>
{
    public int Compare(int one, int other)
    {
        foreach (var (column, descending) in keys)
        {
            var (has, otherHas) = (column.Has(one), column.Has(other));
            if (has != otherHas)
                return has ? -1 : 1;
            if (has && column.Compare(one, other) is var compared and not 0)
                return descending ? -compared : compared;
        }

        return string.CompareOrdinal(slugs[one], slugs[other]);
    }

    /// <summary>Compares a place with one that is known by its values alone.</summary>
    public int Compare(int place, IReadOnlyList<string?> values)
    {
        foreach (var ((column, descending), value) in keys.Zip(values))
        {
            var has = column.Has(place);
            if (has != value is not null)
                return has ? -1 : 1;
            if (has && column.Compare(place, value!) is var compared and not 0)
                return descending ? -compared : compared;
        }

        return string.CompareOrdinal(slugs[place], values[^1]);
    }

    /// <summary>What a place is known by among others in this order.</summary>
    public IReadOnlyList<string?> ValuesOf(int place) => [.. keys.Select(key => key.Column.Text(place)), slugs[place]];

    /// <summary>The places in this order.</summary>
    public int[] Sorted(PlaceSet places)
    {
        var sorted = new int[places.Count];
        var index = 0;
        foreach (var place in places)
            sorted[index++] = place;
        Array.Sort(sorted, this);
        return sorted;
    }

    /// <summary>What was in order before, without what is gone and with what has come.</summary>
    public int[] Merged(int[] before, PlaceSet live, int firstNew)
    {
        using var added = PlaceSet.Empty(Math.Max(1, live.Words.Length * 64));
        foreach (var place in live)
        {
            if (place >= firstNew)
                added.Add(place);
        }

        var coming = Sorted(added);
        var merged = new List<int>(before.Length + coming.Length);
        var next = 0;
        foreach (var place in before)
        {
            if (!live.Contains(place))
                continue;
            while (next < coming.Length && Compare(coming[next], place) < 0)
                merged.Add(coming[next++]);
            merged.Add(place);
        }

        merged.AddRange(coming[next..]);
        return [.. merged];
    }

    /// <summary>Where to go on in an order after a place that is known by its values: the first that comes behind it.</summary>
    public int Behind(int[] order, IReadOnlyList<string?> values)
    {
        var (low, high) = (0, order.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Compare(order[middle], values) <= 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
