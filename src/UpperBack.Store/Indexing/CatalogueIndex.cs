using UpperBack.Search.Indexing;

namespace UpperBack.Store.Indexing;

/// <summary>
/// The index of everything published, for filtering, sorting, counting and searching without the database. It is loaded on first
/// use, and refreshed on request after changes.
/// </summary>
public sealed class CatalogueIndex(Database database) : IDisposable
{
    private readonly IndexLoader loader = new(database);
    private readonly CatalogueIndexWriter writer = new();
    private readonly SemaphoreSlim gate = new(1);
    private CatalogueSnapshot? current;
    private Action<IReadOnlyCollection<string>>? refreshed;

    /// <summary>Adds a callback that receives the names of the collections that a refresh has changed, before the refresh returns.</summary>
    public void OnRefreshed(Action<IReadOnlyCollection<string>> callback) => refreshed += callback;

    /// <summary>The snapshot of the last refresh: less than a second behind the database, usually milliseconds.</summary>
    public async ValueTask<CatalogueSnapshot> CurrentAsync(CancellationToken cancellationToken = default) =>
        Volatile.Read(ref current) ?? await CatchUpAsync(cancellationToken);

    /// <summary>A snapshot that contains everything committed before the call.</summary>
    public async Task<CatalogueSnapshot> CatchUpAsync(CancellationToken cancellationToken = default)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            // Not cancelled with the caller: an incomplete update would make the next one a rebuild.
            var next = await loader.LoadAsync(writer, CancellationToken.None);
            var changed = next.ChangedSince(current);
            Volatile.Write(ref current, next);
            if (changed.Count > 0)
                refreshed?.Invoke(changed);
            return next;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();
}
