using System.Text.Json;

namespace UpperBack.Api.Tests.Search;

public sealed class ListSearchTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("exercises", "plank", "plank")]
    [InlineData("exercises", "ostrich", "chin-retraction")]
    [InlineData("exercises", "chin tuck", "chin-retraction")]
    [InlineData("muscles", "traps", "trapezius")]
    [InlineData("muscles", "lats", "latissimus-dorsi")]
    [InlineData("conditions", "slipped disc", "disc-herniation")]
    [InlineData("conditions", "Slipped Discs", "disc-herniation")] // plural and capitals
    [InlineData("conditions", "hunchback", "thoracic-kyphosis")]
    [InlineData("exercises", "stretching", "pectoral-stretch")] // another form of the word
    [InlineData("sources", "cochrane exercise neck", "gross-2015-neck-exercise-cochrane")]
    public async Task What_people_say_finds_what_they_mean_first(string collection, string words, string slug) =>
        Assert.Equal(slug, (await api.Slugs($"/v1/{collection}?q={Uri.EscapeDataString(words)}"))[0]);

    [Theory]
    [InlineData("muscles", "trapezeus", "trapezius", "trapezius")]
    [InlineData("muscles", "infraspinatis", "infraspinatus", "infraspinatus")]
    [InlineData("exercises", "strech pectoral", "stretch pectoral", "pectoral-stretch")]
    [InlineData("exercises", "sholder blade squeze", "shoulder blade squeeze", "shoulder-blade-squeeze")]
    public async Task A_misspelling_finds_what_was_meant_and_says_what_was_searched_for(string collection, string words, string corrected, string slug)
    {
        var page = await api.GetJson($"/v1/{collection}?q={Uri.EscapeDataString(words)}");
        Assert.Equal(corrected, page.GetProperty("correctedSearch").GetString());
        Assert.Equal(slug, ApiFixture.Slugs(page)[0]);
    }

    [Fact]
    public async Task What_is_found_as_written_is_not_corrected() =>
        Assert.False((await api.GetJson("/v1/muscles?q=traps")).TryGetProperty("correctedSearch", out _));

    [Fact]
    public async Task A_name_counts_more_than_a_summary_and_that_more_than_the_rest()
    {
        var page = await api.GetJson("/v1/exercises?q=squeeze&limit=100");
        Assert.Equal("shoulder-blade-squeeze", ApiFixture.Slugs(page)[0]);

        var ranks = ApiFixture.Slugs(await api.GetJson("/v1/muscles?q=neck&limit=100"))
            .Select(slug => Members(Highlights(slug))).Select(fields => fields.Contains("name") || fields.Contains("aliases") ? 0 : fields.Contains("summary") ? 1 : 2);
        Assert.Equal(ranks.Order(), ranks);

        JsonElement Highlights(string slug) => api.GetJson("/v1/muscles?q=neck&limit=100").Result.GetProperty("highlights").GetProperty(slug);
    }

    [Theory]
    [InlineData("\"shoulder blade\"", "shoulder-blade-squeeze", true)]
    [InlineData("\"blade shoulder\"", "shoulder-blade-squeeze", false)]
    [InlineData("plank -side", "plank", true)]
    [InlineData("plank -side", "side-plank", false)]
    [InlineData("ostrich or shrug", "shoulder-shrug", true)]
    [InlineData("ostrich or shrug", "chin-retraction", true)]
    public async Task Phrases_or_and_minus_mean_what_they_mean_in_a_web_search(string words, string slug, bool found) =>
        Assert.Equal(found, (await api.Slugs($"/v1/exercises?q={Uri.EscapeDataString(words)}")).Contains(slug));

    [Fact]
    public async Task Highlights_mark_the_match_in_each_field_that_has_one()
    {
        var highlights = (await api.GetJson("/v1/exercises?q=ostrich")).GetProperty("highlights").GetProperty("chin-retraction");
        Assert.Contains("<mark>Ostrich</mark> exercise", highlights.GetProperty("aliases").GetString());
        Assert.All(highlights.EnumerateObject(), field => Assert.Contains("<mark>", field.Value.GetString()));
        Assert.False(highlights.TryGetProperty("summary", out _));
    }

    [Fact]
    public async Task A_highlight_is_safe_to_show_as_HTML()
    {
        using var folder = new TemporaryFolder();
        folder.Write("equipment/script.json", """
            {"slug":"script","name":"Quirk <script alert(1) & \"more\" <mark","summary":"A quirk: 1 < 2 & 3 > 2 &amp; <img src=x onerror=alert(1)","kind":"support"}
            """);
        Assert.Empty((await api.Database.ImportAsync(folder.Path)).Faults);
        var page = await api.GetJson("/v1/equipment?q=quirk");
        var highlights = page.GetProperty("highlights").GetProperty("script").EnumerateObject().Select(field => field.Value.GetString()!).ToList();
        Assert.NotEmpty(highlights);
        Assert.All(highlights, text =>
        {
            Assert.Contains("<mark>quirk</mark>", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain('<', text.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Words_that_no_document_has_together_are_searched_for_one_by_one()
    {
        var page = await api.GetJson("/v1/exercises?q=ostrich shrug&fields=slug");
        Assert.Equal(["chin-retraction", "shoulder-shrug"], ApiFixture.Slugs(page).Order(StringComparer.Ordinal));
        Assert.Equal("ostrich or shrug", page.GetProperty("correctedSearch").GetString());
    }

    [Fact]
    public async Task Nothing_found_says_what_may_have_been_meant()
    {
        var page = await api.GetJson("/v1/exercises?q=plan kside&fields=slug");
        Assert.Empty(ApiFixture.Slugs(page));
        Assert.Equal(0, page.GetProperty("total").GetInt32());
        Assert.Contains("Side plank", page.GetProperty("didYouMean").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task Nothing_found_says_which_filter_to_relax()
    {
        var page = await api.GetJson("/v1/exercises?q=plank&kind=strength&equipment=dumbbells");
        Assert.Equal("""{"parameters":["equipment"],"total":2}""", page.GetProperty("relax")[0].GetRawText());
        Assert.Equal(2, (await api.Slugs("/v1/exercises?q=plank&kind=strength")).Count);
    }

    [Fact]
    public async Task Nothing_found_because_of_two_filters_says_so_as_well()
    {
        var page = await api.GetJson("/v1/exercises?q=plank&kind=stretch&equipment=dumbbells");
        Assert.Empty(ApiFixture.Slugs(page));
        Assert.Equal("""{"parameters":["kind","equipment"],"total":2}""", page.GetProperty("relax")[0].GetRawText());
    }

    [Fact]
    public async Task A_corrected_search_is_walked_through_like_any_other()
    {
        var walked = new List<string>();
        for (string? next = "/v1/exercises?q=trapezeus&limit=3"; next is not null;)
        {
            var page = await api.GetJson(next);
            walked.AddRange(ApiFixture.Slugs(page));
            next = page.GetProperty("links").TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        Assert.Equal(await api.Slugs("/v1/exercises?q=trapezius"), walked);
        Assert.True(walked.Count > 3);
    }

    [Fact]
    public async Task A_search_can_be_filtered_sorted_and_counted()
    {
        var page = await api.GetJson("/v1/exercises?q=shoulder&kind=stretch&sort=-name&facets=kind");
        Assert.Equal(["trapezius-stretch", "pectoral-stretch"], ApiFixture.Slugs(page).Where(slug => slug.EndsWith("-stretch", StringComparison.Ordinal)));
        Assert.True(page.GetProperty("facets").GetProperty("kind").GetArrayLength() > 1);
    }

    [Theory]
    [InlineData("the")]
    [InlineData("-")]
    [InlineData("\"")]
    [InlineData("' or 1=1 --")]
    [InlineData("<->&|!():*")]
    [InlineData("💪")]
    [InlineData("\\")]
    [InlineData("%")]
    public async Task Odd_words_are_words(string words) => await api.GetJson($"/v1/exercises?q={Uri.EscapeDataString(words)}");

    private static List<string> Members(JsonElement json) => [.. json.EnumerateObject().Select(member => member.Name)];
}
