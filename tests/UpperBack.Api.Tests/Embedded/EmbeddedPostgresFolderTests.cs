using Npgsql;
using UpperBack.EmbeddedPostgres;

namespace UpperBack.Api.Tests.Embedded;

public sealed class EmbeddedPostgresFolderTests : EmbeddedPostgresTest
{
    [Fact]
    public async Task The_server_listens_on_no_port()
    {
        await using var server = await StartAsync();
        Assert.Equal("", await AskAsync(server, "SHOW listen_addresses"));

        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lists a process's sockets in files.");
        var ports = Directory.EnumerateFiles("/proc/net", "tcp*")
            .SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[9]);
        var sockets = Directory.EnumerateFiles($"/proc/{PostmasterId}/fd").Select(file => new FileInfo(file).LinkTarget).ToList();
        Assert.Contains(sockets, socket => socket?.StartsWith("socket:", StringComparison.Ordinal) == true);
        Assert.Empty(ports.Select(inode => $"socket:[{inode}]").Intersect(sockets!));
    }

    [Fact]
    public async Task Only_its_owner_may_enter_the_folder()
    {
        await using var server = await StartAsync();

        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no Unix modes.");
        string[] closed = [DataFolder, new NpgsqlConnectionStringBuilder(server.ConnectionString()).Host!];
        const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Assert.All(closed, one => Assert.Equal(Private, new DirectoryInfo(one).UnixFileMode));
    }

    [Theory]
    [InlineData("a-path-that-is-longer-than-the-hundred-bytes-that-the-address-of-a-socket-may-have-on-most-systems")]
    [InlineData("it's a, \"quoted\"; $HOME `path` with ümläuts")]
    public async Task Any_path_will_do(string name)
    {
        var parent = DataFolder;
        DataFolder = Path.Combine(parent, name);
        await using (var server = await StartAsync())
            await WriteAsync(server);

        await using (var server = await StartAsync())
            Assert.Equal(1L, await CountAsync(server));
        DataFolder = parent;
    }

    [Fact]
    public async Task A_folder_with_other_files_is_refused()
    {
        Directory.CreateDirectory(DataFolder);
        await File.WriteAllTextAsync(Path.Combine(DataFolder, "thesis.txt"), "", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync());
        Assert.Contains(DataFolder, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_of_another_version_is_refused_with_both_versions_named()
    {
        await using (await StartAsync()) { }
        await File.WriteAllTextAsync(Path.Combine(DataFolder, "cluster", "PG_VERSION"), "11\n", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync());
        Assert.StartsWith($"PostgreSQL 11 made the data in {DataFolder}", refused.Message, StringComparison.Ordinal);
        Assert.Contains(DataFolders.Variable, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_start_shows_the_end_of_the_log()
    {
        var failed = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => StartAsync(new Dictionary<string, string> { ["max_connections"] = "many" }));

        Assert.Contains("invalid value for parameter \"max_connections\"", failed.Message, StringComparison.Ordinal);
        Assert.False(IsRunning);
    }
}
