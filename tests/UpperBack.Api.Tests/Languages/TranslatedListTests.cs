using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using UpperBack.Content.Collections;

namespace UpperBack.Api.Tests.Languages;

public sealed class TranslatedListTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    public static TheoryData<string> Languages => ["de", "es", "fr", "da"];

    [Theory, MemberData(nameof(Languages))]
    public async Task Names_are_sorted_in_the_language_and_accents_do_not_matter(string language)
    {
        var names = Names(await api.GetJson($"/v1/exercises?locale={language}&sort=name&limit=100"));
        Assert.Equal(14, names.Count);
        Assert.Equal(names.OrderBy(Folded, StringComparer.Ordinal), names);
        Assert.Equal(names.AsEnumerable().Reverse(), Names(await api.GetJson($"/v1/exercises?locale={language}&sort=-name&limit=100")));
    }

    [Fact]
    public async Task An_accent_at_the_beginning_sorts_as_the_letter_under_it() => Assert.Equal(
        ["Étirement des pectoraux", "Étirement du trapèze", "Extension de l’épaule debout"],
        Names(await api.GetJson("/v1/exercises?locale=fr&sort=name&limit=3")));

    [Theory, MemberData(nameof(Languages))]
    public async Task Pages_go_on_in_the_order_of_the_language(string language)
    {
        var walked = new List<string>();
        for (string? next = $"/v1/exercises?locale={language}&sort=name&limit=3"; next is not null;)
        {
            var page = await api.GetJson(next);
            walked.AddRange(Names(page));
            next = page.GetProperty("links").TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        Assert.Equal(Names(await api.GetJson($"/v1/exercises?locale={language}&sort=name&limit=100")), walked);
    }

    [Theory]
    [InlineData("/v1/exercises?sort=name&limit=3")]
    [InlineData("/v1/exercises?q=trapezius&limit=2")]
    [InlineData("/v1/search?q=trapezius&limit=2")]
    public async Task A_cursor_of_one_language_does_not_fit_another(string path)
    {
        var cursor = (await api.GetJson($"{path}&locale=de")).GetProperty("nextCursor").GetString();
        using var other = await api.Get($"{path}&locale=da&cursor={cursor}");
        await other.Problem(HttpStatusCode.BadRequest, "invalid-cursor");
        // The header chooses the language as well as the parameter does.
        using var same = await api.Get($"{path}&cursor={cursor}", ("Accept-Language", "de-CH"));
        Assert.Equal(HttpStatusCode.OK, same.StatusCode);
    }

    [Fact]
    public async Task Facets_and_included_documents_are_in_the_language_where_there_is_one()
    {
        var page = await api.GetJson("/v1/exercises?slug=plank,chin-retraction&locale=de&facets=condition,muscle&include=conditions,sources");
        Assert.Equal("Nackenschmerzen", Label(page, "condition", "neck-pain"));
        Assert.Equal("Tiefe Halsbeuger", Label(page, "muscle", "deep-neck-flexors"));
        var included = page.GetProperty("included");
        var (neckPain, source) = (included.GetProperty("conditions").GetProperty("neck-pain"), included.GetProperty("sources").GetProperty("jones-upper-back-exercises"));
        Assert.Equal(("Nackenschmerzen", "de"), (neckPain.GetProperty("name").GetString(), neckPain.GetProperty("language").GetString()));
        Assert.Equal("machine", neckPain.GetProperty("translation").GetString());
        Assert.Equal(("Jones (Injurymap)", "en"), (source.GetProperty("name").GetString(), source.GetProperty("language").GetString()));
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task A_translation_touches_texts_and_nothing_else(string language)
    {
        foreach (var collection in CollectionRegistry.All)
        {
            var path = $"/v1/{collection.Name}?limit=100";
            var english = (await api.GetJson(path)).GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("slug").GetString()!, Shape);
            var translated = (await api.GetJson($"{path}&locale={language}")).GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("slug").GetString()!, Shape);
            Assert.Equal(english, translated);
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task The_same_documents_match_whatever_the_language(string language)
    {
        foreach (var query in (string[])["muscle=trapezius", "kind=stretch&equipment=chair", "condition=neck-pain&sets.gte=3", "availableEquipment=exercise-band"])
            Assert.Equal((await api.Slugs($"/v1/exercises?{query}")).Order(StringComparer.Ordinal), (await api.Slugs($"/v1/exercises?{query}&locale={language}")).Order(StringComparer.Ordinal));
    }

    // A document without its texts: what is left of it when every text is taken for the same.
    private static string Shape(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', element.EnumerateObject().Where(member => member.Name is not ("aliases" or "language" or "translation")).Select(member => $"{member.Name}:{Shape(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', element.EnumerateArray().Select(Shape))}]",
        // Slugs and words of a vocabulary have no space and begin with a small letter.
        JsonValueKind.String when element.GetString() is { } text && (text.Contains(' ', StringComparison.Ordinal) || char.IsUpper(text[0])) => "text",
        _ => element.GetRawText(),
    };

    private static string? Label(JsonElement page, string facet, string value) => page.GetProperty("facets").GetProperty(facet).EnumerateArray()
        .Single(count => count.GetProperty("value").GetString() == value).GetProperty("label").GetString();

    private static List<string> Names(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!)];

    private static string Folded(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormD).Where(character => CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
