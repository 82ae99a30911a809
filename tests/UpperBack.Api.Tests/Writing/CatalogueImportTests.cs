using System.Text.Json.Nodes;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Tests.Writing;

public sealed class CatalogueImportTests(PostgresServer server) : ImportTest(server)
{
    [Fact]
    public async Task What_is_there_already_gets_no_new_revision_and_moves_no_collection()
    {
        var before = await State();
        var report = await Database.ImportAsync(Repository.SeedData);
        Assert.Equal(0, report.Created + report.Updated + report.Retired);
        Assert.Equal(Directory.GetFiles(Repository.SeedData, "*.json", SearchOption.AllDirectories).Count(file => !file.Contains("schemas", StringComparison.Ordinal)), report.Unchanged);
        Assert.Equal(before, await State());
    }

    [Fact]
    public async Task A_changed_document_gets_one_new_revision_and_moves_only_its_collection()
    {
        Change("equipment", "foam-roller", document => document["name"] = "Roll of foam");
        var versions = await Versions();
        Assert.Equal(1, (await Import()).Updated);
        Assert.Equal("2 by import", await Database.NewestRevisionAsync("equipment", "foam-roller"));
        // Techniques that use it are found by its name, so what is kept beside them was written anew with it.
        Assert.Equal(["equipment", "techniques"], (await Versions()).Except(versions).Select(version => version.Split(' ')[0]).Order());
    }

    [Fact]
    public async Task With_a_fault_in_one_file_nothing_is_imported()
    {
        var before = await State();
        Copy("exercises", "plank", "new-plank");
        Folder.Write("exercises/zebra.json", "{");
        var report = await Database.ImportAsync(Folder.Path);
        Assert.Equal("exercises/zebra.json", Assert.Single(report.Faults).Origin);
        Assert.Equal(0, report.Created);
        Assert.Equal(before, await State());
    }

    [Fact]
    public async Task Moving_a_part_of_a_muscle_moves_the_exercises_that_work_on_it()
    {
        Change("exercises", "plank", document => document["targets"]!.AsArray().Add(JsonNode.Parse("""{"muscle":"lower-trapezius","role":"secondary","effect":"activates"}""")));
        await Import();
        Assert.Contains("plank", await Database.FindAsync("exercises", "muscle", "trapezius"));
        Assert.DoesNotContain("plank", await Database.FindAsync("exercises", "muscle", "deltoid"));

        Change("muscles", "lower-trapezius", document => document["partOf"] = "posterior-deltoid");
        await Import();
        Assert.DoesNotContain("plank", await Database.FindAsync("exercises", "muscle", "trapezius"));
        Assert.Contains("plank", await Database.FindAsync("exercises", "muscle", "deltoid"));
        Assert.Equal("2 by import", await Database.NewestRevisionAsync("exercises", "plank"));
    }

    [Fact]
    public async Task Another_dosage_of_an_exercise_gives_its_routines_other_minutes_in_a_revision_by_the_service()
    {
        var before = await Minutes();
        Change("exercises", "chin-retraction", document => document["dosage"]!["sets"] = 20);
        var report = await Import();
        Assert.Equal(1, report.Updated);
        Assert.True(await Minutes() > before);
        Assert.Equal("2 by service", await Database.NewestRevisionAsync("routines", "desk-break"));
        Assert.Equal("1 by seed-data", await Database.NewestRevisionAsync("routines", "evening-stretches"));
        Assert.Contains("desk-break", await Database.FindAsync("routines", "exercise", "chin-retraction"));
    }

    [Fact]
    public async Task Minutes_are_computed_whatever_is_sent()
    {
        Change("routines", "desk-break", document => document["minutes"] = 600);
        Assert.Equal(1, (await Import()).Unchanged);
        Change("routines", "desk-break", document => document.Remove("minutes"));
        Assert.Equal(1, (await Import()).Unchanged);
    }

    [Fact]
    public async Task A_new_name_of_equipment_finds_the_exercises_that_use_it()
    {
        Change("equipment", "dumbbells", document => document["name"] = "Zanzibars");
        await Import();
        Assert.Equal(1L, await Database.AskAsync("select count(*) from upperback.mt_doc_rendering where id = 'exercises/shoulder-shrug/en' and convert_from(index_entry, 'UTF8') like '%Zanzibars%'"));
    }

    [Fact]
    public async Task Two_imports_at_once_both_succeed()
    {
        await using var other = Database.Open();
        Copy("exercises", "plank", "plank-one");
        using var second = new TemporaryFolder();
        second.Write("exercises/plank-two.json", CopyOf("exercises", "plank", "plank-two").ToJsonString());
        var (documents, _) = DocumentFolder.Read(second.Path);

        var reports = await Task.WhenAll(Database.ImportAsync(Folder.Path), CatalogueImport.RunAsync(other, documents, "other"));
        Assert.All(reports, report => Assert.Equal(1, report.Created));
        Assert.Equal("1 by other", await Database.NewestRevisionAsync("exercises", "plank-two"));
    }

    [Fact]
    public async Task The_same_import_at_once_creates_each_document_once()
    {
        Copy("exercises", "plank", "plank-one");
        var reports = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Database.ImportAsync(Folder.Path)));
        Assert.Equal([0, 0, 1], reports.Select(report => report.Created).Order());
        Assert.Equal("1 by import", await Database.NewestRevisionAsync("exercises", "plank-one"));
    }

    private async Task<int> Minutes() => (int)(await Database.AskAsync("select (data->>'minutes')::int from upperback.mt_doc_routine where id = 'desk-break'"))!;

    private async Task<IEnumerable<string>> Versions() => ((string)(await Database.AskAsync("select string_agg(name || ' ' || version, ',') from upperback.mt_doc_catalogue_state, jsonb_each(data->'versions') v (name, version)"))!).Split(',');
}
