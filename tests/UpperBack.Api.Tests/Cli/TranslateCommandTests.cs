using System.Text.Json.Nodes;

namespace UpperBack.Api.Tests.Cli;

public sealed class TranslateCommandTests(FilledDatabase filled) : IClassFixture<FilledDatabase>, IDisposable
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Username=nobody;Database=nothing;Timeout=3";
    private const string English = "muscles/rhomboids.json";
    private const string German = "muscles/rhomboids.de.json";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_new_file_has_empty_texts_that_an_import_refuses_until_they_are_written()
    {
        // A muscle that no one has translated yet.
        const string Written = "muscles/new-muscle.de.json";
        CopySeed(English);
        var muscle = Read(English);
        muscle["slug"] = "new-muscle";
        folder.Write("muscles/new-muscle.json", muscle.ToJsonString());

        var ended = await Translate("de", "muscles/new-muscle");
        Assert.Equal((0, ""), (ended.ExitCode, ended.Errors));
        var translation = Read(Written);
        var texts = translation["texts"]!.AsObject();
        Assert.Equal(("new-muscle", "de", "machine"), ((string?)translation["slug"], (string?)translation["language"], (string?)translation["status"]));
        Assert.Contains($"{texts.Count} of {texts.Count} texts to write", ended.Output, StringComparison.Ordinal);
        Assert.All(["/name", "/summary", "/location", "/actions/0"], pointer => Assert.Equal("", (string?)texts[pointer]));
        // Names in a terminology stay as they are in every language.
        Assert.All(["/latinName", "/codes/0/code", "/slug", "/group"], pointer => Assert.False(texts.ContainsKey(pointer)));

        Assert.Equal(
            texts.Select(text => $"{Written}#/texts/{text.Key.Replace("/", "~1", StringComparison.Ordinal)} empty-text"), await filled.FaultsOf(folder));

        foreach (var (pointer, _) in texts.ToList())
            texts[pointer] = $"Text {pointer}";
        folder.Write(Written, translation.ToJsonString());
        var imported = await Binary.RunAsync(filled.Database.ConnectionString, "import", folder.Path);
        Assert.Equal(0, imported.ExitCode);
        Assert.StartsWith("2 created, 0 updated, 0 retired, 1 unchanged.", imported.Output, StringComparison.Ordinal);
        Assert.Equal("Text /name", await filled.Database.AskAsync("select convert_from(index_entry, 'UTF8')::json->'texts'->0->>'text' from upperback.mt_doc_rendering where slug = 'new-muscle' and language = 'de'"));
    }

    [Fact]
    public async Task After_a_change_of_the_English_the_texts_stay_and_those_to_check_are_named()
    {
        CopySeed("exercises/plank.json");
        CopySeed("exercises/plank.de.json");
        var (document, before) = (Read("exercises/plank.json"), Read("exercises/plank.de.json"));
        before["status"] = "reviewed";
        folder.Write("exercises/plank.de.json", before.ToJsonString());
        document["summary"] = "Hold still.";
        document["cues"]!.AsArray().Add("Breathe.");
        document["commonMistakes"]!.AsArray().RemoveAt(2);
        folder.Write("exercises/plank.json", document.ToJsonString());

        var ended = await Translate("de", "exercises/plank");
        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("1 of ", ended.Output, StringComparison.Ordinal);
        Assert.Contains("The English has changed, so check against it: /summary\n", ended.Output, StringComparison.Ordinal);
        var after = Read("exercises/plank.de.json");
        Assert.Equal("", (string?)after["texts"]!["/cues/3"]);
        Assert.False(after["texts"]!.AsObject().ContainsKey("/commonMistakes/2"));
        Assert.All(after["texts"]!.AsObject().Where(text => text.Key != "/cues/3"), text => Assert.Equal((string?)before["texts"]![text.Key], (string?)text.Value));
        Assert.Equal(Content.Documents.TranslationFit.Fingerprint("Hold still."), (string?)after["fingerprints"]!["/summary"]);
        Assert.Equal(before["aliases"]!.ToJsonString(), after["aliases"]!.ToJsonString());
        // Nobody has read it against the new texts yet.
        Assert.Equal("machine", (string?)after["status"]);
    }

    [Fact]
    public async Task An_import_that_makes_translations_stale_names_them()
    {
        CopySeed("routines/desk-break.json");
        var document = Read("routines/desk-break.json");
        document["cautions"]![0]!["advice"] = "Leave it out.";
        folder.Write("routines/desk-break.json", document.ToJsonString());
        var ended = await Binary.RunAsync(filled.Database.ConnectionString, "import", folder.Path);
        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("routines/desk-break (da), routines/desk-break (de), routines/desk-break (es), routines/desk-break (fr)", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_as_it_should_be_stays_byte_for_byte()
    {
        foreach (var file in (string[])["exercises/plank.json", "exercises/plank.de.json", "routines/desk-break.json", "routines/desk-break.de.json"])
            CopySeed(file);
        Assert.Equal(0, (await Translate("de", "exercises/plank", "routines/desk-break")).ExitCode);
        Assert.All(["exercises/plank.de.json", "routines/desk-break.de.json"], file =>
            Assert.Equal(File.ReadAllText(Path.Combine(Repository.SeedData, file)), File.ReadAllText(Path.Combine(folder.Path, file))));
    }

    [Theory]
    [InlineData("en", "muscles/rhomboids", "Must be one of")]
    [InlineData("de", "muscles/rhomboid", "There is no document muscles/rhomboid in ")]
    [InlineData("de", "muscels/rhomboids", "There is no document muscels/rhomboids in ")]
    [InlineData("de", "rhomboids", "There is no document rhomboids in ")]
    [InlineData("de", "muscles/rhomboids.json", "There is no document muscles/rhomboids.json in ")]
    [InlineData("xx", "muscles/rhomboids", "'xx'")]
    [InlineData("1", "muscles/rhomboids", "'1'")]
    [InlineData("99", "muscles/rhomboids", "'99'")]
    public async Task A_wrong_language_or_document_is_said_in_a_sentence(string language, string document, string said)
    {
        CopySeed(English);
        var ended = await Translate(language, document);
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(said, ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Output + ended.Errors, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(English, "{}", "faults")]
    [InlineData(German, "{", "cannot be read")]
    [InlineData(German, "{\"slug\":\"rhomboids\"}", "cannot be read")]
    [InlineData(German, "{\"slug\":\"rhomboids\",\"language\":\"de\",\"status\":\"machine\",\"sourceRevision\":\"000000000000\",\"texts\":null}", "cannot be read")]
    public async Task A_file_that_cannot_be_read_is_named_and_left_as_it_is(string file, string text, string said)
    {
        CopySeed(English);
        folder.Write(file, text);
        var ended = await Translate("de", "muscles/rhomboids");
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(Path.Combine(folder.Path, file), Assert.Single(ended.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains(said, ended.Errors, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(Path.Combine(folder.Path, file), TestContext.Current.CancellationToken));
    }

    // It needs no database.
    private Task<Ended> Translate(string language, params string[] documents) => Binary.RunAsync(Nowhere, ["translate", folder.Path, language, .. documents]);

    private void CopySeed(string file) => folder.Write(file, File.ReadAllText(Path.Combine(Repository.SeedData, file)));

    private JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, file)))!.AsObject();
}
