using System.Text.Json;

namespace UpperBack.Api.Tests.Search;

/// <summary>A search finds the same however its words are typed.</summary>
public sealed class SpellingVariantTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("de", "Rücken", "Ru\u0308cken")]
    [InlineData("de", "Rücken", "Ruecken")]
    [InlineData("de", "Rücken", "rucken")]
    [InlineData("de", "Rückenschmerzen", "Rueckenschmerzen")]
    [InlineData("fr", "épaule", "epaule")]
    [InlineData("fr", "épaules", "epaules")]
    [InlineData("fr", "épaule", "e\u0301paule")]
    [InlineData("fr", "cœur", "coeur")]
    [InlineData("fr", "étirer", "etirer")]
    [InlineData("es", "muñeca", "muneca")]
    [InlineData("da", "øvelse", "ovelse")]
    [InlineData("da", "øvelse", "oevelse")]
    [InlineData("da", "på åben", "paa aaben")]
    [InlineData("en", "shoulder", "shoul\u00ADder")]
    [InlineData("en", "shoulder", "ｓｈｏｕｌｄｅｒ")]
    [InlineData("en", "flexion", "ﬂexion")]
    [InlineData("en", "upper-back", "upper‐back")]
    [InlineData("en", "child's pose", "child’s pose")]
    [InlineData("en", "\"neck pain\"", "“neck pain”")]
    public async Task Another_spelling_finds_the_same(string locale, string usual, string typed)
    {
        var (expected, found) = (await Found(locale, usual), await Found(locale, typed));
        Assert.NotEmpty(expected);
        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData("da", "skulderbladsmuskel", "skulderblad muskel")]
    [InlineData("de", "Schulterblattmuskel", "Schulterblatt Muskel")]
    [InlineData("de", "Schulternacken", "Schulter Nacken")]
    [InlineData("de", "Schulterruecken", "Schulter Rücken")]
    public async Task A_compound_that_occurs_nowhere_finds_its_parts(string locale, string compound, string parts)
    {
        var found = await Found(locale, compound);
        Assert.NotEmpty(found);
        Assert.Equal(await Found(locale, parts), found);
    }

    [Fact]
    public async Task What_is_spelled_as_it_was_typed_comes_first()
    {
        var editor = await Editor.WithAsync(api);
        foreach (var (slug, name) in (IEnumerable<(string, string)>)[("spelled-a", "Gärtnerei"), ("spelled-b", "Gartnerei")])
            await editor.Published($"/v1/equipment/{slug}", $$"""{"slug":"{{slug}}","kind":"support","name":"{{name}}","summary":"A support."}""");
        Assert.Equal(["spelled-b", "spelled-a"], await Ranked("gartnerei"));
        Assert.Equal(["spelled-a", "spelled-b"], (await Ranked("gärtnerei")).Concat(["spelled-b"]).Distinct());
    }

    [Fact]
    public async Task The_letters_of_the_document_are_marked_in_it()
    {
        var highlights = (await api.GetJson("/v1/exercises?locale=fr&q=epaule&limit=1")).GetProperty("highlights");
        Assert.Matches("<mark>[ÉéEe]paules?</mark>", highlights.GetRawText());
    }

    [Fact]
    public async Task Transposed_letters_are_one_slip()
    {
        var answer = await api.GetJson("/v1/search?q=neck%20pian");
        Assert.Equal("neck pain", answer.GetProperty("correctedSearch").GetString());
    }

    [Theory]
    [InlineData("M54", "M54.")]
    [InlineData("m54.2", "M54.2")]
    [InlineData("M54.2", "M54.2")]
    public async Task A_code_finds_what_is_under_it_in_upper_and_lower_case(string code, string beginning)
    {
        var items = (await api.GetJson($"/v1/conditions?code={code}")).GetProperty("items").EnumerateArray().ToList();
        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.Contains(item.GetProperty("codes").EnumerateArray(), entry => entry.GetProperty("code").GetString()!.StartsWith(beginning, StringComparison.Ordinal)));
    }

    private async Task<IEnumerable<string>> Found(string locale, string search) =>
        (await Items($"/v1/search?locale={locale}&limit=100&q={Uri.EscapeDataString(search)}")).Order(StringComparer.Ordinal);

    private async Task<List<string>> Ranked(string search) => await Items($"/v1/search?collection=equipment&q={Uri.EscapeDataString(search)}");

    private async Task<List<string>> Items(string path) =>
        [.. (await api.GetJson(path)).GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("slug").GetString()}")];
}
