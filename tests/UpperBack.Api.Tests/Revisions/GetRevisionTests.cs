using System.Net;
using System.Text.Json;

namespace UpperBack.Api.Tests.Revisions;

public sealed class GetRevisionTests(ApiFixture api) : HistoryTest(api)
{
    [Fact]
    public async Task A_revision_holds_the_document_as_it_was()
    {
        await PublishEach("first-mat", "A mat.");
        var first = await Json("/v1/equipment/first-mat");
        await PublishEach("first-mat", "A soft mat.");

        var revision = await Json("/v1/equipment/first-mat/revisions/1");
        Assert.Equal((1, "superseded"), (revision.GetProperty("revision").GetInt32(), revision.GetProperty("state").GetString()));
        Assert.Equal(first.GetRawText(), revision.GetProperty("document").GetRawText());
        var second = await Json("/v1/equipment/first-mat/revisions/2");
        Assert.Equal("published", second.GetProperty("state").GetString());
        Assert.Equal((await Json("/v1/equipment/first-mat")).GetRawText(), second.GetProperty("document").GetRawText());
    }

    [Fact]
    public async Task The_revision_that_retired_a_document_holds_none()
    {
        await PublishEach("left-mat", "A mat.");
        await Retire("equipment", "left-mat", "mat", "Described twice.");
        var revision = await Json("/v1/equipment/left-mat/revisions/2");
        Assert.Equal("retired", revision.GetProperty("state").GetString());
        Assert.False(revision.TryGetProperty("document", out _));
        Assert.Equal("A mat.", (await Json("/v1/equipment/left-mat/revisions/1")).GetProperty("document").GetProperty("summary").GetString());
    }

    [Fact]
    public async Task What_became_of_a_revision_gives_it_a_new_tag()
    {
        await PublishEach("passed-mat", "A mat.");
        using var published = await Api.Get("/v1/equipment/passed-mat/revisions/1");
        var tag = ("If-None-Match", published.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, (await Api.Get("/v1/equipment/passed-mat/revisions/1", tag)).StatusCode);
        await PublishEach("passed-mat", "A soft mat.");
        Assert.Equal(HttpStatusCode.OK, (await Api.Get("/v1/equipment/passed-mat/revisions/1", tag)).StatusCode);
    }

    [Fact]
    public async Task A_draft_is_shown_to_keys_that_read_drafts_and_kept_by_no_cache()
    {
        await PublishEach("shy-mat", "A mat.");
        await Draft("equipment", Equipment("shy-mat", "A mat that rolls."));
        using var response = await Api.Get("/v1/equipment/shy-mat/revisions/2", await Editor());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Contains("A mat that rolls.", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("007")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("%D9%A1")] // an Arabic one
    [InlineData("99999999999")]
    [InlineData("latest")]
    [InlineData("2")]
    public async Task A_revision_that_is_not_there_answers_404_and_shows_the_way_to_those_that_are(string revision)
    {
        foreach (var path in new[] { $"/v1/muscles/trapezius/revisions/{revision}", $"/v1/muscles/trapezius@{revision}", $"/v1/muscles/trapezius/revisions/1/compare/{revision}", $"/v1/muscles/trapezius/revisions/{revision}/compare/1" })
        {
            var problem = await (await Api.Get(path)).Problem(HttpStatusCode.NotFound, "unknown-revision");
            Assert.Equal(["/v1/muscles/trapezius/revisions"], problem.Suggestions);
            Assert.Contains($"“{Uri.UnescapeDataString(revision)}”", problem.Detail);
        }
    }

    [Theory]
    [InlineData("@2")]
    [InlineData("/revisions/2")]
    [InlineData("/revisions/1/compare/2")]
    [InlineData("/revisions/2/compare/1")]
    public async Task Without_the_scope_a_draft_looks_like_no_revision_at_all(string rest)
    {
        var (with, without) = ($"with-{Guid.NewGuid():N}", $"lack-{Guid.NewGuid():N}");
        await PublishEach(with, "A mat.");
        await PublishEach(without, "A mat.");
        await Draft("equipment", Equipment(with, "A mat that rolls."));

        foreach (var reader in new (string, string)[][] { [], [await Editor("content:write", "content:publish")] })
            Assert.Equal(await Told($"/v1/equipment/{without}{rest}", without, reader), await Told($"/v1/equipment/{with}{rest}", with, reader));
        Assert.Equal(HttpStatusCode.OK, (await Api.Get($"/v1/equipment/{with}{rest}", await Editor())).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("@1")]
    [InlineData("@latest")]
    [InlineData("?asOf=2026-01-01T00:00:00Z")]
    [InlineData("/revisions")]
    [InlineData("/revisions/1")]
    [InlineData("/revisions/1/compare/1")]
    public async Task Without_the_scope_a_document_that_is_only_drafted_looks_like_none_at_all(string rest)
    {
        await Draft("equipment", Equipment("xylophone", "An instrument."));
        foreach (var reader in new (string, string)[][] { [], [await Editor("content:write")] })
            Assert.Equal(await Told($"/v1/equipment/quadrangle{rest}", "quadrangle", reader), await Told($"/v1/equipment/xylophone{rest}", "xylophone", reader));
    }

    [Fact]
    public async Task A_document_that_is_only_drafted_has_a_history_for_keys_that_read_drafts()
    {
        await Draft("equipment", Equipment("marimba", "An instrument."));
        var editor = await Editor();
        Assert.Single(await Revisions("/v1/equipment/marimba", editor));
        Assert.Equal("An instrument.", (await Json("/v1/equipment/marimba@1", editor)).GetProperty("summary").GetString());
        await (await Api.Get("/v1/equipment/marimba@2", editor)).Problem(HttpStatusCode.NotFound, "unknown-revision");
    }

    // Status, headers and body of an answer, whatever the slug.
    private async Task<string> Told(string path, string slug, params (string Name, string Value)[] headers)
    {
        using var response = await Api.Get(path, headers);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var told = response.Headers.Where(header => header.Key is not ("Date" or "RateLimit" or "Server-Timing")).OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return $"{string.Join('\n', told)}\n{await response.Content.ReadAsStringAsync()}".Replace(slug, "slug", StringComparison.Ordinal);
    }
}
