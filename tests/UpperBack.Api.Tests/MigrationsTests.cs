using UpperBack.Api.Tests.Fixtures;
using UpperBack.Store;

namespace UpperBack.Api.Tests;

public sealed class MigrationsTests(PostgresServer server)
{
    [Fact]
    public async Task Every_script_is_applied_once()
    {
        await using var empty = await server.CreateAsync(filled: false);
        Assert.NotEmpty(await Migrations.ApplyAsync(empty.Database, TestContext.Current.CancellationToken));
        Assert.Empty(await Migrations.ApplyAsync(empty.Database, TestContext.Current.CancellationToken));
        Assert.Equal(9L, await empty.AskAsync("select count(*) from collections"));
    }

    [Fact]
    public async Task Instances_that_start_together_wait_for_one_another()
    {
        await using var empty = await server.CreateAsync(filled: false);
        await using var other = empty.Open();
        var applied = await Task.WhenAll(Migrations.ApplyAsync(empty.Database), Migrations.ApplyAsync(other), Migrations.ApplyAsync(other));
        Assert.Single(applied, scripts => scripts.Count > 0);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await using var newer = await server.CreateAsync();
        await newer.AskAsync("insert into schema_scripts (name) values ('999-of-tomorrow.sql')");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Migrations.ApplyAsync(newer.Database, TestContext.Current.CancellationToken));
        Assert.Contains("newer version", refused.Message);
        Assert.Contains("999-of-tomorrow", refused.Message);
    }
}
