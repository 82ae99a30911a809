using System.Text.Json;

namespace UpperBack.Api.Tests.Languages;

public sealed class TranslatedSearchTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    // Two forms of a word, and what they find first; the form that is typed need not be the one in the text.
    [InlineData("de", "Trapezmuskels", "Trapezmuskel", "trapezius-stretch")]
    [InlineData("de", "Dehnungen", "Dehnung", null)]
    [InlineData("es", "estiramientos", "estiramiento", "trapezius-stretch")]
    [InlineData("es", "planchas", "plancha", null)]
    [InlineData("fr", "étirements", "étirement", "trapezius-stretch")]
    [InlineData("fr", "omoplates", "omoplate", null)]
    [InlineData("da", "øvelser", "øvelse", null)]
    [InlineData("da", "skulderbladene", "skulderblad", "shoulder-blade-squeeze")]
    public async Task The_forms_of_a_word_find_the_same(string language, string one, string other, string? first)
    {
        var (found, same) = (await Search("exercises", language, one), await Search("exercises", language, other));
        Assert.False(found.TryGetProperty("correctedSearch", out _));
        Assert.NotEmpty(ApiFixture.Slugs(found));
        Assert.Equal(ApiFixture.Slugs(same).Order(StringComparer.Ordinal), ApiFixture.Slugs(found).Order(StringComparer.Ordinal));
        if (first is not null)
            Assert.Equal(first, ApiFixture.Slugs(found)[0]);
    }

    [Theory]
    [InlineData("de", "Bandscheibenvorfall")]
    [InlineData("de", "Bandscheibenvorfälle")]
    [InlineData("es", "hernias")]
    [InlineData("fr", "hernies")]
    [InlineData("da", "diskusprolaps")]
    public async Task The_search_of_the_whole_catalogue_reads_the_language(string language, string words)
    {
        var hit = (await api.GetJson($"/v1/search?q={Uri.EscapeDataString(words)}&locale={language}")).GetProperty("items")[0];
        Assert.Equal(("conditions", "disc-herniation"), (hit.GetProperty("collection").GetString(), hit.GetProperty("slug").GetString()));
        Assert.Equal((await api.GetJson($"/v1/conditions/disc-herniation?locale={language}")).GetProperty("name").GetString(), hit.GetProperty("name").GetString());
        Assert.Equal((await api.GetJson($"/v1/conditions/disc-herniation?locale={language}")).GetProperty("summary").GetString(), hit.GetProperty("summary").GetString());
    }

    [Theory]
    [InlineData("de", "trapezius-stretch", "Trapezmuskel", "<mark>Trapezmuskels</mark>")]
    [InlineData("es", "trapezius-stretch", "estiramientos", "<mark>Estiramiento</mark>")]
    [InlineData("fr", "trapezius-stretch", "étirements", "<mark>Étirement</mark>")]
    [InlineData("da", "shoulder-blade-squeeze", "skulderblad", "<mark>skulderbladene</mark>")]
    public async Task What_matches_is_marked_in_the_texts_of_the_language(string language, string slug, string words, string marked)
    {
        var page = await Search("exercises", language, words);
        Assert.Contains(marked, page.GetProperty("highlights").GetProperty(slug).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("de")]
    [InlineData("da")]
    public async Task Documents_without_a_translation_are_found_by_their_English_words(string language)
    {
        var sources = await Search("sources", language, "shoulder blades");
        Assert.NotEmpty(ApiFixture.Slugs(sources));
        Assert.Equal(
            ApiFixture.Slugs(await Search("sources", "en", "shoulder blades")).Order(StringComparer.Ordinal), ApiFixture.Slugs(sources).Order(StringComparer.Ordinal));
        Assert.Contains("<mark>", sources.GetProperty("highlights").GetRawText());
        var first = (await api.GetJson($"/v1/search?q=finucane&locale={language}")).GetProperty("items")[0];
        Assert.Equal("finucane-2020-red-flags", first.GetProperty("slug").GetString());
    }

    [Theory]
    [InlineData("en", "Trapezmuskels")]
    [InlineData("en", "skulderbladene")]
    [InlineData("de", "skulderbladene")]
    [InlineData("es", "Schulterblätter")]
    public async Task Words_of_another_language_are_not_those_of_this_one(string language, string words) =>
        Assert.DoesNotContain("shoulder-blade-squeeze", ApiFixture.Slugs(await Search("exercises", language, words)));

    [Theory]
    [InlineData("fr", "étirments", "étirements")]
    [InlineData("de", "Trapezmuskal", "trapezmuskel")]
    [InlineData("da", "skulderbladne", "skulderbladene")]
    public async Task A_misspelt_word_is_replaced_by_one_of_the_language(string language, string typed, string meant)
    {
        var page = await Search("exercises", language, typed);
        Assert.Equal(meant, page.GetProperty("correctedSearch").GetString());
        Assert.NotEmpty(ApiFixture.Slugs(page));
    }

    private Task<JsonElement> Search(string collection, string language, string words) =>
        api.GetJson($"/v1/{collection}?q={Uri.EscapeDataString(words)}&locale={language}&limit=100");
}
