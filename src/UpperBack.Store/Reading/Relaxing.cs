using Npgsql;

namespace UpperBack.Store.Reading;

/// <summary>Finds out what to leave out of a query that nothing matches.</summary>
internal static class Relaxing
{
    // Fifteen pairs are few enough to count on the way to an empty answer.
    private const int MostPaired = 6;

    /// <summary>The single parts that keep everything out; failing that, the pairs; failing that, all of them together.</summary>
    public static async Task<IReadOnlyList<Relaxation>> OfAsync(Database database, DocumentQuery query, CancellationToken cancellationToken)
    {
        var parts = PartsOf(query);
        if (parts.Count < 2 && query.Conditions.Count == 0)
            return [];
        var pairs = parts.Count > MostPaired ? [] : parts.SelectMany((one, index) => parts.Skip(index + 1).Select(other => new[] { one, other }));
        foreach (var sets in new[] { parts.Select(part => new[] { part }), pairs, [[.. parts]] })
        {
            if (await CountedAsync(database, query, [.. sets], cancellationToken) is { Count: > 0 } relaxations)
                return relaxations;
        }

        return [];
    }

    /// <summary>True when the search finds something in the collection as long as nothing else is asked for.</summary>
    public static async Task<bool> FindsWithoutFiltersAsync(Database database, DocumentQuery query, CancellationToken cancellationToken) =>
        (await CountedAsync(database, query, [[.. PartsOf(query).Where(part => part != "q")]], cancellationToken)).Count > 0;

    private static List<string> PartsOf(DocumentQuery query)
    {
        var parts = query.Conditions.Select(condition => condition.Parameter).ToList();
        if (query.Search is not null)
            parts.Add("q");
        if (query.Slugs is not null)
            parts.Add("slug");
        return parts;
    }

    private static async Task<IReadOnlyList<Relaxation>> CountedAsync(Database database, DocumentQuery query, List<string[]> sets, CancellationToken cancellationToken)
    {
        if (sets.Count == 0)
            return [];
        await using var batch = database.DataSource.CreateBatch();
        foreach (var set in sets)
        {
            var relaxed = query with
            {
                Conditions = [.. query.Conditions.Where(condition => !set.Contains(condition.Parameter))],
                Search = set.Contains("q") ? null : query.Search,
                Slugs = set.Contains("slug") ? null : query.Slugs,
            };
            batch.BatchCommands.Add(PageCommands.Total(relaxed));
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var relaxations = new List<Relaxation>();
        foreach (var set in sets)
        {
            var total = (await reader.AllAsync(row => row.GetInt64(0), cancellationToken))[0];
            if (total > 0)
                relaxations.Add(new(set, total));
            await reader.NextResultAsync(cancellationToken);
        }

        return relaxations;
    }
}
