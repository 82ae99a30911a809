using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UpperBack.Api.Tests.Revisions;

public sealed class CompareRevisionsTests(ApiFixture api) : HistoryTest(api)
{
    [Fact]
    public async Task The_earlier_address_of_a_comparison_leads_to_the_present_one()
    {
        using var response = await Api.Get("/v1/exercises/plank/revisions/1..2?x=1");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var moved = await Api.Get("/v1/exercises/plank/revisions/1..2");
        Assert.Equal(HttpStatusCode.PermanentRedirect, moved.StatusCode);
        Assert.Equal("/v1/exercises/plank/revisions/1/compare/2", moved.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_inserted_step_is_one_addition_and_backwards_one_removal()
    {
        var exercise = Seed("exercises", "plank");
        var instructions = exercise["instructions"]!.AsArray();
        instructions.Insert(1, new JsonObject { ["phase"] = instructions[0]!["phase"]!.DeepClone(), ["text"] = "Breathe out." });
        await Publish("exercises", exercise);

        var there = await Patch("/v1/exercises/plank/revisions/1/compare/2");
        Assert.Equal(("add", "/instructions/1"), Step(Assert.Single(there.EnumerateArray())));
        Assert.Equal("Breathe out.", there[0].GetProperty("value").GetProperty("text").GetString());
        var back = Assert.Single((await Patch("/v1/exercises/plank/revisions/2/compare/1")).EnumerateArray());
        Assert.Equal(("remove", "/instructions/1"), Step(back));
        Assert.Equal("[]", (await Patch("/v1/exercises/plank/revisions/2/compare/2")).GetRawText());
    }

    [Fact]
    public async Task Applied_to_one_revision_a_comparison_gives_the_other()
    {
        var random = new Random(20261120);
        for (var round = 0; round < 6; round++)
        {
            var routine = Seed("routines", "band-only-strength");
            routine["summary"] = $"Summary {round}.";
            routine["notes"] = new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => JsonValue.Create($"Note {random.Next(3)}."))]);
            var items = routine["blocks"]![0]!["items"]!.AsArray();
            items.Insert(random.Next(items.Count + 1), items[random.Next(items.Count)]!.DeepClone());
            await Publish("routines", routine);
        }

        var documents = new List<JsonElement>();
        foreach (var revision in await Revisions("/v1/routines/band-only-strength"))
            documents.Insert(0, await Json($"/v1/routines/band-only-strength@{revision.GetProperty("revision").GetInt32()}"));
        for (var from = 0; from < documents.Count; from++)
        {
            for (var to = 0; to < documents.Count; to++)
            {
                var applied = JsonPatch.Apply(JsonNode.Parse(documents[from].GetRawText()), await Patch($"/v1/routines/band-only-strength/revisions/{from + 1}/compare/{to + 1}"));
                Assert.True(JsonElement.DeepEquals(documents[to], JsonSerializer.Deserialize<JsonElement>(applied!.ToJsonString())), $"{from + 1}..{to + 1}");
            }
        }
    }

    [Fact]
    public async Task A_comparison_of_what_was_published_is_kept_for_good()
    {
        await PublishEach("diff-mat", "A mat.", "A soft mat.");
        using var response = await Api.Get("/v1/equipment/diff-mat/revisions/1/compare/2");
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.GetValues("Cache-Control").Single());
        using var again = await Api.Get("/v1/equipment/diff-mat/revisions/1/compare/2", ("If-None-Match", response.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var head = await Api.Send(HttpMethod.Head, "/v1/equipment/diff-mat/revisions/1/compare/2");
        Assert.Equal(response.Headers.ETag, head.Headers.ETag);
    }

    [Fact]
    public async Task A_draft_is_compared_for_keys_that_read_drafts_and_kept_by_no_cache()
    {
        await PublishEach("weighed-mat", "A mat.");
        await Draft("equipment", Equipment("weighed-mat", "A mat that rolls."));
        using var response = await Api.Get("/v1/equipment/weighed-mat/revisions/1/compare/2", await Editor());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Contains("A mat that rolls.", await response.Content.ReadAsStringAsync());
        await (await Api.Get("/v1/equipment/weighed-mat/revisions/1/compare/2")).Problem(HttpStatusCode.NotFound, "unknown-revision");
    }

    [Fact]
    public async Task The_revision_that_retired_a_document_cannot_be_compared()
    {
        await PublishEach("spent-mat", "A mat.", "A soft mat.");
        await Retire("equipment", "spent-mat", "mat", "Described twice.");
        foreach (var range in new[] { "1/compare/3", "3/compare/1", "3/compare/3" })
            Assert.Equal("mat", (await (await Api.Get($"/v1/equipment/spent-mat/revisions/{range}")).Problem(HttpStatusCode.Gone, "document-retired")).ReplacedBy);
        Assert.Equal(1, (await Patch("/v1/equipment/spent-mat/revisions/1/compare/2")).GetArrayLength());
    }

    [Fact]
    public async Task Accept_JSON_gets_a_JSON_Patch_and_an_unsupported_Accept_is_406()
    {
        foreach (var accepted in new[] { "application/json-patch+json", "application/json", "*/*" })
            Assert.Equal(HttpStatusCode.OK, (await Api.Get("/v1/exercises/plank/revisions/1/compare/1", ("Accept", accepted))).StatusCode);
        await (await Api.Get("/v1/exercises/plank/revisions/1/compare/1", ("Accept", "text/csv"))).Problem(HttpStatusCode.NotAcceptable, "not-acceptable");
    }

    private async Task<JsonElement> Patch(string path)
    {
        using var response = await Api.Get(path);
        Assert.Equal("application/json-patch+json", response.Content.Headers.ContentType?.ToString());
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
    }

    private static (string?, string?) Step(JsonElement operation) => (operation.GetProperty("op").GetString(), operation.GetProperty("path").GetString());
}
