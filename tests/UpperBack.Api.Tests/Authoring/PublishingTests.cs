using System.Net;
using System.Text.Json.Nodes;
using static UpperBack.Api.Tests.Fixtures.Editor;

namespace UpperBack.Api.Tests.Authoring;

public sealed class PublishingTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Nothing_incomplete_is_published_and_every_fault_is_said()
    {
        var editor = await WithAsync(api);
        var (slug, path) = New();
        await Done(editor.Create(path, Drafted.Exercise(slug, document =>
        {
            document["targets"]![0]!["muscle"] = "rhomboid";
            document["summary"] = "It cures your back.";
        })));
        var problem = await (await editor.Publish(path, 1)).Problem(HttpStatusCode.UnprocessableEntity, "invalid-document");
        Assert.Contains(problem.Errors!, error => error is { Code: "unknown-reference", Pointer: "/targets/0/muscle", Suggestion: "rhomboids" });
        Assert.Contains(problem.Errors!, error => error is { Code: "promises-treatment", Pointer: "/summary" });
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get(path)).StatusCode);
    }

    [Fact]
    public async Task Publishing_again_does_no_harm_and_what_follows_is_published_too()
    {
        var editor = await WithAsync(api);
        var (slug, path) = New();
        await editor.Published(path, Drafted.Exercise(slug));
        Assert.Equal("published", (await Done(editor.Publish(path, 1))).GetProperty("state").GetString());
        var routine = Drafted.Slug("routine");
        await editor.Published($"/v1/routines/{routine}", $$"""
            {"slug":"{{routine}}","name":"Routine {{routine}}","summary":"One exercise.","goal":"To move.","level":"beginner","basis":"derived","basisExplanation":"Our editors chose it.",
             "frequency":{"description":"As you like."},"blocks":[{"phase":"main","items":[{"exercise":"{{slug}}"}]}]}
            """);
        using (var read = await api.Get($"/v1/routines/{routine}"))
            Assert.StartsWith("\"1-", read.Headers.ETag!.Tag, StringComparison.Ordinal); // the minutes that the service computes make no revision of their own
        Assert.Equal(2, (await api.GetJson($"/v1/routines/{routine}")).GetProperty("minutes").GetInt32());
        await Done(editor.Patch(path, """{"dosage":{"sets":10}}""", 1));
        await Done(editor.Publish(path, 2));
        Assert.Equal(14, (await api.GetJson($"/v1/routines/{routine}")).GetProperty("minutes").GetInt32());
    }

    [Fact]
    public async Task A_document_that_others_point_at_is_not_retired_and_they_are_named()
    {
        var editor = await WithAsync(api);
        var problem = await (await editor.Send(HttpMethod.Post, "/v1/muscles/rhomboids/retire", "{}", ("If-Match", "*"))).Problem(HttpStatusCode.Conflict, "still-referenced");
        Assert.Contains("exercises/shoulder-blade-squeeze", problem.Referrers!);
        Assert.Equal(HttpStatusCode.OK, (await api.Get("/v1/muscles/rhomboids")).StatusCode);
    }

    [Fact]
    public async Task A_retired_document_answers_410_and_nothing_is_written_under_its_slug_again()
    {
        var editor = await WithAsync(api);
        var (slug, path) = New();
        await editor.Published(path, Drafted.Exercise(slug));
        await Done(editor.Patch(path, """{"summary":"A draft that goes with it."}""", 1));
        var answer = await Done(editor.Send(HttpMethod.Post, $"{path}/retire", """{"replacedBy":"shoulder-blade-squeeze","reason":"Described twice."}""", Match(2)));
        Assert.Equal(("retired", 3), (answer.GetProperty("state").GetString(), answer.GetProperty("revision").GetInt32()));
        var gone = await (await api.Get(path)).Problem(HttpStatusCode.Gone, "document-retired");
        Assert.Equal(("shoulder-blade-squeeze", "Described twice."), (gone.ReplacedBy, gone.Reason));
        foreach (var write in new[] { editor.Create(path, Drafted.Exercise(slug)), editor.Patch(path, "{}", 3), editor.Publish(path, 3), editor.Send(HttpMethod.Post, $"{path}/revisions/1/restore", null, Match(3)) })
            Assert.Equal("shoulder-blade-squeeze", (await (await write).Problem(HttpStatusCode.Conflict, "slug-retired")).ReplacedBy);
    }

    [Fact]
    public async Task A_replacement_that_is_not_there_is_refused()
    {
        var editor = await WithAsync(api);
        var (slug, path) = New();
        await editor.Published(path, Drafted.Exercise(slug));
        var problem = await (await editor.Send(HttpMethod.Post, $"{path}/retire", """{"replacedBy":"shoulder-blade-sqeeze"}""", Match(1))).Problem(HttpStatusCode.UnprocessableEntity, "invalid-document");
        Assert.Equal(("/replacedBy", "shoulder-blade-squeeze"), (problem.Errors!.Single().Pointer, problem.Errors!.Single().Suggestion));
    }

    [Fact]
    public async Task An_earlier_state_becomes_the_newest_draft()
    {
        var editor = await WithAsync(api);
        var (slug, path) = New();
        await editor.Published(path, Drafted.Exercise(slug, document => document["summary"] = "The first."));
        await Done(editor.Patch(path, """{"summary":"The second."}""", 1));
        await Done(editor.Publish(path, 2));
        var answer = await Done(editor.Send(HttpMethod.Post, $"{path}/revisions/1/restore", null, Match(2)));
        Assert.Equal((3, "draft", "The first."), (answer.GetProperty("revision").GetInt32(), answer.GetProperty("state").GetString(), answer.GetProperty("document").GetProperty("summary").GetString()));
        Assert.Equal("The second.", (await api.GetJson(path)).GetProperty("summary").GetString());
        await (await editor.Send(HttpMethod.Post, $"{path}/revisions/9/restore", null, Match(3))).Problem(HttpStatusCode.NotFound, "unknown-document");
    }

    [Theory]
    [InlineData("content:write", "publish")]
    [InlineData("content:write", "retire")]
    [InlineData("content:publish", "draft")]
    [InlineData("content:publish", "save")]
    public async Task Each_write_asks_for_its_scope(string scopes, string write)
    {
        var editor = await WithAsync(api, scopes);
        var problem = await (await (write switch
        {
            "publish" => editor.Publish("/v1/exercises/plank", 1),
            "retire" => editor.Send(HttpMethod.Post, "/v1/exercises/plank/retire", "{}", Match(1)),
            "draft" => editor.Send(HttpMethod.Delete, "/v1/exercises/plank/draft", null, Match(1)),
            _ => editor.Patch("/v1/exercises/plank", "{}", 1),
        })).Problem(HttpStatusCode.Forbidden, "scope-missing");
        Assert.Equal(write is "publish" or "retire" ? "content:publish" : "content:write", problem.RequiredScope);
    }

    private static (string Slug, string Path) New()
    {
        var slug = Drafted.Slug();
        return (slug, $"/v1/exercises/{slug}");
    }
}
