using System.Diagnostics;
using UpperBack.EmbeddedPostgres;

namespace UpperBack.Api.Tests.Embedded;

public sealed class EmbeddedPostgresTests : EmbeddedPostgresTest
{
    [Fact]
    public async Task A_first_start_makes_the_database_and_says_so()
    {
        await using var server = await StartAsync();

        Assert.False(server.Adopted);
        Assert.Equal(DataFolder, server.DataFolder);
        Assert.Equal("upperback", await AskAsync(server, "SELECT current_database()"));
        Assert.Equal("UTF8", await AskAsync(server, "SHOW server_encoding"));
        Assert.Collection(
            Reports,
            said => Assert.StartsWith("Making a PostgreSQL ", said, StringComparison.Ordinal),
            said => Assert.StartsWith("Started PostgreSQL ", said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_write_that_was_acknowledged_is_on_the_disk_unless_the_caller_waives_it()
    {
        await using (var careful = await StartAsync(NoSettings))
            Assert.Equal("on", await AskAsync(careful, "SHOW fsync"));

        await using var hasty = await StartAsync(
            new Dictionary<string, string> { ["fsync"] = "off", ["log_line_prefix"] = @"it's a \ prefix" });
        Assert.Equal("off", await AskAsync(hasty, "SHOW fsync"));
        Assert.Equal(@"it's a \ prefix", await AskAsync(hasty, "SHOW log_line_prefix"));
    }

    [Fact]
    public async Task Data_is_kept_between_runs()
    {
        await using (var first = await StartAsync())
            await WriteAsync(first);

        await using var second = await StartAsync();
        Assert.False(second.Adopted);
        Assert.Equal(1L, await CountAsync(second));
    }

    [Fact]
    public async Task A_server_stops_with_the_process_that_started_it()
    {
        var server = await StartAsync();
        var process = Process.GetProcessById(PostmasterId);

        await server.DisposeAsync();
        await server.DisposeAsync();

        Assert.False(IsRunning);
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(5)));
        Assert.Equal($"Stopped PostgreSQL in {DataFolder}.", Reports[^1]);
    }

    [Fact]
    public async Task A_server_left_behind_by_a_killed_run_is_adopted()
    {
        var killed = await StartAsync();
        await WriteAsync(killed);
        await CutOffAsync(killed);

        var next = await StartAsync();
        Assert.True(next.Adopted);
        Assert.Equal(1L, await CountAsync(next));

        await next.DisposeAsync();
        Assert.False(IsRunning);
    }

    [Fact]
    public async Task A_server_that_another_process_uses_is_left_running()
    {
        var first = await StartAsync();
        await using (var second = await StartAsync())
        {
            await first.DisposeAsync();
            Assert.StartsWith("Left PostgreSQL running", Reports[^1], StringComparison.Ordinal);
            Assert.Equal("upperback", await AskAsync(second, "SELECT current_database()"));
        }

        Assert.False(IsRunning);
    }

    [Fact]
    public async Task A_killed_server_is_started_again_with_what_was_committed()
    {
        await using var killed = await StartAsync(NoSettings);
        await WriteAsync(killed);
        using (var process = Process.GetProcessById(PostmasterId))
            process.Kill();

        await using var next = await StartAsync();
        Assert.Equal(1L, await CountAsync(next));
    }

    [Fact]
    public async Task A_process_id_that_another_program_has_by_now_is_no_server()
    {
        string[] lines;
        await using (await StartAsync())
            lines = await File.ReadAllLinesAsync(PidFile, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(PidFile, [$"{Environment.ProcessId}", .. lines[1..]], TestContext.Current.CancellationToken);

        await using var next = await StartAsync();
        Assert.False(next.Adopted);
    }

    [Fact]
    public async Task Several_that_start_at_the_same_moment_share_one_server()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => StartAsync())));

        Assert.Single(servers, server => !server.Adopted);
        foreach (var server in servers)
            Assert.Equal("upperback", await AskAsync(server, "SELECT current_database()"));

        await Task.WhenAll(servers.Select(server => server.DisposeAsync().AsTask()));
        Assert.False(IsRunning);
    }
}
