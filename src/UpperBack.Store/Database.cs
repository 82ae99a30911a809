using Marten;
using Npgsql;

namespace UpperBack.Store;

/// <summary>One PostgreSQL database: its connections and the documents in it.</summary>
public sealed class Database : IAsyncDisposable
{
    // Most documents, and many lists, fit in one read.
    private const int ReadBufferBytes = 32 * 1024;

    // More connections than the cores can serve only wait for one another, here and in the server, and each takes memory.
    private static readonly int DefaultMaxPoolSize = Math.Clamp(16 * Environment.ProcessorCount, 32, NpgsqlMaxPoolSize);

    // The default of the driver.
    private const int NpgsqlMaxPoolSize = 100;

    private readonly string connectionString;
    private readonly Lazy<DocumentStore> documents;

    private Database(string connectionString)
    {
        (this.connectionString, DataSource) = (connectionString, NpgsqlDataSource.Create(connectionString));
        documents = new(() => DocumentStore.For(options => StoreConfiguration.Configure(options, DataSource)));
    }

    /// <summary>The pool of connections, for the queries that are written in SQL.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>The documents. Made when it is first asked for.</summary>
    public IDocumentStore Documents => documents.Value;

    /// <summary>Opens the database of this connection string; nothing is connected yet.</summary>
    public static Database Open(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // Settings of a session are only ever made for a transaction, so there is nothing to reset.
            NoResetOnClose = true,
        };
        settings.ApplicationName ??= "UpperBack API";
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = 100;
        if (settings.MaxPoolSize == NpgsqlMaxPoolSize)
            settings.MaxPoolSize = DefaultMaxPoolSize;
        settings.ReadBufferSize = Math.Max(settings.ReadBufferSize, ReadBufferBytes);
        return new(settings.ConnectionString);
    }

    /// <summary>A connection outside the pool, to be kept open for long; it finds out within seconds that the server is gone.</summary>
    internal NpgsqlConnection CreateUnpooledConnection() =>
        new(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 10, KeepAlive = 10 }.ConnectionString);

    /// <summary>A session that reads one state of the database, whatever is committed meanwhile. Its transaction has begun.</summary>
    internal async Task<IDocumentSession> OpenSnapshotSessionAsync(CancellationToken cancellationToken)
    {
        var session = Documents.LightweightSession(new Marten.Services.SessionOptions { IsolationLevel = System.Data.IsolationLevel.RepeatableRead });
        try
        {
            await session.BeginTransactionAsync(cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (documents.IsValueCreated)
            await documents.Value.DisposeAsync();
        await DataSource.DisposeAsync();
    }
}
