using System.Net;
using System.Net.Http.Headers;

namespace UpperBack.Api.Tests.Documents;

/// <summary>Here documents come and go; the tests of this class run one after the other on one database, each with documents of its own.</summary>
public sealed class ChangedCatalogueTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_retired_exercise_answers_410_with_its_replacement()
    {
        await api.Import(("exercises/old-plank.json", Copy("plank", "old-plank")));
        Assert.Equal(HttpStatusCode.OK, (await api.Get("/v1/exercises/old-plank")).StatusCode);
        await api.Import(("exercises/old-plank.retired.json", """{"slug":"old-plank","replacedBy":"plank","reason":"Described twice."}"""));

        using var response = await api.Get("/v1/exercises/old-plank");
        var problem = await response.Problem(HttpStatusCode.Gone, "document-retired");
        Assert.Equal("plank", problem.ReplacedBy);
        Assert.Equal("/v1/exercises/plank", problem.Successor);
        Assert.Equal("Described twice.", problem.Reason);
        Assert.Equal("</v1/exercises/plank>; rel=\"successor-version\"", response.Headers.GetValues("Link").Single());
        Assert.DoesNotContain("old-plank", await api.Slugs("/v1/exercises"));
        Assert.Empty((await api.GetJson("/v1/search?q=\"copy of plank\"")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_retired_document_in_a_batch_is_named_apart_from_the_others()
    {
        await api.Import(("exercises/old-push-up.json", Copy("push-up", "old-push-up")));
        await api.Import(("exercises/old-push-up.retired.json", """{"slug":"old-push-up","replacedBy":"push-up"}"""));

        var page = await api.GetJson("/v1/exercises?slug=plank,old-push-up,push-up");
        Assert.Equal(["plank", "push-up"], ApiFixture.Slugs(page));
        Assert.Equal("""[{"slug":"old-push-up","replacedBy":"push-up"}]""", page.GetProperty("retired").GetRawText());
    }

    [Fact]
    public async Task A_retired_slug_in_a_filter_is_refused_with_its_replacement()
    {
        await api.Import(("equipment/old-mat.json", """{"slug":"old-mat","name":"Old mat","summary":"A mat of old.","kind":"support"}"""));
        await api.Import(("equipment/old-mat.retired.json", """{"slug":"old-mat","replacedBy":"mat"}"""));
        var problem = await (await api.Get("/v1/exercises?equipment=old-mat")).Problem(HttpStatusCode.BadRequest, "unknown-value");
        Assert.Equal("mat", problem.Errors!.Single().Suggestion);
    }

    [Fact]
    public async Task A_changed_document_has_a_new_tag_and_so_have_the_lists_that_can_show_it()
    {
        var (document, list, search, elsewhere) = (await Tag("/v1/exercises/side-plank"), await Tag("/v1/exercises"), await Tag("/v1/search?q=plank"), await Tag("/v1/muscles"));
        await api.Import(("exercises/side-plank.json", Text("exercises", "side-plank").Replace("\"name\": \"Side plank\"", "\"name\": \"Plank on the side\"", StringComparison.Ordinal)));

        Assert.NotEqual(document, await Tag("/v1/exercises/side-plank"));
        Assert.NotEqual(list, await Tag("/v1/exercises"));
        Assert.NotEqual(search, await Tag("/v1/search?q=plank"));
        Assert.Equal(elsewhere, await Tag("/v1/muscles"));
        Assert.Equal("Plank on the side", (await api.GetJson("/v1/exercises/side-plank")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_label_of_a_facet_follows_the_name_of_what_it_counts()
    {
        var before = await Tag("/v1/exercises?facets=equipment");
        await api.Import(("equipment/bench.json", Text("equipment", "bench").Replace("\"name\": \"Bench\"", "\"name\": \"Low bench\"", StringComparison.Ordinal)));
        Assert.NotEqual(before, await Tag("/v1/exercises?facets=equipment"));
        Assert.Contains("Low bench", (await api.GetJson("/v1/exercises?facets=equipment")).GetRawText());
    }

    [Fact]
    public async Task A_search_that_is_corrected_otherwise_by_now_has_a_new_tag()
    {
        const string Search = "/v1/exercises?q=sholder&fields=slug";
        using var before = await api.Get(Search);
        Assert.Contains("\"correctedSearch\":\"shoulder\"", await before.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        // The word is in the vocabulary now, so it is searched for as written.
        await api.Import(("equipment/sholder.json", """{"slug":"sholder","name":"Sholder","summary":"A thing of that name.","kind":"support"}"""));
        using var after = await api.Get(Search, ("If-None-Match", before.Headers.ETag!.ToString()));
        var stillCorrected = (await api.GetJson(Search)).TryGetProperty("correctedSearch", out _);
        Assert.True(stillCorrected || after.StatusCode == HttpStatusCode.OK, "The answer is another, but 304 says that it is the same.");
    }

    private static string Text(string collection, string slug) => File.ReadAllText(Path.Combine(Repository.SeedData, collection, $"{slug}.json"));

    private static string Copy(string slug, string copy)
    {
        var document = System.Text.Json.Nodes.JsonNode.Parse(Text("exercises", slug))!.AsObject();
        (document["slug"], document["name"], document["aliases"]) = (copy, $"Copy of {slug}", new System.Text.Json.Nodes.JsonArray());
        return document.ToJsonString();
    }

    private async Task<EntityTagHeaderValue> Tag(string path)
    {
        using var response = await api.Get(path);
        return response.Headers.ETag!;
    }
}
