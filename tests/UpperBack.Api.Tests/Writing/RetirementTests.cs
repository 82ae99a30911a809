
namespace UpperBack.Api.Tests.Writing;

public sealed class RetirementTests(PostgresServer server) : ImportTest(server)
{
    [Fact]
    public async Task A_retired_slug_is_never_given_to_another_document()
    {
        await RetireCopy("old-plank", "plank");
        Clear();
        Copy("exercises", "plank", "old-plank");
        var fault = Assert.Single((await Database.ImportAsync(Folder.Path)).Faults);
        Assert.Equal(("exercises/old-plank.json", "/slug", "slug-retired", "plank"), (fault.Origin, fault.Fault.Pointer, fault.Fault.Code, fault.Fault.Suggestion));
    }

    [Fact]
    public async Task A_reference_to_a_retired_document_is_refused_with_its_replacement()
    {
        await RetireCopy("old-plank", "plank");
        Change("exercises", "push-up", document => document["relations"] = System.Text.Json.Nodes.JsonNode.Parse("""[{"type":"variation","exercise":"old-plank"}]"""));
        var fault = Assert.Single((await Database.ImportAsync(Folder.Path)).Faults);
        Assert.Equal(("/relations/0/exercise", "retired-reference", "plank"), (fault.Fault.Pointer, fault.Fault.Code, fault.Fault.Suggestion));
    }

    [Fact]
    public async Task What_others_refer_to_cannot_be_retired()
    {
        var before = await State();
        Folder.Write("muscles/rhomboids.retired.json", """{"slug":"rhomboids","replacedBy":"trapezius"}""");
        var faults = (await Database.ImportAsync(Folder.Path)).Faults;
        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.Equal(("retired-reference", "trapezius"), (fault.Fault.Code, fault.Fault.Suggestion)));
        Assert.Contains(faults, fault => fault.Origin.Contains("exercises/shoulder-blade-squeeze", StringComparison.Ordinal) && fault.Fault.Pointer == "/targets/0/muscle");
        Assert.Equal(before, await State());
    }

    [Theory]
    [InlineData("""{"slug":"planck","replacedBy":"plank"}""", "/slug", "slug-differs", "old-plank")]
    [InlineData("""{"slug":"old-plank","replacedBy":"planck"}""", "/replacedBy", "unknown-reference", "plank")]
    [InlineData("""{"slug":"old-plank","replacedby":"plank"}""", "/replacedby", "unknown-field", "replacedBy")]
    [InlineData("""{"replacedBy":"plank"}""", "/slug", "missing-field", null)]
    public async Task A_faulty_note_is_refused(string note, string pointer, string code, string? suggestion)
    {
        Folder.Write("exercises/old-plank.retired.json", note);
        var fault = Assert.Single((await Database.ImportAsync(Folder.Path)).Faults);
        Assert.Equal(("exercises/old-plank.retired.json", pointer, code, suggestion), (fault.Origin, fault.Fault.Pointer, fault.Fault.Code, fault.Fault.Suggestion));
    }

    [Fact]
    public async Task A_document_and_the_note_that_it_went_away_cannot_come_together()
    {
        Copy("exercises", "plank", "old-plank");
        Folder.Write("exercises/old-plank.retired.json", """{"slug":"old-plank"}""");
        Assert.Contains("retired-and-present", (await Database.ImportAsync(Folder.Path)).Faults.Select(fault => fault.Fault.Code));
    }

    [Fact]
    public async Task A_retirement_comes_once_and_stays_in_the_history()
    {
        await RetireCopy("old-plank", "plank");
        Assert.Equal("2 by import", await Database.NewestRevisionAsync("exercises", "old-plank"));
        var report = await Import();
        Assert.Equal((0, 1), (report.Retired, report.Unchanged));
        Assert.Equal("2 by import", await Database.NewestRevisionAsync("exercises", "old-plank"));
        Assert.Equal(0L, await Database.AskAsync("select count(*) from upperback.mt_doc_rendering where slug = 'old-plank'"));
    }

    [Fact]
    public async Task A_better_replacement_can_be_named_later()
    {
        await RetireCopy("old-plank", "plank");
        Folder.Write("exercises/old-plank.retired.json", """{"slug":"old-plank","replacedBy":"side-plank"}""");
        await Import();
        Assert.Equal("side-plank", await Database.AskAsync("select data->'retirement'->>'replacedBy' from upperback.mt_doc_document_head where data->>'slug' = 'old-plank'"));
    }

    [Fact]
    public async Task A_replacement_that_is_retired_in_turn_can_be_exported_and_imported()
    {
        Copy("exercises", "plank", "middle-plank");
        await Import();
        Clear();
        Folder.Write("exercises/ancient-plank.retired.json", """{"slug":"ancient-plank","replacedBy":"middle-plank"}""");
        await Import();
        Clear();
        Folder.Write("exercises/middle-plank.retired.json", """{"slug":"middle-plank","replacedBy":"plank"}""");
        await Import();

        using var exported = new TemporaryFolder();
        await Database.ExportAsync(exported.Path);
        Assert.Empty((await Database.ImportAsync(exported.Path)).Faults);
    }

    private async Task RetireCopy(string slug, string replacement)
    {
        Copy("exercises", "plank", slug);
        await Import();
        Clear();
        Folder.Write($"exercises/{slug}.retired.json", $$"""{"slug":"{{slug}}","replacedBy":"{{replacement}}"}""");
        await Import();
    }

    private void Clear() => Directory.Delete(Path.Combine(Folder.Path, "exercises"), recursive: true);
}
