using Npgsql;

namespace UpperBack.Store;

/// <summary>The connections to one PostgreSQL database.</summary>
public sealed class Database : IAsyncDisposable
{
    // Most documents, and many lists, fit in as they come.
    private const int ReadBufferBytes = 32 * 1024;

    // More at a time than the cores can serve only wait for one another, there and here, and each takes memory.
    private static readonly int MostConnections = Math.Clamp(16 * Environment.ProcessorCount, 32, DriversMostConnections);

    // What the driver does when nobody says otherwise.
    private const int DriversMostConnections = 100;

    private readonly string connectionString;

    private Database(string connectionString) => (this.connectionString, DataSource) = (connectionString, NpgsqlDataSource.Create(connectionString));

    /// <summary>Where connections come from.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>Opens the database of this connection string; nothing is connected yet.</summary>
    public static Database Open(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // Our tables keep to a schema of their own, so that they can share a database; pg_trgm lives in public.
            SearchPath = $"{Migrations.SchemaName},public",
            // Whatever a session is told here holds for a transaction, so there is nothing to undo between two users of it.
            NoResetOnClose = true,
        };
        settings.ApplicationName ??= "UpperBack API";
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = 100;
        if (settings.MaxPoolSize == DriversMostConnections)
            settings.MaxPoolSize = MostConnections;
        settings.ReadBufferSize = Math.Max(settings.ReadBufferSize, ReadBufferBytes);
        return new(settings.ConnectionString);
    }

    /// <summary>A connection outside the pool, for somebody who keeps it for good and wants to know soon when it is dead.</summary>
    internal NpgsqlConnection CreateLoneConnection() =>
        new(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 10, KeepAlive = 10 }.ConnectionString);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => DataSource.DisposeAsync();
}
