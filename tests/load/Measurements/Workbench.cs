using Npgsql;
using UpperBack.EmbeddedPostgres;
using UpperBack.Load.Catalogues;
using UpperBack.Load.Driving;

namespace UpperBack.Load.Measurements;

/// <summary>What the measurements share: how long each takes, a PostgreSQL of their own, the filled databases.</summary>
/// <param name="service">The folder that the service was published to.</param>
/// <param name="folder">Where everything is put that is made on the way.</param>
/// <param name="pace">How thoroughly to measure.</param>
/// <param name="server">The PostgreSQL.</param>
internal sealed class Workbench(string service, string folder, Pace pace, EmbeddedPostgresServer server) : IAsyncDisposable
{
    public const int RealExercises = 14;

    public const int DifferentQueries = 50_000;

    public const int ServicePort = 5901, BarePort = 5902, NginxPort = 5903;

    private readonly Dictionary<int, TimeSpan> imports = [];

    public string Service => service;

    public SeedCatalogue Seed { get; } = SeedCatalogue.Read("seed-data");

    /// <summary>The files that the other servers hand out.</summary>
    public string Files { get; } = Directory.CreateDirectory(Path.Combine(folder, "files")).FullName;

    /// <summary>How many exercises the two generated catalogues have.</summary>
    public (int Large, int Huge) Sizes => pace is Pace.Quick ? (500, 2_000) : (10_000, 100_000);

    public int Seconds => pace switch { Pace.Quick => 1, Pace.Short => 2, _ => 3 };

    public int Rounds => pace switch { Pace.Quick => 1, Pace.Short => 2, _ => 3 };

    public int MixedRequests => pace switch { Pace.Quick => 20_000, Pace.Short => 100_000, _ => 1_000_000 };

    /// <summary>How long the command line took to import each generated catalogue.</summary>
    public IReadOnlyDictionary<int, TimeSpan> Imports => imports;

    public static async Task<Workbench> OpenAsync(string service, string folder, Pace pace) => new(
        service, folder, pace, await EmbeddedPostgresServer.StartAsync(Path.Combine(folder, "postgres"), Report, new Dictionary<string, string> { ["max_connections"] = "300" }));

    public static void Report(string what) => Console.WriteLine(what);

    public string ConnectionString(int exercises) => server.ConnectionString($"catalogue_{exercises}");

    /// <summary>Fills a database with so many exercises.</summary>
    public async Task FillAsync(int exercises)
    {
        await using (var administration = NpgsqlDataSource.Create(server.ConnectionString("postgres")))
        await using (var create = administration.CreateCommand($"create database catalogue_{exercises} template template0"))
            await create.ExecuteNonQueryAsync();
        if (exercises == RealExercises)
            return;
        var content = Path.Combine(folder, $"content-{exercises}");
        GeneratedCatalogue.Write(Seed.Folder, content, exercises);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var import = new System.Diagnostics.ProcessStartInfo(Path.Combine(service, "UpperBack.Api"), ["import", content]) { Environment = { ["ConnectionStrings__UpperBack"] = ConnectionString(exercises) } };
        using var process = System.Diagnostics.Process.Start(import)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The import of {exercises} exercises failed.");
        imports[exercises] = watch.Elapsed;
    }

    /// <summary>Asks several servers in turn, several times, so that what else happens on the machine hits them alike.</summary>
    public async Task<IReadOnlyList<Sample>> CompareAsync(params Func<int, Task<Sample>>[] servers)
    {
        foreach (var ask in servers)
            await ask(2 * Seconds);
        var samples = servers.Select(_ => new List<Sample>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var index = 0; index < servers.Length; index++)
                samples[index].Add(await servers[index](Seconds));
        }

        return [.. samples.Select(Sample.Of)];
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}

/// <summary>How thoroughly to measure.</summary>
internal enum Pace
{
    /// <summary>Everything, with a million mixed requests.</summary>
    Full,

    /// <summary>Everything, for a shorter time each.</summary>
    Short,

    /// <summary>A look, with small catalogues.</summary>
    Quick,
}
