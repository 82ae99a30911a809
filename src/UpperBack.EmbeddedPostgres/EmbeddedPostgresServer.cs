using System.Diagnostics;

namespace UpperBack.EmbeddedPostgres;

/// <summary>
/// A PostgreSQL server of our own, for a machine where nobody has set one up: it starts with the process, is reachable
/// only through a Unix socket in a private folder, and stops with the last process that uses it.
/// </summary>
public sealed class EmbeddedPostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Cluster cluster;
    private readonly Action<string> report;
    private Presence? presence;
    private bool started;
    private bool disposed;

    private EmbeddedPostgresServer(Cluster cluster, Action<string> report) => (this.cluster, this.report) = (cluster, report);

    /// <summary>Where the data, the socket and the log are.</summary>
    public string DataFolder => cluster.Folder.Root;

    /// <summary>Whether the server was running already: left behind by a killed process, or in use by another one.</summary>
    public bool Adopted => !started;

    /// <summary>How to reach one of the server's databases. Its application name tells our connections from those of others.</summary>
    public string ConnectionString(string database = "upperback") => presence!.ConnectionString(database);

    /// <summary>Starts the server that keeps its data in a folder, or joins it if it is running.</summary>
    /// <param name="dataFolder">The folder; it is made if it is missing, and is the server's alone.</param>
    /// <param name="report">Receives a short sentence for each step.</param>
    /// <param name="settings">PostgreSQL settings beyond or instead of ours. A server that is running keeps those that it has.</param>
    /// <param name="search">Where to look for PostgreSQL's programs, if not in the usual places.</param>
    /// <param name="ct">Gives up; a server that has been started by then is stopped.</param>
    /// <exception cref="EmbeddedPostgresException">The server cannot be had; the message says what to do.</exception>
    public static async Task<EmbeddedPostgresServer> StartAsync(
        string dataFolder,
        Action<string> report,
        IReadOnlyDictionary<string, string>? settings = null,
        PostgresSearch? search = null,
        CancellationToken ct = default)
    {
        var folder = ServerFolder.At(dataFolder);
        await using var turn = await folder.LockAsync(report, ct);
        await folder.PrepareAsync(ct);
        var binaries = await BinariesForAsync(folder, search ?? PostgresSearch.ThisMachine(), report, ct);
        var server = new EmbeddedPostgresServer(new Cluster(folder, binaries, settings ?? new Dictionary<string, string>()), report);
        try
        {
            await server.JoinOrStartAsync(ct);
            await server.presence!.EnsureDatabaseAsync("upperback", ct);
            return server;
        }
        catch
        {
            await server.LeaveAsync();
            throw;
        }
    }

    /// <summary>Stops the server, unless somebody else is connected to it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed)
            return;

        disposed = true;
        await using var turn = await cluster.Folder.LockAsync(report, CancellationToken.None);
        await LeaveAsync();
    }

    private static async Task<PostgresBinaries> BinariesForAsync(
        ServerFolder folder, PostgresSearch search, Action<string> report, CancellationToken ct)
    {
        try
        {
            return await PostgresBinaries.FindAsync(search, folder.Major, report, ct);
        }
        catch (EmbeddedPostgresException e) when (folder.Major is { } major)
        {
            throw new EmbeddedPostgresException(
                $"PostgreSQL {major} made the data in {folder.Root}, and no other version can read it. {e.Message}", e);
        }
    }

    private async Task JoinOrStartAsync(CancellationToken ct)
    {
        presence = await TryJoinAsync(ct);
        if (presence is not null)
        {
            report($"Using the PostgreSQL {cluster.Major} that is already running in {DataFolder} (process {presence.Postmaster.Id}).");
            return;
        }

        var watch = Stopwatch.StartNew();
        if (cluster.Folder.Major is null)
        {
            report($"Making a PostgreSQL {cluster.Major} database in {DataFolder}.");
            await cluster.CreateAsync(ct);
        }

        started = true;
        await cluster.StartAsync(ct);
        presence = await TryJoinAsync(ct) ?? throw cluster.Failure("it ended right after its start.");
        report($"Started PostgreSQL {cluster.Major} in {DataFolder} ({watch.Elapsed.TotalSeconds:0.0} s).");
    }

    // Connects to the running server, waiting while it recovers. One that is about to stop ends the wait by ending.
    private async Task<Presence?> TryJoinAsync(CancellationToken ct)
    {
        for (var watch = Stopwatch.StartNew(); cluster.Running is { } running; await Task.Delay(25, ct))
        {
            if (await Presence.TryConnectAsync(running, ct) is { } connected)
                return connected;
            if (watch.Elapsed > Patience)
                throw cluster.Failure($"its process, {running.Id}, has not answered for {Patience.TotalSeconds} s.");
        }

        return null;
    }

    // A server that we have neither started nor reached is not ours to stop.
    private async Task LeaveAsync()
    {
        var others = presence is null ? 0 : await presence.OthersAsync();
        if (presence is not null)
            await presence.DisposeAsync();

        if (others > 0)
            report($"Left PostgreSQL running in {DataFolder}: {others} connections of others use it.");
        else if ((started || presence is not null) && cluster.Running is not null)
            report(await cluster.TryStopAsync() is { } failure ? failure.Message : $"Stopped PostgreSQL in {DataFolder}.");
    }
}
