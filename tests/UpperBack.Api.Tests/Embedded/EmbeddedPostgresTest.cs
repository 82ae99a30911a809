using System.Globalization;
using Npgsql;
using UpperBack.EmbeddedPostgres;

namespace UpperBack.Api.Tests.Embedded;

/// <summary>A folder for the servers of one test, and what the tests ask of them.</summary>
public abstract class EmbeddedPostgresTest : IDisposable
{
    private static readonly Dictionary<string, string> Hasty = new() { ["fsync"] = "off" };

    // Not CreateTempSubdirectory: its folders are closed to the user that runs PostgreSQL for root.
    private readonly string temporary = Path.Combine(Path.GetTempPath(), $"upperback-tests-{Guid.CreateVersion7():N}");
    private readonly List<string> reports = [];

    protected EmbeddedPostgresTest() => DataFolder = temporary;

    protected static IReadOnlyDictionary<string, string> NoSettings { get; } = new Dictionary<string, string>();

    protected string DataFolder { get; set; }

    protected IReadOnlyList<string> Reports => reports;

    protected bool IsRunning => File.Exists(PidFile);

    protected string PidFile => Path.Combine(DataFolder, "cluster", "postmaster.pid");

    protected int PostmasterId => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        if (Directory.Exists(temporary))
            Directory.Delete(temporary, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts a server that does not wait for the disk, unless other settings are given.</summary>
    protected Task<EmbeddedPostgresServer> StartAsync(IReadOnlyDictionary<string, string>? settings = null) => EmbeddedPostgresServer.StartAsync(
        DataFolder, Report, settings ?? Hasty, ct: TestContext.Current.CancellationToken);

    protected static Task<object?> WriteAsync(EmbeddedPostgresServer server) =>
        AskAsync(server, "CREATE TABLE kept (note text); INSERT INTO kept VALUES ('a write')");

    protected static Task<object?> CountAsync(EmbeddedPostgresServer server) => AskAsync(server, "SELECT count(*) FROM kept");

    /// <summary>All that the server notices of a killed client: its connections end.</summary>
    protected static Task<object?> CutOffAsync(EmbeddedPostgresServer server) => AskAsync(
        server, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");

    protected static async Task<object?> AskAsync(EmbeddedPostgresServer server, string sql)
    {
        await using var database = NpgsqlDataSource.Create(server.ConnectionString());
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private void Report(string said)
    {
        lock (reports)
            reports.Add(said);
    }
}
