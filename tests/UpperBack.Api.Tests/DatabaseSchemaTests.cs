using UpperBack.Content.Collections;
using UpperBack.Store;

namespace UpperBack.Api.Tests;

public sealed class DatabaseSchemaTests(PostgresServer server)
{
    [Fact]
    public async Task The_schema_is_created_once()
    {
        await using var empty = await server.CreateAsync(filled: false);
        var reports = new List<string>();
        await DatabaseSchema.UpdateAsync(empty.Database, reports.Add, TestContext.Current.CancellationToken);
        await DatabaseSchema.UpdateAsync(empty.Database, reports.Add, TestContext.Current.CancellationToken);
        Assert.Single(reports);
        Assert.Equal((long)CollectionRegistry.All.Count, await empty.AskAsync("select count(*) from upperback.mt_doc_catalogue_state, jsonb_object_keys(data->'versions')"));
    }

    [Fact]
    public async Task The_script_has_what_the_schema_lacks()
    {
        await using var empty = await server.CreateAsync(filled: false);
        var script = await DatabaseSchema.ScriptAsync(empty.Database, TestContext.Current.CancellationToken);
        Assert.Contains("mt_doc_exercise", script);
        Assert.Equal(true, await empty.AskAsync("select to_regclass('upperback.mt_doc_exercise') is null"));

        await empty.AskAsync(script);
        Assert.Empty(await DatabaseSchema.ScriptAsync(empty.Database, TestContext.Current.CancellationToken));
        await DatabaseSchema.UpdateAsync(empty.Database, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(1L, await empty.AskAsync("select count(*) from upperback.mt_doc_catalogue_state"));

        await empty.AskAsync("alter table upperback.mt_doc_revision drop column number");
        Assert.Contains("mt_doc_revision", await DatabaseSchema.ScriptAsync(empty.Database, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Instances_that_start_together_wait_for_one_another()
    {
        await using var empty = await server.CreateAsync(filled: false);
        await using var other = empty.Open();
        var reports = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Task.WhenAll(DatabaseSchema.UpdateAsync(empty.Database, reports.Add), DatabaseSchema.UpdateAsync(other, reports.Add), DatabaseSchema.UpdateAsync(other, reports.Add));
        Assert.Single(reports);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await using var newer = await server.CreateAsync();
        await newer.AskAsync("insert into upperback.mt_doc_service_state (id, data) values ('schema-version', '{\"id\":\"schema-version\",\"value\":\"999\"}') on conflict (id) do update set data = excluded.data");
        await newer.AskAsync("update upperback.mt_doc_service_state set data = jsonb_set(data, '{value}', '\"of tomorrow\"') where id = 'build'");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => DatabaseSchema.UpdateAsync(newer.Database, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains("newer version", refused.Message);
        Assert.Equal("of tomorrow", await newer.AskAsync("select data->>'value' from upperback.mt_doc_service_state where id = 'build'"));
    }

    [Fact]
    public async Task A_database_of_a_version_before_Marten_is_refused_with_the_way_to_bring_its_content_over()
    {
        await using var earlier = await server.CreateAsync(filled: false);
        await earlier.AskAsync("create schema upperback; create table upperback.schema_scripts (name text primary key); create table upperback.documents (slug text)");
        foreach (var refused in new[]
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => DatabaseSchema.UpdateAsync(earlier.Database, cancellationToken: TestContext.Current.CancellationToken)),
            await Assert.ThrowsAsync<InvalidOperationException>(() => DatabaseSchema.ScriptAsync(earlier.Database, TestContext.Current.CancellationToken)),
        })
        {
            Assert.Contains("export", refused.Message);
            Assert.Contains("import", refused.Message);
        }

        Assert.Equal(true, await earlier.AskAsync("select to_regclass('upperback.mt_doc_exercise') is null"));
    }
}
