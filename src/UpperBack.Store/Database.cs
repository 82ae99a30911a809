using Npgsql;

namespace UpperBack.Store;

/// <summary>The connections to one PostgreSQL database.</summary>
public sealed class Database : IAsyncDisposable
{
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
        };
        settings.ApplicationName ??= "UpperBack API";
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = 100;
        return new(settings.ConnectionString);
    }

    /// <summary>A connection outside the pool, for somebody who keeps it for good and wants to know soon when it is dead.</summary>
    internal NpgsqlConnection CreateLoneConnection() =>
        new(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 10, KeepAlive = 10 }.ConnectionString);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => DataSource.DisposeAsync();
}
