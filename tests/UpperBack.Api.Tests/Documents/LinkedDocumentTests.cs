using System.Net;
using System.Text.Json;

namespace UpperBack.Api.Tests.Documents;

public sealed class LinkedDocumentTests(ApiFixture api) : HistoryTest(api)
{
    private static readonly (string Name, string Value) Linked = ("Accept", "application/ld+json");

    [Theory]
    [InlineData("exercises", "ExercisePlan,HowTo")]
    [InlineData("routines", "ExercisePlan")]
    [InlineData("muscles", "Muscle")]
    [InlineData("conditions", "MedicalCondition")]
    public async Task Every_document_comes_in_the_words_of_schema_org(string collection, string types)
    {
        foreach (var slug in await Api.Slugs($"/v1/{collection}"))
        {
            var node = await Node($"/v1/{collection}/{slug}");
            var type = node.GetProperty("@type");
            Assert.Equal(types, type.ValueKind is JsonValueKind.Array ? string.Join(',', type.EnumerateArray()) : type.GetString());
            Assert.Equal(new Uri(Api.Client.BaseAddress!, $"/v1/{collection}/{slug}").ToString(), node.GetProperty("@id").GetString());
        }
    }

    [Fact]
    public async Task Every_part_of_a_routine_has_its_picture()
    {
        var parts = (await Node("/v1/routines/desk-break")).GetProperty("hasPart").EnumerateArray();
        Assert.Equal(["chin-retraction", "shoulder-blade-squeeze"], parts.Select(part => part.GetProperty("image").GetString()!.Split('/')[^2]));
    }

    [Theory]
    [InlineData("application/ld+json", "application/ld+json")]
    [InlineData("application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted\"", "application/ld+json")]
    [InlineData("application/ld+json, application/json;q=0.9", "application/ld+json")]
    [InlineData("application/json;q=0.5, application/*", "application/ld+json")]
    [InlineData("application/ld+json, application/json", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("text/html, */*;q=0.8", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/problem+json", "application/json")]
    public async Task The_caller_gets_what_they_like_better_and_JSON_when_they_do_not_mind(string accept, string mediaType)
    {
        using var response = await Api.Get("/v1/exercises/push-up", ("Accept", accept));
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept", response.Headers.Vary);
    }

    [Theory]
    [InlineData("/v1/sources/jones-upper-back-exercises", "application/ld+json")]
    [InlineData("/v1/exercises", "application/ld+json")]
    [InlineData("/v1/exercises/plank", "text/html")]
    public async Task What_has_no_such_form_answers_406(string path, string accept) =>
        await (await Api.Get(path, ("Accept", accept))).Problem(HttpStatusCode.NotAcceptable, "not-acceptable");

    [Fact]
    public async Task The_address_the_language_and_the_errors_are_those_of_the_document()
    {
        var german = await Node("/v1/exercises/push-up?locale=de");
        Assert.Equal("de", german.GetProperty("inLanguage").GetString());
        Assert.Equal((await Json("/v1/exercises/push-up?locale=de")).GetProperty("name").GetString(), german.GetProperty("name").GetString());
        using var redirect = await Api.Get("/v1/exercises/ostrich-exercise", Linked);
        Assert.Equal((HttpStatusCode.PermanentRedirect, "/v1/exercises/chin-retraction"), (redirect.StatusCode, redirect.Headers.Location?.ToString()));
        await (await Api.Get("/v1/exercises/zebra", Linked)).Problem(HttpStatusCode.NotFound, "unknown-document");
        var problem = await (await Api.Get("/v1/exercises/push-up?fields=name", Linked)).Problem(HttpStatusCode.BadRequest, "invalid-value");
        Assert.Equal("fields", problem.Errors!.Single().Parameter);
    }

    [Fact]
    public async Task Revisions_and_times_of_the_past_come_so_as_well()
    {
        var before = await Node("/v1/exercises/side-plank");
        var time = await PublishedAt("/v1/exercises/side-plank", 1);
        var exercise = Seed("exercises", "side-plank");
        exercise["summary"] = "Another summary altogether.";
        await Publish("exercises", exercise);
        Assert.Equal("Another summary altogether.", (await Node("/v1/exercises/side-plank")).GetProperty("description").GetString());
        foreach (var past in (string[])["/v1/exercises/side-plank@1", $"/v1/exercises/side-plank?asOf={time}"])
            Assert.Equal(before.GetProperty("description").GetString(), (await Node(past)).GetProperty("description").GetString());
        using var pinned = await Api.Get("/v1/exercises/side-plank@1", Linked);
        Assert.DoesNotContain("immutable", pinned.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("exercises muscles equipment sources".Split(' ').Order(), pinned.Headers.GetValues("Surrogate-Key").Single().Split(' ').Intersect(["exercises", "muscles", "equipment", "sources"]).Order());
    }

    private async Task<JsonElement> Node(string path)
    {
        using var response = await Api.Get(path, Linked);
        Assert.Equal((HttpStatusCode.OK, "application/ld+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
