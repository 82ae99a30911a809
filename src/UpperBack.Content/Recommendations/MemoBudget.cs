namespace UpperBack.Content.Recommendations;

/// <summary>Memoizes parts of responses with their JSON, up to a number of parts, which bounds the memory for a large catalogue.</summary>
internal sealed class MemoBudget
{
    private const int MaxParts = 1_500;

    private int parts;

    /// <summary>Stores a part in its field while the budget lasts, and returns it.</summary>
    public T Keep<T>(ref T? field, T part) where T : class
    {
        if (TryTake(1))
            field = PreserializedJson.Add(part);
        return part;
    }

    /// <summary>Stores parts in their field while the budget lasts, and returns them.</summary>
    public IReadOnlyList<T> Keep<T>(ref IReadOnlyList<T>? field, IReadOnlyList<T> list) where T : class
    {
        if (TryTake(list.Count))
        {
            foreach (var part in list)
                PreserializedJson.Add(part);
            field = list;
        }

        return list;
    }

    private bool TryTake(int count) => Volatile.Read(ref parts) < MaxParts && Interlocked.Add(ref parts, count) <= MaxParts;
}
