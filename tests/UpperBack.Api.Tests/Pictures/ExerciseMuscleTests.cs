using System.Net;
using System.Text.Json.Nodes;

namespace UpperBack.Api.Tests.Pictures;

public sealed class ExerciseMuscleTests(ApiFixture api) : HistoryTest(api)
{
    [Fact]
    public async Task The_map_of_an_exercise_shows_its_targets()
    {
        var map = await ServedMap.Get(Api, "/v1/exercises/plank/muscles.svg");
        Assert.Equal("Muscles: Plank", map.Title);
        Assert.StartsWith("Back, Front. Highlighted: Core (primary, strengthening); Rotator cuff (stabiliser, strengthening); Serratus anterior (stabiliser, strengthening).", map.Description, StringComparison.Ordinal);
        Assert.Equal(["Front", "Core"], (await ServedMap.Get(Api, "/v1/exercises/plank/muscles.svg?view=front")).Texts.Where(text => text is "Back" or "Front" or "Core"));
    }

    [Fact]
    public async Task Without_its_legend_a_map_keeps_its_text_alternative()
    {
        var (small, whole) = (await ServedMap.Get(Api, "/v1/exercises/plank/muscles.svg?legend=false"), await ServedMap.Get(Api, "/v1/exercises/plank/muscles.svg"));
        Assert.Empty(small.Texts);
        Assert.NotEmpty(whole.Texts);
        Assert.Equal(whole.Description, small.Description);
    }

    [Fact]
    public async Task It_speaks_the_language_that_is_asked_for()
    {
        var map = await ServedMap.Get(Api, "/v1/exercises/plank/muscles.svg?locale=de");
        Assert.Equal("Muskeln: Unterarmstütz (Plank)", map.Title);
        Assert.Contains("Rumpfmuskulatur", map.Texts);
        Assert.Contains("primär, Kräftigung", map.Texts);
        Assert.Equal(map.Title, (await ServedMap.Get(Api, "/v1/exercises/plank@1/muscles.svg?locale=de")).Title);
    }

    [Theory]
    [InlineData("forearm-plank/muscles.svg?theme=dark", "plank/muscles.svg?theme=dark")]
    [InlineData("forearm-plank@1/muscles.svg", "plank@1/muscles.svg")]
    public async Task What_people_call_an_exercise_leads_to_its_map(string path, string location)
    {
        using var response = await Api.Get($"/v1/exercises/{path}");
        Assert.Equal((HttpStatusCode.PermanentRedirect, $"/v1/exercises/{location}"), (response.StatusCode, response.Headers.Location?.ToString()));
        await ServedMap.Get(Api, $"/v1/exercises/{location}");
    }

    [Theory]
    [InlineData("planck", "unknown-document")]
    [InlineData("plank@99", "unknown-revision")]
    [InlineData("plank@x", "unknown-revision")]
    public async Task What_is_not_there_answers_404(string slug, string code) =>
        await (await Api.Get($"/v1/exercises/{slug}/muscles.svg")).Problem(HttpStatusCode.NotFound, code);

    [Fact]
    public async Task Unknown_parameters_and_values_answer_400()
    {
        var problem = await (await Api.Get("/v1/exercises/plank/muscles.svg?view=left&highlight=core")).Problem(HttpStatusCode.BadRequest, "bad-parameters");
        Assert.Equal(["highlight", "view"], problem.Errors!.Select(error => error.Parameter).Order());
    }

    [Fact]
    public async Task A_pinned_revision_shows_its_muscles_after_the_exercise_was_retired()
    {
        await Publish("exercises", Exercise("pinned-plank", "core"));
        await Publish("exercises", Exercise("pinned-plank", "rhomboids"));
        await Retire("exercises", "pinned-plank", "plank", "Described twice.");
        Assert.Contains("Core", (await ServedMap.Get(Api, "/v1/exercises/pinned-plank@1/muscles.svg")).Texts);
        Assert.Contains("Rhomboids", (await ServedMap.Get(Api, "/v1/exercises/pinned-plank@2/muscles.svg")).Texts);
        foreach (var slug in new[] { "pinned-plank", "pinned-plank@3" })
            Assert.Equal("plank", (await (await Api.Get($"/v1/exercises/{slug}/muscles.svg")).Problem(HttpStatusCode.Gone, "document-retired")).ReplacedBy);
    }

    [Fact]
    public async Task A_pinned_draft_is_for_keys_that_read_drafts_and_kept_by_no_cache()
    {
        await Draft("exercises", Exercise("hidden-plank", "core"));
        using var response = await Api.Get("/v1/exercises/hidden-plank@1/muscles.svg", await Editor());
        Assert.Equal((HttpStatusCode.OK, "no-store"), (response.StatusCode, response.Headers.CacheControl!.ToString()));
        await (await Api.Get("/v1/exercises/hidden-plank@1/muscles.svg")).Problem(HttpStatusCode.NotFound, "unknown-document");
    }

    [Fact]
    public async Task A_map_moves_with_the_exercise_and_with_its_muscles_and_not_otherwise()
    {
        await Publish("exercises", Exercise("moved-plank", "core"));
        using var first = await Api.Get("/v1/exercises/moved-plank/muscles.svg");
        Assert.Equal("exercises muscles exercises/moved-plank", first.Headers.GetValues("Surrogate-Key").Single());
        Assert.Equal(HttpStatusCode.NotModified, await Again(first));

        await Publish("exercises", Exercise("moved-plank", "teres-minor"));
        Assert.Equal(HttpStatusCode.OK, await Again(first));
        using var second = await Api.Get("/v1/exercises/moved-plank/muscles.svg");
        var muscle = Seed("muscles", "teres-minor");
        muscle["name"] = "Smaller round muscle";
        await Publish("muscles", muscle);
        Assert.Equal(HttpStatusCode.OK, await Again(second));
        Assert.Contains("Smaller round muscle", (await ServedMap.Get(Api, "/v1/exercises/moved-plank/muscles.svg")).Texts);
    }

    private async Task<HttpStatusCode> Again(HttpResponseMessage before)
    {
        using var again = await Api.Get("/v1/exercises/moved-plank/muscles.svg", ("If-None-Match", before.Headers.ETag!.ToString()));
        return again.StatusCode;
    }

    private static JsonObject Exercise(string slug, string muscle)
    {
        var exercise = Seed("exercises", "plank");
        (exercise["slug"], exercise["aliases"], exercise["indications"]) = (slug, new JsonArray(), new JsonArray());
        exercise["targets"] = new JsonArray(new JsonObject { ["muscle"] = muscle, ["role"] = "primary", ["effect"] = "strengthens" });
        return exercise;
    }
}
