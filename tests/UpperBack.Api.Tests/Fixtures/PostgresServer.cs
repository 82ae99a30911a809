using Npgsql;
using UpperBack.Api.Tests.Fixtures;
using UpperBack.EmbeddedPostgres;
using UpperBack.Store;
using UpperBack.Store.Writing;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace UpperBack.Api.Tests.Fixtures;

/// <summary>
/// The PostgreSQL that the tests share: the one that UPPERBACK_TEST_POSTGRES names, else one of their own. It starts
/// when a test first needs it, so that the others pass without, and hands out databases of which each has one user.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Variable = "UPPERBACK_TEST_POSTGRES";

    // What is lost in a crash is only a test's.
    private static readonly Dictionary<string, string> Hasty = new()
    {
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
        ["max_connections"] = "200",
    };

    private readonly SemaphoreSlim turn = new(1);
    private readonly string prefix = $"upperback_test_{Guid.CreateVersion7():N}";
    private TemporaryFolder? folder;
    private EmbeddedPostgresServer? server;
    private NpgsqlDataSource? administration;
    private int databases;

    private string Template => $"{prefix}_template";

    /// <summary>A connection string for a database of this name.</summary>
    public string ConnectionString(string database) => server is not null
        ? server.ConnectionString(database)
        : new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable)) { Database = database }.ConnectionString;

    /// <summary>A database that nobody else uses: filled with the content of seed-data, or without so much as a table.</summary>
    internal async Task<TestDatabase> CreateAsync(bool filled = true)
    {
        await turn.WaitAsync();
        try
        {
            await StartAsync();
            var name = $"{prefix}_{++databases}";
            await ExecuteAsync($"create database {name} template {(filled ? Template : "template0")}");
            return new(this, name);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Ends every connection to a database and lets nobody in any more, as if its server were gone; or lets them in again.</summary>
    internal Task LetInAsync(string name, bool isOpen) => ExecuteAsync($"""
        alter database {name} allow_connections {isOpen};
        select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}' and not {isOpen};
        """);

    internal Task DropAsync(string name) => ExecuteAsync($"drop database if exists {name} with (force)");

    public async ValueTask DisposeAsync()
    {
        if (administration is not null)
        {
            await DropAsync(Template);
            await administration.DisposeAsync();
        }

        if (server is not null)
            await server.DisposeAsync();
        folder?.Dispose();
        turn.Dispose();
    }

    // Fails again for every test that needs it when there is no PostgreSQL: none is skipped.
    private async Task StartAsync()
    {
        if (administration is not null)
            return;
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 })
        {
            folder ??= new();
            server ??= await EmbeddedPostgresServer.StartAsync(Path.Combine(folder.Path, "postgres"), _ => { }, Hasty);
        }

        administration = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ConnectionString("postgres")) { Pooling = false });
        await ExecuteAsync($"create database {Template} template template0");
        await using var database = Database.Open(new NpgsqlConnectionStringBuilder(ConnectionString(Template)) { Pooling = false }.ConnectionString);
        await Migrations.ApplyAsync(database);
        var report = await new SeedContent(database, Repository.SeedData).ImportAsync();
        if (report.Faults.Count > 0)
            throw new InvalidOperationException($"seed-data has faults:\n{string.Join('\n', report.Faults)}");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = administration!.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
