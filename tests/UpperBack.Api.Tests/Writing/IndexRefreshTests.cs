using UpperBack.Api.Tests.Fixtures;
using UpperBack.Store;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Tests.Writing;

public sealed class IndexRefreshTests(PostgresServer server) : ImportTest(server)
{
    private const string Spoil = "update entries set index = jsonb_set(index::jsonb, '{terms}', '{}')::json where collection = 'exercises' and slug = 'plank'";

    [Fact]
    public async Task An_index_that_another_build_made_is_made_anew()
    {
        await Refresh();
        await Database.AskAsync(Spoil);
        await Database.AskAsync("update renderings set index = replace(index::text, 'Planke', 'Other')::json where slug = 'plank'");
        await Database.AskAsync("update entries set names = '{}', refers_to = '{}'");
        Assert.DoesNotContain("plank", await Database.FindAsync("exercises", "muscle", "core"));

        await Database.AskAsync("update memory set value = 'another build' where name = 'index-build'");
        Assert.True(await Refresh());
        Assert.Contains("plank", await Database.FindAsync("exercises", "muscle", "core"));
        Assert.Equal("Planke", await Database.AskAsync("select index->'texts'->0->>'text' from renderings where slug = 'plank' and language = 'da'"));
        Assert.Equal(true, await Database.AskAsync("select exists (select from entries where refers_to @> array['muscles/core']) and exists (select from entries where names @> array['bandscheibenvorfall'])"));
    }

    [Fact]
    public async Task An_index_of_this_build_is_left_alone()
    {
        await Refresh();
        await Database.AskAsync(Spoil);
        Assert.False(await Refresh());
        Assert.DoesNotContain("plank", await Database.FindAsync("exercises", "muscle", "core"));
    }

    [Fact]
    public async Task What_is_published_stays_published_and_gets_no_revision()
    {
        Change("exercises", "plank", document => document["summary"] = "Hold still.");
        Folder.Write("routines/evening-stretches.retired.json", """{"slug":"evening-stretches"}""");
        await Import();
        using var before = new TemporaryFolder();
        await Database.ExportAsync(before.Path);
        var revisions = await Database.AskAsync("select count(*) from revisions");

        await Database.AskAsync("insert into memory values ('index-build', 'another build') on conflict (name) do update set value = excluded.value");
        Assert.True(await Refresh());
        Assert.Equal(revisions, await Database.AskAsync("select count(*) from revisions"));
        using var after = new TemporaryFolder();
        await Database.ExportAsync(after.Path);
        Assert.Equal(Files(before), Files(after));
        // A stale translation is no more current for having been indexed anew.
        Assert.Equal(0L, await Database.AskAsync("select count(*) from renderings where slug in ('plank', 'evening-stretches')"));
    }

    [Fact]
    public async Task What_the_service_computes_is_computed_anew_in_a_revision_of_its_own()
    {
        await Database.AskAsync("update documents set body = (body::jsonb || '{\"minutes\": 599}')::json where slug = 'desk-break'");
        await Database.AskAsync("insert into memory values ('index-build', 'another build') on conflict (name) do update set value = excluded.value");
        Assert.True(await Refresh());
        Assert.Equal(3, await Database.AskAsync("select (body->>'minutes')::int from documents where slug = 'desk-break'"));
        Assert.Equal("2 by service", await Database.NewestRevisionAsync("routines", "desk-break"));
    }

    [Fact]
    public async Task An_empty_database_has_nothing_to_index()
    {
        await using var empty = await Server.CreateAsync(filled: false);
        await Migrations.ApplyAsync(empty.Database);
        Assert.False(await IndexRefresh.RunIfDueAsync(empty.Database));
        Assert.False(await IndexRefresh.RunIfDueAsync(empty.Database));
    }

    private Task<bool> Refresh() => IndexRefresh.RunIfDueAsync(Database.Database);

    private static SortedDictionary<string, string> Files(TemporaryFolder folder) => new(
        Directory.GetFiles(folder.Path, "*.json", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder.Path, file), File.ReadAllText), StringComparer.Ordinal);
}
