using System.Text.Json;

namespace UpperBack.Api.Tests.Search;

public sealed class SearchCatalogueTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("traps", "muscles/trapezius")]
    [InlineData("slipped disc", "conditions/disc-herniation")]
    [InlineData("ostrich", "exercises/chin-retraction")]
    [InlineData("trapezeus", "muscles/trapezius")]
    [InlineData("infraspinatis", "muscles/infraspinatus")]
    [InlineData("plank", "exercises/plank")]
    [InlineData("foam roller", "equipment/foam-roller")]
    public async Task What_people_say_finds_what_they_mean_first(string words, string found)
    {
        var first = (await Search(words)).GetProperty("items")[0];
        Assert.Equal(found, $"{first.GetProperty("collection").GetString()}/{first.GetProperty("slug").GetString()}");
        Assert.Equal($"/v1/{found}", first.GetProperty("url").GetString());
        Assert.Equal(first.GetProperty("name").GetString(), (await api.GetJson($"/v1/{found}")).GetProperty("name").GetString());
        Assert.Contains("<mark>", first.GetProperty("highlights").GetRawText());
    }

    [Fact]
    public async Task Hits_come_best_first_and_are_counted_by_collection()
    {
        var page = await Search("shoulder blade", "&limit=100");
        var scores = page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("score").GetDouble()).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.Equal(page.GetProperty("total").GetInt64(), Counts(page).Values.Sum());
        Assert.Equal((await api.GetJson("/v1/exercises?q=shoulder%20blade")).GetProperty("total").GetInt64(), Counts(page)["exercises"]);
    }

    [Fact]
    public async Task A_search_in_some_collections_still_counts_the_others()
    {
        var some = await Search("shoulder blade", "&collection=muscles,exercises&limit=100");
        Assert.Equal(["exercises", "muscles"], some.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("collection").GetString()).Distinct().Order());
        Assert.Equal(Counts(await Search("shoulder blade")), Counts(some));
        Assert.Equal(some.GetProperty("items").GetArrayLength(), some.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("shoulder")]
    [InlineData("trapezeus")]
    public async Task All_hits_are_walked_through_once(string words)
    {
        var walked = new List<string>();
        long total = 0;
        for (string? next = $"/v1/search?q={words}&limit=7"; next is not null;)
        {
            var page = await api.GetJson(next);
            walked.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("url").GetString()!));
            total = page.GetProperty("total").GetInt64();
            next = page.GetProperty("links").TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        Assert.Distinct(walked);
        Assert.Equal(total, walked.Count);
    }

    [Fact]
    public async Task A_cursor_of_one_search_does_not_fit_another()
    {
        var cursor = (await Search("shoulder", "&limit=2")).GetProperty("nextCursor").GetString();
        using var other = await api.Get($"/v1/search?q=neck&cursor={cursor}");
        await ProblemAnswer.Problem(other, System.Net.HttpStatusCode.BadRequest, "invalid-cursor");
    }

    [Fact]
    public async Task Nothing_found_says_what_may_have_been_meant()
    {
        var page = await Search("foamroller");
        Assert.Equal(0, page.GetProperty("total").GetInt32());
        Assert.Contains("Foam roller", page.GetProperty("didYouMean").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task What_is_not_to_occur_does_not_occur_however_little_is_found() =>
        Assert.Equal(0, (await Search("plank -plank")).GetProperty("total").GetInt32());

    private Task<JsonElement> Search(string words, string more = "") => api.GetJson($"/v1/search?q={Uri.EscapeDataString(words)}{more}");

    private static Dictionary<string, long> Counts(JsonElement page) => page.GetProperty("facets").GetProperty("collection").EnumerateArray()
        .ToDictionary(count => count.GetProperty("value").GetString()!, count => count.GetProperty("count").GetInt64());
}
