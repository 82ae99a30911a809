using System.Globalization;
using System.Net;
using System.Text.Json;

namespace UpperBack.Api.Tests.Documents;

public sealed class AsOfTests(ApiFixture api) : HistoryTest(api)
{
    [Fact]
    public async Task A_document_is_what_readers_saw_at_the_time()
    {
        await PublishEach("past-mat", "A mat.", "A soft mat.");
        await Draft("equipment", Equipment("past-mat", "A mat that rolls."));
        await Retire("equipment", "past-mat", "mat", "Described twice.");
        var (first, second, last) = (await PublishedAt("/v1/equipment/past-mat", 1), await PublishedAt("/v1/equipment/past-mat", 2), await PublishedAt("/v1/equipment/past-mat", 4));

        var before = await (await At("past-mat", Moved(first, -1))).Problem(HttpStatusCode.NotFound, "not-yet-published");
        Assert.Contains(first, before.Detail);
        Assert.Equal("A mat.", await SummaryAt("past-mat", first));
        Assert.Equal("A mat.", await SummaryAt("past-mat", Moved(second, -1)));
        Assert.Equal("A soft mat.", await SummaryAt("past-mat", second));
        Assert.Equal("A soft mat.", await SummaryAt("past-mat", Moved(last, -1)));
        var gone = await (await At("past-mat", last)).Problem(HttpStatusCode.Gone, "document-retired");
        Assert.Equal(("mat", "Described twice.", DateTimeOffset.Parse(last, CultureInfo.InvariantCulture)), (gone.ReplacedBy, gone.Reason, gone.RetiredAt));
    }

    [Fact]
    public async Task A_draft_was_seen_at_no_time_whatever_the_key()
    {
        await PublishEach("calm-mat", "A mat.");
        await Draft("equipment", Equipment("calm-mat", "A mat that rolls."));
        await Task.Delay(5, TestContext.Current.CancellationToken);
        var now = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture).Replace("+", "%2B", StringComparison.Ordinal);
        using var response = await Api.Get($"/v1/equipment/calm-mat?asOf={now}", await Editor());
        Assert.Contains("\"A mat.\"", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_answer_names_the_revision_that_it_is()
    {
        await PublishEach("placed-mat", "A mat.", "A soft mat.");
        var time = await PublishedAt("/v1/equipment/placed-mat", 1);
        using var response = await Api.Get($"/v1/equipment/placed-mat?fields=summary&asOf={time}");
        var place = response.Content.Headers.ContentLocation!.OriginalString;
        Assert.Equal("/v1/equipment/placed-mat@1?fields=summary", place);
        Assert.Equal(await (await Api.Get(place)).Content.ReadAsStringAsync(), await response.Content.ReadAsStringAsync());
        Assert.DoesNotContain("immutable", response.Headers.CacheControl!.ToString());
        using var again = await Api.Get($"/v1/equipment/placed-mat?fields=summary&asOf={time}", ("If-None-Match", response.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task A_time_may_come_with_any_offset()
    {
        await PublishEach("zoned-mat", "A mat.", "A soft mat.");
        var time = DateTimeOffset.Parse(await PublishedAt("/v1/equipment/zoned-mat", 1), CultureInfo.InvariantCulture);
        var there = time.ToOffset(TimeSpan.FromHours(5.5)).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
        Assert.Equal("A mat.", await SummaryAt("zoned-mat", there.Replace("+", "%2B", StringComparison.Ordinal)));
        Assert.Equal("A mat.", await SummaryAt("zoned-mat", there));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-11-20")]
    [InlineData("2026-11-20T10:00:00")]
    [InlineData("2026-11-20 10:00:00Z")]
    [InlineData("2026-11-20T10:00Z")]
    [InlineData("2026-02-30T10:00:00Z")]
    [InlineData("2026-11-20T25:00:00Z")]
    [InlineData("2026-11-20T10:00:00%2B25:00")]
    [InlineData("0001-01-01T00:00:00%2B14:00")]
    [InlineData("1763632800")]
    [InlineData("%D9%A2026-11-20T10:00:00Z")]
    public async Task A_time_that_is_none_answers_400_with_what_would_be_right(string time)
    {
        var problem = await (await Api.Get($"/v1/exercises/plank?asOf={time}")).Problem(HttpStatusCode.BadRequest, "invalid-value");
        var error = Assert.Single(problem.Errors!);
        Assert.Equal("asOf", error.Parameter);
        Assert.Contains("2026-11-20T10:00:00Z", error.Detail);
    }

    [Fact]
    public async Task A_time_in_the_future_is_refused()
    {
        var time = DateTimeOffset.UtcNow.AddMinutes(2).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        foreach (var slug in new[] { "plank", "no-such-thing" })
        {
            var problem = await (await Api.Get($"/v1/exercises/{slug}?asOf={time}")).Problem(HttpStatusCode.BadRequest, "invalid-value");
            Assert.Contains("a time that has been (now it is ", problem.Errors!.Single().Detail);
        }
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1970-01-01T00:00:00.0000001Z")]
    public async Task Before_anything_was_published_nothing_was_there(string time) =>
        await (await Api.Get($"/v1/exercises/plank?asOf={time}")).Problem(HttpStatusCode.NotFound, "not-yet-published");

    [Theory]
    [InlineData("/v1/exercises/plank@1?asOf=2026-01-01T00:00:00Z", "invalid-value")]
    [InlineData("/v1/exercises/plank?asOf=", "empty-value")]
    [InlineData("/v1/exercises/plank?asOf=2026-01-01T00:00:00Z&asOf=2026-01-01T00:00:00Z", "duplicate-parameter")]
    [InlineData("/v1/exercises/plank?asof=2026-01-01T00:00:00Z", "unknown-parameter")]
    [InlineData("/v1/exercises?asOf=2026-01-01T00:00:00Z", "unknown-parameter")]
    public async Task A_time_where_none_belongs_is_refused(string path, string code) => await (await Api.Get(path)).Problem(HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task A_time_written_almost_right_is_told_how() => Assert.Equal(
        "asOf", (await (await Api.Get("/v1/exercises/plank?asof=2026-01-01T00:00:00Z")).Problem(HttpStatusCode.BadRequest, "unknown-parameter")).Errors!.Single().Suggestion);

    [Fact]
    public async Task What_people_call_a_document_leads_to_its_past()
    {
        using var response = await Api.Get("/v1/conditions/slipped-disc?asOf=2026-01-01T00:00:00Z");
        Assert.Equal(HttpStatusCode.PermanentRedirect, response.StatusCode);
        Assert.Equal("/v1/conditions/disc-herniation?asOf=2026-01-01T00:00:00Z", response.Headers.Location?.OriginalString);
    }

    private Task<HttpResponseMessage> At(string slug, string time) => Api.Get($"/v1/equipment/{slug}?asOf={time}");

    private async Task<string?> SummaryAt(string slug, string time)
    {
        using var response = await At(slug, time);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, body);
        return JsonSerializer.Deserialize<JsonElement>(body).GetProperty("summary").GetString();
    }

    // The time some microseconds off, the smallest step that the database knows.
    private static string Moved(string time, int microseconds) =>
        DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).AddMicroseconds(microseconds).UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
