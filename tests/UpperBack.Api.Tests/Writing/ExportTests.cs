
namespace UpperBack.Api.Tests.Writing;

public sealed class ExportTests(PostgresServer server) : ImportTest(server)
{
    [Fact]
    public async Task An_export_is_the_seed_data_byte_for_byte()
    {
        await Database.ExportAsync(Folder.Path);
        AssertSame(Repository.SeedData, Folder.Path);
    }

    [Fact]
    public async Task What_was_exported_and_imported_is_exported_the_same()
    {
        Copy("exercises", "plank", "old-plank");
        Change("exercises", "push-up", document => document["summary"] = "Tabs\tand\nlines, “quotes”, \"these\" too, a \\ and 💪, é as e\u0301.");
        await Import();
        File.Delete(Path.Combine(Folder.Path, "exercises", "old-plank.json"));
        Folder.Write("exercises/old-plank.retired.json", """{"slug":"old-plank","replacedBy":"plank","reason":"Described “twice”."}""");
        await Import();

        using var first = new TemporaryFolder();
        await Database.ExportAsync(first.Path);
        await using var other = await Server.CreateAsync(filled: false);
        await Store.DatabaseSchema.UpdateAsync(other.Database);
        Assert.Empty((await other.ImportAsync(first.Path)).Faults);
        using var second = new TemporaryFolder();
        await other.ExportAsync(second.Path);
        AssertSame(first.Path, second.Path);
        Assert.True(File.Exists(Path.Combine(second.Path, "exercises", "old-plank.retired.json")));
    }

    [Fact]
    public async Task A_document_that_has_been_retired_is_exported_as_the_note_alone()
    {
        Copy("exercises", "plank", "old-plank");
        await Import();
        await Database.ExportAsync(Folder.Path);
        using var note = new TemporaryFolder();
        note.Write("exercises/old-plank.retired.json", """{"slug":"old-plank"}""");
        Assert.Empty((await Database.ImportAsync(note.Path)).Faults);

        await Database.ExportAsync(Folder.Path);
        Assert.False(File.Exists(Path.Combine(Folder.Path, "exercises", "old-plank.json")));
        Assert.True(File.Exists(Path.Combine(Folder.Path, "exercises", "old-plank.retired.json")));
    }

    private static void AssertSame(string expected, string actual)
    {
        var files = Files(expected);
        Assert.Equal(files, Files(actual));
        Assert.All(files, file => Assert.Equal(File.ReadAllText(Path.Combine(expected, file)), File.ReadAllText(Path.Combine(actual, file))));
    }

    private static List<string> Files(string folder) =>
    [
        .. Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file))
            .Where(file => !file.StartsWith("schemas", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];
}
