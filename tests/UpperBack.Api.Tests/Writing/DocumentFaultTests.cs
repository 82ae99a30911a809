
namespace UpperBack.Api.Tests.Writing;

public sealed class DocumentFaultTests(FilledDatabase filled) : IClassFixture<FilledDatabase>
{
    [Theory]
    // A part of the file, what stands there instead, and what the import is refused for.
    [InlineData("\"name\": \"Plank\"", "\"name\": 5", "#/name wrong-type")]
    [InlineData("\"kind\": \"strength\"", "\"kind\": [\"strength\"]", "#/kind wrong-type")]
    [InlineData("\"equipment\": []", "\"equipment\": {}", "#/equipment wrong-type")]
    [InlineData("\"equipment\": []", "\"equipment\": [null]", "#/equipment/0 wrong-type")]
    [InlineData("\"equipment\": []", "\"equipment\": [{\"equipment\":\"mat\",\"required\":\"yes\"}]", "#/equipment/0/required wrong-type")]
    [InlineData("\"name\": \"Plank\"", "\"name\": \"Plank\", \"nmae\": \"Plank\"", "#/nmae unknown-field name")]
    [InlineData("\"name\": \"Plank\"", "\"name\": \"Plank\", \"a/b~c\": 1", "#/a~1b~0c unknown-field")]
    [InlineData("\"role\": \"primary\"", "\"role\": \"primary\", \"muscel\": \"core\"", "#/targets/0/muscel unknown-field muscle")]
    [InlineData("\"name\": \"Plank\"", "\"name\": \"Plank\", \"name\": \"Plank\"", "#/name duplicate-field")]
    [InlineData("\"name\": \"Plank\",", "", "#/name missing-field")]
    [InlineData("\"role\": \"primary\",", "", "#/targets/0/role missing-field")]
    [InlineData("\"name\": \"Plank\"", "\"name\": null", "#/name invalid-value")]
    [InlineData("\"equipment\": []", "\"equipment\": null", "#/equipment invalid-value")]
    [InlineData("\"name\": \"Plank\"", "\"name\": \"\"", "#/name empty-text")]
    [InlineData("\"name\": \"Plank\"", "\"name\": \" \\n\\t\"", "#/name empty-text")]
    [InlineData("\"equipment\": []", "\"equipment\": [{\"equipment\":\"mat\",\"required\":false,\"role\":\"\"}]", "#/equipment/0/role empty-text")]
    [InlineData("\"kind\": \"strength\"", "\"kind\": \"strenght\"", "#/kind unknown-value strength")]
    [InlineData("\"kind\": \"strength\"", "\"kind\": \"Strength\"", "#/kind unknown-value strength")]
    [InlineData("\"muscle\": \"core\"", "\"muscle\": \"coer\"", "#/targets/0/muscle unknown-reference core")]
    [InlineData("\"muscle\": \"core\"", "\"muscle\": \"zebra\"", "#/targets/0/muscle unknown-reference")]
    [InlineData("\"muscle\": \"core\"", "\"muscle\": \"Core!\"", "#/targets/0/muscle invalid-value core")]
    [InlineData("\"muscle\": \"core\"", "\"muscle\": \"core\\n\"", "#/targets/0/muscle invalid-value core")]
    [InlineData("\"name\": \"Plank\"", "\"name\": \"\\ud800\"", "#/name invalid-text")]
    [InlineData("\"name\": \"Plank\"", "\"name\": \"Pl\\u0000ank\"", "#/name invalid-text")]
    [InlineData("\"name\": \"Plank\"", "\"name\": \"Pl\\u0007ank\"", "#/name invalid-text")]
    [InlineData("\"kind\": \"strength\"", "\"kind\": \"\\udc00\"", "#/kind invalid-text")]
    [InlineData("\"equipment\": []", "\"equipment\": [], \"dosage\": {\"asWritten\":\"x\",\"holdSeconds\":601}", "#/dosage/holdSeconds out-of-range")]
    [InlineData("\"equipment\": []", "\"equipment\": [], \"dosage\": {\"asWritten\":\"x\",\"sets\":-1}", "#/dosage/sets out-of-range")]
    [InlineData("\"equipment\": []", "\"equipment\": [], \"dosage\": {\"asWritten\":\"x\",\"sets\":3.5}", "#/dosage/sets invalid-value")]
    [InlineData("\"equipment\": []", "\"equipment\": [], \"dosage\": {\"asWritten\":\"x\",\"sets\":99999999999999999999}", "#/dosage/sets invalid-value")]
    [InlineData("\"equipment\": []", "\"equipment\": [], \"dosage\": {\"asWritten\":\"x\",\"sets\":\"3\"}", "#/dosage/sets wrong-type")]
    [InlineData("\"equipment\": []", "\"equipment\": [], \"dosage\": {\"asWritten\":\"x\",\"sets\":null}", "")]
    [InlineData("\"aliases\": [", "\"aliases\": [\"Push-up\", ", "#/aliases/0 alias-is-a-slug")]
    public async Task A_fault_is_reported_with_its_path_and_pointer(string part, string instead, string fault)
    {
        var text = await Seed("exercises/plank.json");
        var at = text.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0, $"plank.json has no {part}");
        var faulty = text[..at] + instead + text[(at + part.Length)..];
        if (fault.Length == 0)
            faulty = faulty.Replace("\"slug\": \"plank\"", "\"slug\": \"plank\", \"zebra\": 1", StringComparison.Ordinal);
        Assert.Equal([fault.Length == 0 ? "exercises/plank.json#/zebra unknown-field" : $"exercises/plank.json{fault}"], await filled.FaultsOf(("exercises/plank.json", faulty)));
    }

    [Theory]
    [InlineData("{\n  \"slug\": \"plank\",\n  oops\n}", "line 3")]
    [InlineData("{\"slug\": \"plank\"", "line 1")]
    [InlineData("", "line 1")]
    [InlineData("{\"slug\": \"plank\"} {}", "line 1")]
    [InlineData("{\"slug\": \"plank\", // a comment\n}", "line 1")]
    public async Task What_is_no_well_formed_JSON_is_reported_with_where_to_look(string text, string place)
    {
        using var folder = new TemporaryFolder();
        folder.Write("exercises/plank.json", text);
        var fault = Assert.Single((await filled.Database.ImportAsync(folder.Path)).Faults);
        Assert.Equal(("exercises/plank.json", "malformed-json"), (fault.Origin, fault.Fault.Code));
        Assert.Contains(place, fault.Fault.Detail);
    }

    [Theory]
    [InlineData("{\"slug\":\"plank\",\"\\ud800\":1}")] // a lone surrogate as a name
    [InlineData("{\"slug\":\"plank\",\"\\u0000\":1}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"plank\"")]
    public async Task Anything_else_is_a_fault_and_not_a_failure(string text) =>
        Assert.All(await filled.FaultsOf(("exercises/plank.json", text)), fault => Assert.StartsWith("exercises/plank.json#", fault, StringComparison.Ordinal));

    [Fact]
    public async Task Nesting_without_end_is_a_fault() => Assert.Equal(
        ["exercises/plank.json# malformed-json"], await filled.FaultsOf(("exercises/plank.json", new string('[', 100_000))));

    [Fact]
    public async Task Bytes_that_are_no_text_are_a_fault()
    {
        using var folder = new TemporaryFolder();
        folder.Write("exercises/plank.json", "");
        byte[] text = [.. "{\"slug\":\"plank\",\"name\":\""u8, 0xff, 0xfe, .. "\"}"u8];
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "exercises", "plank.json"), text, TestContext.Current.CancellationToken);
        Assert.Contains("exercises/plank.json#/name invalid-text", await filled.FaultsOf(folder));
    }

    [Fact]
    public async Task Every_fault_of_every_file_comes_at_once() => Assert.Equal(
        [
            "exercises/planck.json#/slug slug-differs planck", "muscles/core.json# malformed-json", "musles# unknown-collection muscles",
            "sources/readme.txt# unknown-file", "sources/uberon.json#/kind unknown-value terminology", "sources/uberon.json#/year out-of-range",
        ],
        (await filled.FaultsOf(
            ("exercises/planck.json", await Seed("exercises/plank.json")), ("muscles/core.json", "{"), ("musles/core.json", "{}"), ("sources/readme.txt", "x"),
            ("sources/uberon.json", """{"slug":"uberon","name":"x","summary":"x","kind":"terminolgy","title":"x","access":"page","supports":["x"],"year":12}"""))).Order(StringComparer.Ordinal));

    [Fact]
    public async Task An_empty_folder_is_a_fault() => Assert.EndsWith("# empty-folder", Assert.Single(await filled.FaultsOf()), StringComparison.Ordinal);

    [Theory]
    [InlineData("plank.json")]
    [InlineData("exercises/old/plank.json")]
    public async Task A_document_in_the_wrong_place_is_not_passed_over(string file) =>
        Assert.NotEmpty(await filled.FaultsOf((file, await Seed("exercises/plank.json")), ("muscles/core.json", await Seed("muscles/core.json"))));

    [Theory]
    [InlineData("doi", "10.1002/14651858.CD004250.pub5\\n")]
    [InlineData("doi", "https://doi.org/10.1002/x")]
    [InlineData("url", "javascript:alert(1)")]
    [InlineData("pmid", "12\\n")]
    public async Task An_identifier_of_another_form_is_refused(string member, string value) => Assert.Equal(
        [$"sources/new.json#/{member} invalid-value"],
        await filled.FaultsOf(("sources/new.json", $$"""{"slug":"new","name":"x","summary":"x","kind":"article","title":"x","access":"page","supports":["x"],"{{member}}":"{{value}}"}""")));

    private static Task<string> Seed(string file) => File.ReadAllTextAsync(Path.Combine(Repository.SeedData, file), TestContext.Current.CancellationToken);
}
