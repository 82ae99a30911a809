using System.Collections.Concurrent;

namespace UpperBack.Api.Infrastructure.Pipeline;

/// <summary>
/// Writes one Vary header with its names in a fixed order. nginx before 1.23 reads only the first of several, and would
/// serve a response in one language to readers of another.
/// </summary>
internal static class VaryHeader
{
    // There are a few combinations, all made by this service.
    private static readonly ConcurrentDictionary<string, string> Combined = new(StringComparer.Ordinal);

    /// <summary>Combines the Vary headers that the parts of the pipeline have appended.</summary>
    public static void Combine(IHeaderDictionary headers)
    {
        if (headers.Vary is { Count: > 0 } vary)
            headers.Vary = Combined.GetOrAdd(vary.ToString(), static names => string.Join(", ", names
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)));
    }
}
