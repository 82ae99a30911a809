namespace UpperBack.Store.Indexing;

/// <summary>
/// What is published, in memory, for filtering, sorting, counting and searching without the database. It is read when it is
/// first asked for, and follows what changes: whoever hears of a change, or makes one, lets it catch up.
/// </summary>
public sealed class CatalogueIndex(Database database) : IDisposable
{
    private readonly IndexReading reading = new(database);
    private readonly SemaphoreSlim turn = new(1);
    private IndexedCatalogue? current;

    // What has begun to grow and was not finished cannot be gone on with.
    private bool isHalfGrown;

    private Action<IReadOnlyCollection<string>> told = _ => { };

    /// <summary>Has somebody told, at once and before anybody reads the new state as the answer to a write, which collections have moved.</summary>
    public void Tell(Action<IReadOnlyCollection<string>> listener) => told += listener;

    /// <summary>The catalogue as it was when this instance last heard of a change: within a second of the database, usually within milliseconds.</summary>
    public async ValueTask<IndexedCatalogue> CurrentAsync(CancellationToken cancellationToken = default) =>
        Volatile.Read(ref current) ?? await CatchUpAsync(cancellationToken);

    /// <summary>The catalogue no older than the database is now.</summary>
    public async Task<IndexedCatalogue> CatchUpAsync(CancellationToken cancellationToken = default)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var known = isHalfGrown ? null : current;
            isHalfGrown = true;
            // To its end, whoever waits: what has begun to grow is of use to the next.
            var read = await reading.ReadAsync(known, CancellationToken.None);
            isHalfGrown = false;
            var moved = MovedBetween(current, read);
            Volatile.Write(ref current, read);
            if (moved.Count > 0)
                told(moved);
            return read;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private static List<string> MovedBetween(IndexedCatalogue? before, IndexedCatalogue now) =>
        [.. now.Collections.Select(collection => collection.Index.Collection.Name)
            .Where(name => before is null || before.Position.Epoch != now.Position.Epoch || before[name].Version != now[name].Version)];
}
