using System.Diagnostics;
using Npgsql;

namespace UpperBack.EmbeddedPostgres;

/// <summary>
/// One connection that stays open for as long as we use the server: it shows the others that we are here, even while
/// our pool is empty, and ends by itself when we are killed.
/// </summary>
internal sealed class Presence : IAsyncDisposable
{
    // Tells our connections from those of others, whichever part of this process opened them.
    private readonly string name = $"upperback-{Guid.CreateVersion7():N}";
    private readonly NpgsqlConnection connection;

    private Presence(Postmaster postmaster)
    {
        Postmaster = postmaster;
        connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
    }

    public Postmaster Postmaster { get; }

    /// <summary>Connects; null while the server is not ready for it.</summary>
    public static async Task<Presence?> TryConnectAsync(Postmaster postmaster, CancellationToken ct)
    {
        if (postmaster.Socket.Length == 0)
            return null;

        var presence = new Presence(postmaster);
        try
        {
            await presence.connection.OpenAsync(ct);
            return presence;
        }
        catch (Exception e)
        {
            await presence.DisposeAsync();
            if (e is NpgsqlException { IsTransient: true })
                return null;
            throw;
        }
    }

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = Postmaster.Socket,
        Port = Postmaster.Port,
        Username = Cluster.Superuser,
        Database = database,
        ApplicationName = name,
        SslMode = SslMode.Disable,
    }.ConnectionString;

    /// <summary>Makes the database of that name if it is missing.</summary>
    public async Task EnsureDatabaseAsync(string database, CancellationToken ct)
    {
        if (await AskAsync($"SELECT count(*) FROM pg_database WHERE datname = '{database}'", ct) == 0)
            await AskAsync($"CREATE DATABASE {database}", ct);
    }

    /// <summary>How many connections others have. One that has just closed may still be listed for a moment, which is waited for.</summary>
    public async Task<long> OthersAsync()
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var others = await CountOthersAsync();
            if (others == 0 || watch.ElapsedMilliseconds > 500)
                return others;
            await Task.Delay(25);
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task<long> CountOthersAsync()
    {
        try
        {
            return await AskAsync(
                $"SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND application_name <> '{name}'",
                CancellationToken.None);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            return 0; // The server has died, and its clients with it.
        }
    }

    private async Task<long> AskAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(ct) as long? ?? 0;
    }
}
