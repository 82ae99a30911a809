using System.Text.Json.Nodes;
using UpperBack.Api.Tests.Writing;
using UpperBack.Store;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Tests.Languages;

public sealed class TranslationImportTests(PostgresServer server) : ImportTest(server)
{
    [Fact]
    public async Task A_translation_that_is_there_already_as_it_is_gets_no_new_revision()
    {
        var before = await State();
        CopyFile("exercises/plank.de.json");
        var report = await Import();
        Assert.Equal((0, 0, 1), (report.Created, report.Updated, report.Unchanged));
        Assert.Equal(before, await State());
        Assert.Equal("1 by seed-data", await Revision("plank", "de"));
    }

    [Fact]
    public async Task A_changed_translation_gets_a_revision_of_its_own_and_the_document_none()
    {
        Change("exercises", "plank.de", translation => translation["texts"]!["/name"] = "Brett");
        var report = await Import();
        Assert.Equal((0, 1, 0), (report.Created, report.Updated, report.Unchanged));
        Assert.Equal("2 by import", await Revision("plank", "de"));
        Assert.Equal("1 by seed-data", await Revision("plank", "da"));
        Assert.Equal("1 by seed-data", await Database.NewestRevisionAsync("exercises", "plank"));
    }

    [Fact]
    public async Task A_document_and_its_translations_can_come_together()
    {
        Copy("exercises", "plank", "new-plank");
        var texts = Seed("exercises", "plank.es");
        texts["slug"] = "new-plank";
        Folder.Write("exercises/new-plank.es.json", texts.ToJsonString());
        var report = await Import();
        Assert.Equal(2, report.Created);
        Assert.Equal("exercises/new-plank (es)", Assert.Single(report.StaleTranslations).ToString()); // its English name is another
    }

    [Fact]
    public async Task What_was_exported_with_its_translations_is_imported_and_exported_the_same()
    {
        Change("exercises", "plank.fr", translation =>
        {
            translation["status"] = "reviewed";
            translation["texts"]!["/summary"] = "Œuvre « à l’élastique »,\nsans « \" » ni \\ ni 💪.";
            translation["aliases"] = new JsonArray();
        });
        Change("exercises", "push-up", document => document["summary"] = "Push.");
        Assert.Equal(4, (await Import()).StaleTranslations.Count);

        using var first = new TemporaryFolder();
        await Database.ExportAsync(first.Path);
        await using var other = await Server.CreateAsync(filled: false);
        await DatabaseSchema.UpdateAsync(other.Database);
        var report = await other.ImportAsync(first.Path);
        Assert.Empty(report.Faults);
        // What is stale is kept, and still stale.
        Assert.Equal(["exercises/push-up (da)", "exercises/push-up (de)", "exercises/push-up (es)", "exercises/push-up (fr)"], report.StaleTranslations.Select(stale => stale.ToString()));
        using var second = new TemporaryFolder();
        await other.ExportAsync(second.Path);
        Assert.Equal(Files(first), Files(second));
        Assert.Contains("reviewed", Files(second)["exercises/plank.fr.json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retiring_a_document_removes_its_translations()
    {
        Folder.Write("routines/evening-stretches.retired.json", """{"slug":"evening-stretches"}""");
        await Import();
        Assert.Equal(0L, await Database.AskAsync("select (select count(*) from upperback.mt_doc_stored_translation where data->>'slug' = 'evening-stretches') + (select count(*) from upperback.mt_doc_rendering where slug = 'evening-stretches')"));
        using var exported = new TemporaryFolder();
        await Database.ExportAsync(exported.Path);
        Assert.Equal(["routines/evening-stretches.retired.json"], Files(exported).Keys.Where(file => file.Contains("evening-stretches", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_translation_of_what_has_been_retired_is_refused()
    {
        Folder.Write("routines/evening-stretches.retired.json", """{"slug":"evening-stretches"}""");
        await Import();
        using var late = new TemporaryFolder();
        late.Write("routines/evening-stretches.de.json", Seed("routines", "evening-stretches.de").ToJsonString());
        Assert.Equal("routines/evening-stretches.de.json", Assert.Single((await Database.ImportAsync(late.Path)).Faults).Origin);
    }

    [Fact]
    public async Task An_edited_translation_survives_a_new_import_of_the_seed()
    {
        Change("exercises", "plank.de", translation => translation["texts"]!["/name"] = "Unser Brett");
        await Import();
        using var seed = SeedFolder();
        seed.Write("exercises/plank.de.json", Changed("plank.de", "Neues Brett"));
        seed.Write("exercises/plank.da.json", Changed("plank.da", "Ny planke"));
        var report = await new SeedContent(Database.Database, seed.Path).ImportAsync();
        Assert.Empty(report.Faults);
        Assert.Equal((1, 1), (report.Kept, report.Updated));
        Assert.Equal(("2 by import", "2 by seed-data"), (await Revision("plank", "de"), await Revision("plank", "da")));
        Assert.Equal("Unser Brett", await Database.AskAsync("select convert_from(index_entry, 'UTF8')::json->'texts'->0->>'text' from upperback.mt_doc_rendering where slug = 'plank' and language = 'de'"));
        Assert.Equal("Ny planke", await Database.AskAsync("select convert_from(index_entry, 'UTF8')::json->'texts'->0->>'text' from upperback.mt_doc_rendering where slug = 'plank' and language = 'da'"));
    }

    [Fact]
    public async Task A_retired_document_and_its_translations_stay_retired_after_a_new_import_of_the_seed()
    {
        Folder.Write("routines/evening-stretches.retired.json", """{"slug":"evening-stretches"}""");
        await Import();
        using var seed = SeedFolder();
        seed.Write("exercises/plank.da.json", Changed("plank.da", "Ny planke"));
        var report = await new SeedContent(Database.Database, seed.Path).ImportAsync();
        Assert.Empty(report.Faults);
        Assert.Equal("Ny planke", await Database.AskAsync("select convert_from(index_entry, 'UTF8')::json->'texts'->0->>'text' from upperback.mt_doc_rendering where slug = 'plank' and language = 'da'"));
    }

    private static TemporaryFolder SeedFolder()
    {
        var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Repository.SeedData, "*.json", SearchOption.AllDirectories))
            folder.Write(Path.GetRelativePath(Repository.SeedData, file), File.ReadAllText(file));
        return folder;
    }

    private static string Changed(string file, string name)
    {
        var translation = Seed("exercises", file);
        translation["texts"]!["/name"] = name;
        return translation.ToJsonString();
    }

    private void CopyFile(string file) => Folder.Write(file, File.ReadAllText(Path.Combine(Repository.SeedData, file)));

    private async Task<object?> Revision(string slug, string language) =>
        await Database.AskAsync($"select data->>'revision' || ' by ' || (data->>'author') from upperback.mt_doc_stored_translation where data->>'slug' = '{slug}' and data->>'language' = '{language}'");

    private static SortedDictionary<string, string> Files(TemporaryFolder folder) => new(
        Directory.GetFiles(folder.Path, "*.json", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder.Path, file), File.ReadAllText), StringComparer.Ordinal);
}
