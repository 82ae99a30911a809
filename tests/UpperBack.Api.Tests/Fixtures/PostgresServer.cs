using Npgsql;
using UpperBack.Store;
using UpperBack.Store.Writing;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace UpperBack.Api.Tests.Fixtures;

/// <summary>
/// The databases of the tests, each with one user, on one <see cref="PostgresHost"/>. The server starts when a test first needs it,
/// so that the other tests run without one.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly string prefix = $"upperback_test_{Guid.CreateVersion7():N}";
    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task<PostgresHost>> host;
    private readonly Lazy<Task> template;
    private int databases;

    public PostgresServer() => (host, template) = (new(() => PostgresHost.StartAsync(folder.Path)), new(CreateTemplateAsync));

    private string Template => $"{prefix}_template";

    /// <summary>A connection string for a database of this name.</summary>
    public string ConnectionString(string database) => host.Value.Result.ConnectionString(database);

    /// <summary>A database that nobody else uses: filled with the content of seed-data, or without so much as a table.</summary>
    internal async Task<TestDatabase> CreateAsync(bool filled = true)
    {
        // Without a server every test that needs one fails at once, with the message of the first: none is skipped.
        await (filled ? template.Value : host.Value);
        var name = $"{prefix}_{Interlocked.Increment(ref databases)}";
        await ExecuteAsync($"create database {name} template {(filled ? Template : "template0")}");
        return new(this, name);
    }

    /// <summary>Ends every connection to a database and lets nobody in any more, as if its server were gone; or lets them in again.</summary>
    internal Task LetInAsync(string name, bool isOpen) => ExecuteAsync($"""
        alter database {name} allow_connections {isOpen};
        select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}' and not {isOpen};
        """);

    internal Task DropAsync(string name) => ExecuteAsync($"drop database if exists {name} with (force)");

    public async ValueTask DisposeAsync()
    {
        if (host is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await DropAsync(Template);
            await host.Value.Result.DisposeAsync();
        }

        folder.Dispose();
    }

    // A database with the schema and the content of seed-data, of which the others are copies.
    private async Task CreateTemplateAsync()
    {
        await host.Value;
        await ExecuteAsync($"create database {Template} template template0");
        await using var database = Database.Open(Unpooled(Template));
        await DatabaseSchema.UpdateAsync(database);
        var report = await new SeedContent(database, Repository.SeedData).ImportAsync();
        if (report.Faults.Count > 0)
            throw new InvalidOperationException($"seed-data has faults:\n{string.Join('\n', report.Faults)}");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var administration = NpgsqlDataSource.Create(Unpooled("postgres"));
        await using var command = administration.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private string Unpooled(string database) => new NpgsqlConnectionStringBuilder(ConnectionString(database)) { Pooling = false }.ConnectionString;
}
