using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using static UpperBack.Api.Tests.Fixtures.Editor;

namespace UpperBack.Api.Tests.Authoring;

public sealed class SavingTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_new_document_is_a_draft_until_it_is_published()
    {
        var editor = await WithAsync(api);
        var (slug, path) = New();
        using var created = await editor.Create(path, Drafted.Exercise(slug));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(path, created.Headers.Location!.ToString());
        var answer = await Done(Task.FromResult(created));
        Assert.Equal((1, "draft", false), (answer.GetProperty("revision").GetInt32(), answer.GetProperty("state").GetString(), answer.TryGetProperty("publishedRevision", out _)));

        var published = await Done(editor.Publish(path, 1));
        Assert.Equal((1, "published", 1), (published.GetProperty("revision").GetInt32(), published.GetProperty("state").GetString(), published.GetProperty("publishedRevision").GetInt32()));
        Assert.Equal($"Exercise {slug}", (await api.GetJson(path)).GetProperty("name").GetString());
        Assert.Contains(slug, await api.Slugs("/v1/exercises?sort=name"));
    }

    [Theory, MemberData(nameof(CollectionNames.All), MemberType = typeof(CollectionNames))]
    public async Task What_a_read_gives_can_be_sent_back_and_makes_no_revision(string collection)
    {
        var slug = Path.GetFileNameWithoutExtension(Repository.Documents(collection)[0]);
        var editor = await WithAsync(api);
        using var read = await api.Get($"/v1/{collection}/{slug}");
        var body = await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var answer = await Done(editor.Send(HttpMethod.Put, $"/v1/{collection}/{slug}", body, ("If-Match", read.Headers.ETag!.ToString())));
        Assert.Equal((1, "published"), (answer.GetProperty("revision").GetInt32(), answer.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_write_without_a_precondition_is_refused()
    {
        var editor = await WithAsync(api);
        foreach (var (method, path, json) in new[]
        {
            (HttpMethod.Put, "/v1/exercises/plank", "{}"), (HttpMethod.Patch, "/v1/exercises/plank", "{}"), (HttpMethod.Post, "/v1/exercises/plank/publish", null),
            (HttpMethod.Post, "/v1/exercises/plank/retire", "{}"), (HttpMethod.Post, "/v1/exercises/plank/revisions/1/restore", null), (HttpMethod.Delete, "/v1/exercises/plank/draft", null),
        })
            await (await editor.Send(method, path, json)).Problem(HttpStatusCode.PreconditionRequired, "precondition-required");
    }

    [Fact]
    public async Task A_write_from_an_older_state_is_refused_with_the_newest_revision()
    {
        var editor = await WithAsync(api);
        var (slug, path) = New();
        await editor.Published(path, Drafted.Exercise(slug));
        await Done(editor.Patch(path, """{"summary":"First."}""", 1));
        var problem = await (await editor.Patch(path, """{"summary":"Second."}""", 1)).Problem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        Assert.Equal(2, problem.Revision);
        await (await editor.Create(path, Drafted.Exercise(slug))).Problem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        await (await editor.Replace($"/v1/exercises/{Drafted.Slug()}", Drafted.Exercise("x"), 1)).Problem(HttpStatusCode.PreconditionFailed, "precondition-failed");
    }

    [Fact]
    public async Task A_body_of_the_wrong_form_is_refused_with_every_fault_and_nothing_is_saved()
    {
        var editor = await WithAsync(api);
        var (slug, path) = New();
        var problem = await (await editor.Create(path, Drafted.Exercise(slug, document =>
        {
            document["kind"] = "strech";
            document["colour"] = "red";
            document["targets"] = new JsonArray();
        }))).Problem(HttpStatusCode.UnprocessableEntity, "invalid-document");
        Assert.Equal(["/colour", "/kind", "/targets"], problem.Errors!.Select(error => error.Pointer).Order(StringComparer.Ordinal));
        Assert.Contains(problem.Errors!, error => error.Suggestion == "stretch");
        Assert.Equal(HttpStatusCode.NotFound, (await editor.Send(HttpMethod.Get, $"{path}?draft=true")).StatusCode);
        problem = await (await editor.Create(path, Drafted.Exercise("another-slug"))).Problem(HttpStatusCode.UnprocessableEntity, "invalid-document");
        Assert.Equal("/slug", Assert.Single(problem.Errors!).Pointer);
    }

    [Fact]
    public async Task A_merge_patch_replaces_removes_and_merges_into_objects()
    {
        var editor = await WithAsync(api);
        var (slug, path) = New();
        await editor.Published(path, Drafted.Exercise(slug));
        var answer = await Done(editor.Patch(path, """{"summary":"New.","breathing":null,"cues":["One."],"dosage":{"sets":2,"holdSeconds":null}}""", 1));
        var document = answer.GetProperty("document");
        Assert.Equal("New.", document.GetProperty("summary").GetString());
        Assert.False(document.TryGetProperty("breathing", out _));
        Assert.Equal("""["One."]""", document.GetProperty("cues").GetRawText());
        Assert.Equal((2, 5, false), (document.GetProperty("dosage").GetProperty("sets").GetInt32(), document.GetProperty("dosage").GetProperty("repetitions").GetInt32(), document.GetProperty("dosage").TryGetProperty("holdSeconds", out _)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"summary\":1,\"summary\":2}")]
    [InlineData("{")]
    public async Task What_is_no_merge_patch_is_a_bad_request(string json)
    {
        var editor = await WithAsync(api);
        await (await editor.Send(HttpMethod.Patch, "/v1/exercises/plank", json, ("If-Match", "*"))).Problem(HttpStatusCode.BadRequest, "bad-request");
    }

    [Fact]
    public async Task A_dry_run_answers_like_the_real_one_and_leaves_nothing()
    {
        var editor = await WithAsync(api);
        var (slug, path) = New();
        var json = Drafted.Exercise(slug);
        using var tried = await editor.Send(HttpMethod.Put, $"{path}?dryRun=true", json, ("If-None-Match", "*"));
        Assert.Equal("true", Assert.Single(tried.Headers.GetValues("Dry-Run")));
        using var real = await editor.Create(path, json);
        Assert.Equal(await real.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await tried.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Created, tried.StatusCode);
        Assert.Equal("published", (await Done(editor.Send(HttpMethod.Post, $"{path}/publish?dryRun=true", null, Match(1)))).GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get(path)).StatusCode);
    }

    [Fact]
    public async Task A_draft_that_is_given_up_leaves_what_is_published_and_frees_the_slug_of_what_never_was()
    {
        var editor = await WithAsync(api);
        var (slug, path) = New();
        await Done(editor.Create(path, Drafted.Exercise(slug)));
        Assert.Equal("discarded", (await Done(editor.Send(HttpMethod.Delete, $"{path}/draft", null, Match(1)))).GetProperty("state").GetString());
        Assert.Equal(2, (await Done(editor.Create(path, Drafted.Exercise(slug, document => document["summary"] = "Once more.")))).GetProperty("revision").GetInt32());
        await Done(editor.Publish(path, 2));
        await Done(editor.Patch(path, """{"summary":"Not this."}""", 2));
        var answer = await Done(editor.Send(HttpMethod.Delete, $"{path}/draft", null, Match(3)));
        Assert.Equal(2, answer.GetProperty("revision").GetInt32());
        Assert.Equal(4, (await Done(editor.Patch(path, """{"summary":"But this."}""", 2))).GetProperty("revision").GetInt32());
        Assert.Equal(("published", "Once more."), (answer.GetProperty("state").GetString(), answer.GetProperty("document").GetProperty("summary").GetString()));
    }

    private static (string Slug, string Path) New()
    {
        var slug = Drafted.Slug();
        return (slug, $"/v1/exercises/{slug}");
    }
}
