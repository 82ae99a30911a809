using UpperBack.Store;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Tests.Writing;

public sealed class IndexRefreshTests(PostgresServer server) : ImportTest(server)
{
    private const string Spoil = "update upperback.mt_doc_rendering set index_entry = convert_to(jsonb_set(convert_from(index_entry, 'UTF8')::jsonb, '{terms}', '{}')::text, 'UTF8') where id = 'exercises/plank/en'";

    [Fact]
    public async Task An_index_that_another_build_made_is_made_anew()
    {
        await Refresh();
        await Database.AskAsync(Spoil);
        await Database.AskAsync("update upperback.mt_doc_rendering set index_entry = convert_to(replace(convert_from(index_entry, 'UTF8'), 'Planke', 'Other'), 'UTF8') where slug = 'plank' and language <> 'en'");
        await Database.AskAsync("update upperback.mt_doc_rendering set names = '{}', refers_to = '{}' where language = 'en'");
        Assert.DoesNotContain("plank", await Database.FindAsync("exercises", "muscle", "core"));

        await Database.AskAsync("update upperback.mt_doc_service_state set data = jsonb_set(data, '{value}', '\"another build\"') where id = 'build'");
        Assert.True(await Refresh());
        Assert.Contains("plank", await Database.FindAsync("exercises", "muscle", "core"));
        Assert.Equal("Planke", await Database.AskAsync("select convert_from(index_entry, 'UTF8')::json->'texts'->0->>'text' from upperback.mt_doc_rendering where id = 'exercises/plank/da'"));
        Assert.Equal(true, await Database.AskAsync("select exists (select from upperback.mt_doc_rendering where refers_to @> array['muscles/core']) and exists (select from upperback.mt_doc_rendering where names @> array['bandscheibenvorfall'])"));
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
        Change("exercises", "plank", document => document["cues"]![0] = "Hold still.");
        Folder.Write("routines/evening-stretches.retired.json", """{"slug":"evening-stretches"}""");
        await Import();
        using var before = new TemporaryFolder();
        await Database.ExportAsync(before.Path);
        var revisions = await Database.AskAsync("select count(*) from upperback.mt_doc_revision");

        await Database.AskAsync("update upperback.mt_doc_service_state set data = jsonb_set(data, '{value}', '\"another build\"') where id = 'build'");
        Assert.True(await Refresh());
        Assert.Equal(revisions, await Database.AskAsync("select count(*) from upperback.mt_doc_revision"));
        using var after = new TemporaryFolder();
        await Database.ExportAsync(after.Path);
        Assert.Equal(Files(before), Files(after));
        // A stale translation is no more current for having been indexed anew.
        Assert.Equal(0L, await Database.AskAsync("select count(*) from upperback.mt_doc_rendering where slug in ('plank', 'evening-stretches') and language <> 'en'"));
    }

    [Fact]
    public async Task What_the_service_computes_is_computed_anew_in_a_revision_of_its_own()
    {
        await Database.AskAsync("update upperback.mt_doc_routine set data = data || '{\"minutes\": 599}' where id = 'desk-break'; update upperback.mt_doc_rendering set data = data || '{\"digest\": \"of 599 minutes\"}' where id = 'routines/desk-break/en'");
        await Database.AskAsync("update upperback.mt_doc_service_state set data = jsonb_set(data, '{value}', '\"another build\"') where id = 'build'");
        Assert.True(await Refresh());
        Assert.Equal(3, await Database.AskAsync("select (data->>'minutes')::int from upperback.mt_doc_routine where id = 'desk-break'"));
        Assert.Equal("2 by service", await Database.NewestRevisionAsync("routines", "desk-break"));
    }

    [Fact]
    public async Task An_empty_database_has_nothing_to_index()
    {
        await using var empty = await Server.CreateAsync(filled: false);
        Assert.False(await DatabaseSchema.UpdateAsync(empty.Database));
        Assert.False(await DatabaseSchema.UpdateAsync(empty.Database));
    }

    private Task<bool> Refresh() => DatabaseSchema.UpdateAsync(Database.Database);

    private static SortedDictionary<string, string> Files(TemporaryFolder folder) => new(
        Directory.GetFiles(folder.Path, "*.json", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder.Path, file), File.ReadAllText), StringComparer.Ordinal);
}
