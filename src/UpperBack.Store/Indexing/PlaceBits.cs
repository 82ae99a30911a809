using System.Numerics;
using System.Runtime.InteropServices;

namespace UpperBack.Store.Indexing;

/// <summary>Combines places that are kept as bits, as many at a time as the processor takes. What one side lacks at its end counts as no place.</summary>
internal static class PlaceBits
{
    /// <summary>Adds the places of others.</summary>
    public static void Add(Span<ulong> mine, ReadOnlySpan<ulong> others)
    {
        var common = Math.Min(mine.Length, others.Length);
        var wide = Wide(mine[..common]);
        var wideOthers = Wide(others[..common]);
        for (var index = 0; index < wide.Length; index++)
            wide[index] |= wideOthers[index];
        for (var index = wide.Length * Vector<ulong>.Count; index < common; index++)
            mine[index] |= others[index];
    }

    /// <summary>Keeps the places that others have too.</summary>
    public static void Keep(Span<ulong> mine, ReadOnlySpan<ulong> others)
    {
        var common = Math.Min(mine.Length, others.Length);
        var wide = Wide(mine[..common]);
        var wideOthers = Wide(others[..common]);
        for (var index = 0; index < wide.Length; index++)
            wide[index] &= wideOthers[index];
        for (var index = wide.Length * Vector<ulong>.Count; index < common; index++)
            mine[index] &= others[index];
        mine[common..].Clear();
    }

    /// <summary>Takes the places of others away.</summary>
    public static void Remove(Span<ulong> mine, ReadOnlySpan<ulong> others)
    {
        var common = Math.Min(mine.Length, others.Length);
        var wide = Wide(mine[..common]);
        var wideOthers = Wide(others[..common]);
        for (var index = 0; index < wide.Length; index++)
            wide[index] = Vector.AndNot(wide[index], wideOthers[index]);
        for (var index = wide.Length * Vector<ulong>.Count; index < common; index++)
            mine[index] &= ~others[index];
    }

    /// <summary>How many places both have.</summary>
    public static int CountCommon(ReadOnlySpan<ulong> mine, ReadOnlySpan<ulong> others)
    {
        var count = 0;
        for (var index = 0; index < Math.Min(mine.Length, others.Length); index++)
            count += BitOperations.PopCount(mine[index] & others[index]);
        return count;
    }

    private static Span<Vector<ulong>> Wide(Span<ulong> words) => MemoryMarshal.Cast<ulong, Vector<ulong>>(words);

    private static ReadOnlySpan<Vector<ulong>> Wide(ReadOnlySpan<ulong> words) => MemoryMarshal.Cast<ulong, Vector<ulong>>(words);
}
