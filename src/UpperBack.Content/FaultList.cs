using System.Collections;

namespace UpperBack.Content;

/// <summary>
/// Faults in the order in which they are found. The first hundred are kept and all are counted, so that bad input costs no more
/// than good input: what a hundred faults do not say, the next one does not say either.
/// </summary>
/// <typeparam name="T">The type of the faults.</typeparam>
public sealed class FaultList<T> : IReadOnlyList<T>
{
    /// <summary>How many faults are kept at most.</summary>
    public const int Most = 100;

    private readonly List<T> kept = [];

    /// <summary>How many faults were found.</summary>
    public int Total { get; private set; }

    /// <summary>How many faults are kept, at most <see cref="Most"/>.</summary>
    public int Count => kept.Count;

    /// <summary>Whether further faults are only counted. Suggestions for them need not be looked for.</summary>
    public bool IsFull => kept.Count >= Most;

    /// <inheritdoc/>
    public T this[int index] => kept[index];

    /// <summary>Adds a fault.</summary>
    public void Add(T fault)
    {
        Total++;
        if (!IsFull)
            kept.Add(fault);
    }

    /// <summary>Adds faults, and how many more there are where that is known.</summary>
    public void AddRange(IEnumerable<T> faults)
    {
        foreach (var fault in faults)
            Add(fault);
        if (faults is FaultList<T> list)
            Total += list.Total - list.Count;
    }

    /// <summary>The same faults as another type.</summary>
    public FaultList<TOther> ConvertAll<TOther>(Func<T, TOther> selector)
    {
        var list = new FaultList<TOther>();
        foreach (var fault in kept)
            list.Add(selector(fault));
        list.Total = Total;
        return list;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => kept.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
