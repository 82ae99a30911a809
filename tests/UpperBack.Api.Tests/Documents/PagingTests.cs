using System.Net;
using System.Text;
using System.Text.Json;

namespace UpperBack.Api.Tests.Documents;

public sealed class PagingTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    public static TheoryData<string> EverySortKey
    {
        get
        {
            var keys = UpperBack.Content.Collections.CollectionRegistry.All
                .SelectMany(collection => collection.SortKeys.SelectMany(key => new[] { $"{collection.Name}?sort={key.Name}", $"{collection.Name}?sort=-{key.Name}" }));
            return [.. keys];
        }
    }

    [Theory, MemberData(nameof(EverySortKey))]
    public async Task Every_order_is_walked_through_once(string query)
    {
        var all = await api.Slugs($"/v1/{query}&fields=slug");
        var walked = new List<string>();
        for (string? next = $"/v1/{query}&fields=slug&limit=9"; next is not null;)
        {
            using var response = await api.Get(next);
            var page = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            walked.AddRange(ApiFixture.Slugs(page));
            next = page.GetProperty("links").TryGetProperty("next", out var link) ? link.GetString() : null;
            Assert.Equal(next is null ? null : $"<{next}>; rel=\"next\"", response.Headers.TryGetValues("Link", out var links) ? links.Single() : null);
        }

        Assert.Equal(all, walked);
        Assert.Distinct(walked);
    }

    [Fact]
    public async Task Documents_without_a_value_come_last_either_way()
    {
        var without = await api.Slugs("/v1/exercises?sets.exists=false&sort=slug");
        Assert.Equal(without, (await api.Slugs("/v1/exercises?sort=sets")).TakeLast(without.Count));
        Assert.Equal(without, (await api.Slugs("/v1/exercises?sort=-sets")).TakeLast(without.Count));
        Assert.Equal("side-plank", (await api.Slugs("/v1/exercises?sort=sets"))[0]);
    }

    [Fact]
    public async Task A_vocabulary_with_an_order_sorts_by_it_and_not_by_the_alphabet()
    {
        var actions = (await api.GetJson("/v1/red-flags?sort=action&limit=100")).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("action").GetString()).Distinct();
        Assert.Equal(["emergency", "urgent", "clinician"], actions);
    }

    [Fact]
    public async Task The_first_key_counts_most()
    {
        var items = (await api.GetJson("/v1/exercises?sort=-level,name&limit=100")).GetProperty("items").EnumerateArray()
            .Select(item => (Level: item.GetProperty("level").GetString(), Name: item.GetProperty("name").GetString()!)).ToList();
        Assert.Equal(["intermediate", "beginner"], items.Select(item => item.Level).Distinct());
        Assert.All(items.GroupBy(item => item.Level), group => Assert.Equal(group.Select(item => item.Name).Order(StringComparer.OrdinalIgnoreCase), group.Select(item => item.Name)));
    }

    [Theory]
    [InlineData("/v1/exercises?limit=2&kind=strength")]
    [InlineData("/v1/exercises?limit=2&sort=-name")]
    [InlineData("/v1/exercises?limit=2&q=shoulder")]
    [InlineData("/v1/exercises?limit=2&slug=plank,push-up,side-plank")]
    [InlineData("/v1/muscles?limit=2")]
    public async Task A_cursor_does_not_fit_another_query(string other)
    {
        var cursor = (await api.GetJson("/v1/exercises?limit=2")).GetProperty("nextCursor").GetString();
        var problem = await (await api.Get($"{other}&cursor={cursor}")).Problem(HttpStatusCode.BadRequest, "invalid-cursor");
        Assert.Equal("cursor", problem.Errors!.Single().Parameter);
    }

    [Fact]
    public async Task A_cursor_goes_on_whatever_is_shown_of_the_documents()
    {
        var cursor = (await api.GetJson("/v1/exercises?limit=2")).GetProperty("nextCursor").GetString();
        var rest = await api.Slugs($"/v1/exercises?fields=slug&facets=kind&total=false&cursor={cursor}");
        Assert.Equal((await api.Slugs("/v1/exercises")).Skip(2), rest);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAA")]
    [InlineData("%F0%9F%92%AA")]
    [InlineData("e30")]
    [InlineData("bnVsbA")]
    [InlineData("W10")]
    public async Task A_text_that_is_no_cursor_is_refused(string cursor) =>
        await (await api.Get($"/v1/exercises?cursor={cursor}")).Problem(HttpStatusCode.BadRequest, "invalid-cursor");

    [Theory]
    [InlineData("[]")]
    [InlineData("""["a"]""")]
    [InlineData("""["a","b","c"]""")]
    [InlineData("""["a\u0000","b"]""")]
    [InlineData("""["a","\ud800"]""")]
    [InlineData("null")]
    [InlineData("""{"a":"b"}""")]
    [InlineData("[1,2]")]
    public async Task A_cursor_with_another_place_in_it_is_refused(string place) => await Tampered("/v1/exercises?limit=2", place);

    [Theory]
    [InlineData("""["many","b"]""")]
    [InlineData("""["1e5","b"]""")]
    [InlineData("""["NaN","b"]""")]
    public async Task A_place_among_numbers_is_a_number(string place) => await Tampered("/v1/exercises?limit=2&sort=sets", place);

    private async Task Tampered(string query, string place)
    {
        var cursor = (await api.GetJson(query)).GetProperty("nextCursor").GetString()!;
        var wire = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(System.Buffers.Text.Base64Url.DecodeFromChars(cursor))!;
        var text = string.Join(',', wire.Select(member => $"\"{member.Key}\":{(member.Value.ValueKind is JsonValueKind.Array ? place : member.Value.GetRawText())}"));
        var tampered = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{{{text}}}"));
        await (await api.Get($"{query}&cursor={tampered}")).Problem(HttpStatusCode.BadRequest, "invalid-cursor");
    }
}
