using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;
using UpperBack.Content.Documents;
using UpperBack.Search;
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
        NpgsqlConnection? connection = null;
        try
        {
            connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
            // Everything is read from the state of the database that the first statement sees.
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            await using var command = new NpgsqlCommand("select epoch, last, (select array_agg(version order by name collate \"C\") from collections) from feed", connection, transaction);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            return new(connection, new(reader.GetString(0), reader.GetInt64(1)), reader.GetFieldValue<long[]>(2), () => turns.Release());
        }
        catch
        {
            if (connection is not null)
                await connection.DisposeAsync();
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
    private readonly NpgsqlConnection connection;
    private readonly Action closed;

    internal OpenSnapshot(NpgsqlConnection connection, FeedPosition position, IReadOnlyList<long> versions, Action closed) =>
        (this.connection, Position, Versions, this.closed) = (connection, position, versions, closed);

    /// <summary>Where the feed goes on after this state.</summary>
    public FeedPosition Position { get; }

    /// <summary>The versions of the collections, by name.</summary>
    public IReadOnlyList<long> Versions { get; }

    /// <summary>How many documents there are.</summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken = default)
    {
        await using var command = new NpgsqlCommand("select count(*) from entries", connection);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The documents by collection and slug, in a language; in English where there is no current translation.</summary>
    public async IAsyncEnumerable<SnapshotDocument> ReadAsync(Language language, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var command = new NpgsqlCommand("""
            select e.collection, e.slug, d.revision, coalesce(t.body, d.body) from entries e join documents d using (collection, slug)
            left join renderings t on (t.collection, t.slug, t.language) = (e.collection, e.slug, $1)
            order by e.collection collate "C", e.slug collate "C"
            """, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = SearchLanguage.Code(language) });
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
            // A caller has left: without this, closing would read all the rest.
            if (!isRead)
                command.Cancel();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await connection.DisposeAsync();
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
