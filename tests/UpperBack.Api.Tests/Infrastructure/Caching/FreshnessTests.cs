using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Tests.Infrastructure.Caching;

/// <summary>What is kept is as new as the database, on every instance; and what happens when the database is gone.</summary>
public sealed class FreshnessTests(PostgresServer server) : IAsyncLifetime
{
    private TestDatabase database = null!;
    private ServiceInstance one = null!, other = null!;

    public async ValueTask InitializeAsync()
    {
        database = await server.CreateAsync();
        one = await ServiceInstance.StartAsync(database);
        other = await ServiceInstance.StartAsync(database);
    }

    public async ValueTask DisposeAsync()
    {
        await database.GiveBackAsync();
        await one.DisposeAsync();
        await other.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_publish_is_seen_within_a_second_on_every_instance_by_everything_that_depends_on_it()
    {
        string[] paths = ["/v1/exercises/plank", "/v1/exercises?slug=plank", "/v1/search?q=renamed", "/v1/exercises?q=renamed"];
        for (var round = 1; round <= 3; round++)
        {
            foreach (var path in paths)
            {
                (await one.Get(path)).Dispose();
                (await other.Get(path)).Dispose();
            }

            var name = $"Plank renamed {round}";
            await RenameAsync(name);
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            foreach (var path in paths)
            {
                foreach (var instance in (ServiceInstance[])[one, other])
                    Assert.Contains(name, await TextOf(instance, path), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task What_does_not_depend_on_a_publish_stays_kept()
    {
        string[] independent = ["/v1/sources", "/v1/muscles?partOf=trapezius", "/v1/muscles/trapezius"];
        // What stands in the list of the exercises moves with them, and tells that this instance has heard.
        string[] dependent = ["/v1/exercises?slug=plank", "/v1/routines?include=exercises"];
        foreach (var path in (string[])[.. independent, .. dependent])
            (await one.Get(path)).Dispose();
        await RenameAsync("Plank renamed");
        await UntilAsync(async () => (await TextOf(one, dependent[0])).Contains("Plank renamed", StringComparison.Ordinal));
        Assert.Contains("Plank renamed", await TextOf(one, dependent[1]), StringComparison.Ordinal);
        foreach (var path in independent)
        {
            using var answer = await one.Get(path);
            Assert.False(answer.Headers.Contains("Server-Timing"), path);
        }
    }

    [Fact]
    public async Task With_the_database_gone_what_is_kept_goes_on_and_says_how_old_it_is_and_the_rest_is_503()
    {
        string[] kept = ["/v1/exercises/plank", "/v1/exercises?kind=stretch"];
        foreach (var path in kept)
            (await one.Get(path)).Dispose();
        await database.TakeAwayAsync();
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        foreach (var path in kept)
        {
            using var answer = await one.Get(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.InRange(answer.Headers.Age!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
            using var known = await one.Get(path, null, ("If-None-Match", answer.Headers.ETag!.ToString()));
            Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        }

        using var rest = await one.Get("/v1/exercises/side-plank");
        await rest.Problem(HttpStatusCode.ServiceUnavailable, "database-unavailable");
        Assert.NotNull(rest.Headers.RetryAfter);
        using var head = await one.Send(HttpMethod.Head, "/v1/exercises/push-up");
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);

        await database.GiveBackAsync();
        await UntilAsync(async () => (await one.Get("/v1/exercises/side-plank")).StatusCode is HttpStatusCode.OK && (await one.Get(kept[0])).Headers.Age is null);
        await RenameAsync("Plank renamed");
        await UntilAsync(async () => (await TextOf(one, kept[0])).Contains("Plank renamed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/v1/exercises")]
    [InlineData("/v1/exercises?muscle=trapezius&facets=kind")]
    [InlineData("/v1/exercises/plank?fields=name")]
    [InlineData("/v1/search?q=neck")]
    [InlineData("/v1/catalogue")]
    public async Task HEAD_and_304_need_no_database(string path)
    {
        using var get = await one.Get(path);
        var tag = get.Headers.ETag!.ToString();
        // An instance that has kept nothing.
        (await other.Get("/v1/muscles")).Dispose();
        await database.TakeAwayAsync();
        using var head = await other.Send(HttpMethod.Head, path);
        using var known = await other.Get(path, null, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(tag, head.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    private async Task RenameAsync(string name)
    {
        using var folder = new TemporaryFolder();
        var document = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.SeedData, "exercises", "plank.json"), TestContext.Current.CancellationToken))!;
        document["name"] = name;
        folder.Write("exercises/plank.json", document.ToJsonString());
        var (documents, faults) = DocumentFolder.Read(folder.Path);
        Assert.Empty((await CatalogueImport.RunAsync(database.Database, documents, "test", faults, cancellationToken: TestContext.Current.CancellationToken)).Faults);
    }

    private static async Task<string> TextOf(ServiceInstance instance, string path)
    {
        using var answer = await instance.Get(path);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "It never came.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
