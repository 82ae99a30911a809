using UpperBack.Store;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Tests.Writing;

public sealed class SeedContentTests(PostgresServer server) : ImportTest(server)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var file in Directory.GetFiles(Repository.SeedData, "*.json", SearchOption.AllDirectories))
            Folder.Write(Path.GetRelativePath(Repository.SeedData, file), await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task An_empty_database_is_filled_and_then_left_alone()
    {
        await using var empty = await Server.CreateAsync(filled: false);
        await DatabaseSchema.UpdateAsync(empty.Database);
        Assert.True(await new SeedContent(empty.Database, Folder.Path).IsDueAsync());
        Assert.True((await new SeedContent(empty.Database, Folder.Path).ImportAsync()).Created > 200);
        Assert.False(await new SeedContent(empty.Database, Folder.Path).IsDueAsync());
    }

    [Fact]
    public async Task A_database_that_was_filled_in_another_way_is_left_alone()
    {
        await using var other = await Server.CreateAsync(filled: false);
        await DatabaseSchema.UpdateAsync(other.Database);
        Assert.Empty((await other.ImportAsync(Folder.Path)).Faults);
        Assert.False(await new SeedContent(other.Database, Folder.Path).IsDueAsync());
    }

    [Fact]
    public async Task Changed_content_is_imported()
    {
        Assert.False(await new SeedContent(Database.Database, Folder.Path).IsDueAsync());
        Change("exercises", "plank", document => document["summary"] = "Hold still.");
        var report = await Seed();
        Assert.Equal((1, 0), (report.Updated, report.Kept));
        Assert.Equal("2 by seed-data", await Database.NewestRevisionAsync("exercises", "plank"));
        Assert.False(await new SeedContent(Database.Database, Folder.Path).IsDueAsync());
    }

    [Fact]
    public async Task An_edited_document_survives_a_new_import_of_the_seed()
    {
        await Edit("exercises", "plank", "Our own words.");
        Change("exercises", "plank", document => document["summary"] = "Hold still.");
        Change("exercises", "push-up", document => document["summary"] = "Push.");
        var report = await Seed();
        Assert.Equal((1, 1), (report.Updated, report.Kept));
        Assert.Equal("Our own words.", await Database.AskAsync("select data->>'summary' from upperback.mt_doc_exercise where id = 'plank'"));
        Assert.Equal("Push.", await Database.AskAsync("select data->>'summary' from upperback.mt_doc_exercise where id = 'push-up'"));
    }

    [Fact]
    public async Task A_document_that_only_the_service_recomputed_still_follows_the_content()
    {
        using var edit = new TemporaryFolder();
        var exercise = Seed("exercises", "chin-retraction");
        exercise["dosage"]!["sets"] = 20;
        edit.Write("exercises/chin-retraction.json", exercise.ToJsonString());
        Assert.Empty((await Database.ImportAsync(edit.Path)).Faults);
        Assert.Equal("2 by service", await Database.NewestRevisionAsync("routines", "desk-break"));

        Change("routines", "desk-break", document => document["summary"] = "A short break.");
        await Seed();
        Assert.Equal("A short break.", await Database.AskAsync("select data->>'summary' from upperback.mt_doc_routine where id = 'desk-break'"));
    }

    [Fact]
    public async Task A_retired_document_stays_retired_and_the_service_starts()
    {
        Folder.Write("equipment/kettlebell.json", """{"slug":"kettlebell","name":"Kettlebell","summary":"A ball with a handle.","kind":"resistance"}""");
        await Seed();
        using var retired = new TemporaryFolder();
        retired.Write("equipment/kettlebell.retired.json", """{"slug":"kettlebell","replacedBy":"dumbbells"}""");
        Assert.Empty((await Database.ImportAsync(retired.Path)).Faults);

        Change("exercises", "plank", document => document["summary"] = "Hold still.");
        var report = await Seed();
        Assert.Empty(report.Faults);
        Assert.Equal(1, report.Kept);
        Assert.Equal(true, await Database.AskAsync("select data->'retirement' is not null from upperback.mt_doc_document_head where data->>'slug' = 'kettlebell'"));
    }

    [Fact]
    public async Task Faulty_content_is_reported_and_asked_for_again()
    {
        Folder.Write("exercises/zebra.json", "{}");
        Assert.NotEmpty((await new SeedContent(Database.Database, Folder.Path).ImportAsync()).Faults);
        Assert.True(await new SeedContent(Database.Database, Folder.Path).IsDueAsync());
    }

    private async Task<ImportReport> Seed()
    {
        var seed = new SeedContent(Database.Database, Folder.Path);
        Assert.True(await seed.IsDueAsync());
        var report = await seed.ImportAsync();
        Assert.Empty(report.Faults);
        return report;
    }

    private async Task Edit(string collection, string slug, string summary)
    {
        using var edit = new TemporaryFolder();
        var document = Seed(collection, slug);
        document["summary"] = summary;
        edit.Write($"{collection}/{slug}.json", document.ToJsonString());
        Assert.Equal(1, (await Database.ImportAsync(edit.Path)).Updated);
    }
}
