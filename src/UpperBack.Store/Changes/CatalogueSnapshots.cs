using System.Runtime.CompilerServices;
using Marten;
using Npgsql;
using UpperBack.Content.Documents;
using UpperBack.Search;
using UpperBack.Store.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Store.Changes;

/// <summary>Opens snapshots: everything published at one moment, and the place in the feed to go on from.</summary>
public sealed class CatalogueSnapshots(Database database) : IDisposable
{
    // Each holds a connection for as long as its caller takes to read it. The others are for everybody else.
    private const int MostAtOnce = 20;

    private readonly SemaphoreSlim turns = new(MostAtOnce);

    /// <summary>Opens the catalogue as it is now.</summary>
    public async Task<OpenSnapshot> OpenAsync(CancellationToken cancellationToken = default)
    {
        await turns.WaitAsync(cancellationToken);
        IDocumentSession? session = null;
        try
        {
            session = await database.OpenSnapshotSessionAsync(cancellationToken);
            var state = await session.LoadAsync<CatalogueState>(CatalogueState.TheId, cancellationToken);
            return new(session, state!, () => turns.Release());
        }
        catch
        {
            if (session is not null)
                await session.DisposeAsync();
            turns.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turns.Dispose();
}

/// <summary>Everything published at one moment, read document by document. Nothing of it is kept in memory.</summary>
public sealed class OpenSnapshot : IAsyncDisposable
{
    private readonly IDocumentSession session;
    private readonly Action closed;

    internal OpenSnapshot(IDocumentSession session, CatalogueState state, Action closed)
    {
        (this.session, this.closed) = (session, closed);
        Position = new(state.Epoch, state.LastChange);
        Versions = [.. state.Versions.OrderBy(version => version.Key, StringComparer.Ordinal).Select(version => version.Value)];
    }

    /// <summary>Where the feed continues after this state.</summary>
    public FeedPosition Position { get; }

    /// <summary>The versions of the collections, in the order of their names.</summary>
    public IReadOnlyList<long> Versions { get; }

    /// <summary>How many documents there are.</summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken = default) =>
        await session.Query<Rendering>().Where(rendering => rendering.Language == "en").LongCountAsync(cancellationToken);

    /// <summary>The documents by collection and slug, in a language; in English where there is no current translation.</summary>
    public async IAsyncEnumerable<SnapshotDocument> ReadAsync(Language language, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var rendering = new RenderingSql(language);
        await using var command = new NpgsqlCommand($"""
            select e.collection, e.slug, e.revision, {rendering.Either("body")} from {rendering.From} where e.language = 'en'
            order by e.collection collate "C", e.slug collate "C"
            """, session.Connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var isRead = false;
        try
        {
            while (await reader.ReadAsync(cancellationToken))
                yield return new(reader.GetString(0), reader.GetString(1), reader.GetInt32(2), reader.GetFieldValue<byte[]>(3));
            isRead = true;
        }
        finally
        {
            // A caller has left: without this, closing would read the rest.
            if (!isRead)
                command.Cancel();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await session.DisposeAsync();
        }
        finally
        {
            closed();
        }
    }
}

/// <summary>A document of a snapshot.</summary>
/// <param name="Collection">Its collection.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Revision">The number of the published revision.</param>
/// <param name="Body">Its JSON, ready to be sent.</param>
public sealed record SnapshotDocument(string Collection, string Slug, int Revision, byte[] Body);
