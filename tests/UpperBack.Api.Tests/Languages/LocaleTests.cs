using System.Net;

namespace UpperBack.Api.Tests.Languages;

public sealed class LocaleTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Plank = "/v1/exercises/plank", Source = "/v1/sources/iof-warning-signs";

    public static TheoryData<string> Reads =>
        [Plank, "/v1/exercises", "/v1/exercises?q=trapezius", "/v1/exercises?facets=condition&include=conditions", "/v1/search?q=trapezius"];

    [Theory]
    [InlineData("en", "Plank")]
    [InlineData("de", "Unterarmstütz (Plank)")]
    [InlineData("es", "Plancha")]
    [InlineData("fr", "Planche")]
    [InlineData("da", "Planke")]
    public async Task A_locale_chooses_the_language_and_the_document_says_which_it_is(string locale, string name)
    {
        using var response = await api.Get($"{Plank}?locale={locale}");
        Assert.Equal([locale], response.Content.Headers.ContentLanguage);
        var document = await api.GetJson($"{Plank}?locale={locale}");
        Assert.Equal(name, document.GetProperty("name").GetString());
        Assert.Equal(locale, document.GetProperty("language").GetString());
        Assert.Equal(locale is "en" ? null : "machine", document.TryGetProperty("translation", out var translation) ? translation.GetString() : null);
    }

    [Theory]
    [InlineData("de", "de")]
    [InlineData("DE", "de")]
    [InlineData("de-AT", "de")] // a region
    [InlineData("fr-CH, de;q=0.9", "fr")]
    [InlineData("fr;q=0.5, da;q=0.8, es;q=0.1", "da")] // the one liked best
    [InlineData("es, de", "es")] // as good as each other: the first
    [InlineData("zh-Hant-TW, pt;q=0.9, fr;q=0.2", "fr")] // the best that is there
    [InlineData("da;q=0.001", "da")]
    [InlineData("de;q=0, fr;q=0.1", "fr")] // refused
    [InlineData("de;q=0", "en")]
    [InlineData("en, de", "en")]
    [InlineData("pt", "en")]
    [InlineData("*", "en")]
    [InlineData("", "en")]
    [InlineData(";;,;q=x", "en")] // nonsense
    public async Task Without_a_locale_the_header_chooses(string header, string language)
    {
        using var response = await api.Get(Plank, ("Accept-Language", header));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([language], response.Content.Headers.ContentLanguage);
        Assert.Contains($"\"language\":\"{language}\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Reads))]
    public async Task A_locale_wins_over_the_header(string path)
    {
        using var response = await api.Get(With(path, "fr"), ("Accept-Language", "de"));
        Assert.Equal(["fr"], response.Content.Headers.ContentLanguage);
    }

    [Theory, MemberData(nameof(Reads))]
    public async Task An_unknown_locale_is_refused_with_the_nearest_and_all_that_there_are(string path)
    {
        var problem = await (await api.Get(With(path, "dk"))).Problem(HttpStatusCode.BadRequest, "unknown-value");
        var error = Assert.Single(problem.Errors!);
        Assert.Equal(("locale", "dk", "de"), (error.Parameter, error.Value, error.Suggestion));
        Assert.Equal(["en", "de", "es", "fr", "da"], error.Allowed!);
    }

    [Theory]
    [InlineData("de-AT", "de")]
    [InlineData("en-US", "en")]
    public async Task A_locale_with_a_region_is_read_as_its_language(string locale, string language)
    {
        using var answer = await api.Get($"{Plank}?locale={locale}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(language, Assert.Single(answer.Content.Headers.ContentLanguage));
    }

    [Fact]
    public async Task A_locale_without_a_value_is_refused() =>
        Assert.Equal("locale", (await (await api.Get($"{Plank}?locale=")).Problem(HttpStatusCode.BadRequest, "empty-value")).Errors!.Single().Parameter);

    [Theory, MemberData(nameof(Reads))]
    public async Task Every_language_has_a_tag_of_its_own_and_caches_keep_them_apart(string path)
    {
        var tags = new List<string>();
        foreach (var language in (string[])["en", "de", "es", "fr", "da"])
        {
            using var first = await api.Get(path, ("Accept-Language", language));
            Assert.Contains("Accept-Language", first.Headers.Vary);
            tags.Add(first.Headers.ETag!.ToString());
            using var again = await api.Get(path, ("Accept-Language", language), ("If-None-Match", tags[^1]));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Contains("Accept-Language", again.Headers.Vary);
            // The tag of one language says nothing about another.
            using var other = await api.Get(path, ("Accept-Language", language is "de" ? "fr" : "de"), ("If-None-Match", tags[^1]));
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        }

        Assert.Distinct(tags);
    }

    [Fact]
    public async Task A_document_without_a_translation_comes_in_English_and_says_so()
    {
        using var response = await api.Get($"{Source}?locale=de");
        Assert.Equal(["en"], response.Content.Headers.ContentLanguage);
        var source = await api.GetJson($"{Source}?locale=de");
        Assert.Equal("en", source.GetProperty("language").GetString());
        Assert.False(source.TryGetProperty("translation", out _));
        Assert.Equal((await api.GetJson(Source)).GetRawText(), source.GetRawText());
    }

    [Theory]
    [InlineData("conditions/bandscheibenvorfall", "conditions/disc-herniation")] // German
    [InlineData("conditions/Hernia%20de%20disco", "conditions/disc-herniation")] // Spanish
    [InlineData("conditions/diskusprolaps", "conditions/disc-herniation")] // Danish
    [InlineData("exercises/%C3%A9tirement-du-trap%C3%A8ze", "exercises/trapezius-stretch")] // French, accents and all
    [InlineData("exercises/etirement-du-trapeze", "exercises/trapezius-stretch")]
    [InlineData("muscles/Gro%C3%9Fer%20Brustmuskel", "muscles/pectoralis-major")] // ß as it is written
    [InlineData("muscles/grosser-brustmuskel", "muscles/pectoralis-major")] // and as it is spelt without one
    [InlineData("muscles/%C3%98vre%20del%20af%20trapezius", "muscles/upper-trapezius")] // Danish ø
    public async Task A_name_in_any_language_leads_to_the_document_whatever_is_read(string path, string document)
    {
        foreach (var query in (string[])["", "?locale=fr", "?locale=da&fields=name"])
        {
            using var response = await api.Get($"/v1/{path}{query}");
            Assert.Equal(HttpStatusCode.PermanentRedirect, response.StatusCode);
            Assert.Equal($"/v1/{document}{query}", response.Headers.Location!.ToString());
        }
    }

    [Fact]
    public async Task The_catalogue_counts_its_languages()
    {
        var catalogue = await api.GetJson("/v1");
        Assert.Equal("""["en","de","es","fr","da"]""", catalogue.GetProperty("languages").GetRawText());
        foreach (var collection in catalogue.GetProperty("collections").EnumerateArray())
        {
            var translated = collection.GetProperty("name").GetString() is not "sources";
            var total = collection.GetProperty("total").GetInt64();
            Assert.Equal(
                translated ? ["da", "de", "es", "fr"] : [],
                collection.GetProperty("translations").EnumerateArray().Select(language => language.GetProperty("language").GetString()!).Order(StringComparer.Ordinal));
            Assert.All(collection.GetProperty("translations").EnumerateArray(), language => Assert.Equal(
                (total, 0, 0), (language.GetProperty("current").GetInt64(), language.GetProperty("reviewed").GetInt64(), language.GetProperty("stale").GetInt64())));
        }
    }

    private static string With(string path, string locale) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}locale={locale}";
}
