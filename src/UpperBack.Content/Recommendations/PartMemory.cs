namespace UpperBack.Content.Recommendations;

/// <summary>Lets parts of answers be kept together with their JSON, up to a number, so that a large catalogue does not fill the memory.</summary>
internal sealed class PartMemory
{
    private const int MostParts = 1_500;

    private int parts;

    /// <summary>Keeps a part in its slot.</summary>
    public T Keep<T>(ref T? slot, T part) where T : class
    {
        if (HasRoomFor(1))
        {
            slot = KeptJson.Keep(part);
        }

        return part;
    }

    /// <summary>Keeps parts in their slot.</summary>
    public IReadOnlyList<T> Keep<T>(ref IReadOnlyList<T>? slot, IReadOnlyList<T> list) where T : class
    {
        if (HasRoomFor(list.Count))
        {
            foreach (var part in list)
                KeptJson.Keep(part);
            slot = list;
        }

        return list;
    }

    private bool HasRoomFor(int count) => Volatile.Read(ref parts) < MostParts && Interlocked.Add(ref parts, count) <= MostParts;
}
