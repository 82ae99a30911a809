using System.Net;

namespace UpperBack.Api.Tests.Authoring;

public sealed class DraftVisibilityTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Secret = "quokkaword";

    public static TheoryData<string> Reads =>
    [
        "/v1", "/v1/exercises?limit=100", "/v1/exercises?q=quokkaword", "/v1/exercises?facets=kind,level,muscle,equipment,condition&limit=1", "/v1/search?q=quokkaword", "/v1/search?q=quokkaw",
        "/v1/routines?include=exercises,exercises.muscles&limit=100", "/v1/exercises?kind=mobility", "/v1/export", "/v1/recommendations?condition=poor-posture", "/v1/muscles?include=sources",
    ];

    [Theory, MemberData(nameof(Reads))]
    public async Task No_read_shows_a_draft_or_changes_for_it(string path)
    {
        var editor = await Editor.WithAsync(api);
        var (before, tag) = await Read(path);
        var slug = Drafted.Slug();
        await Editor.Done(editor.Create($"/v1/exercises/{slug}", Drafted.Exercise(slug, document =>
        {
            document["summary"] = $"A {Secret} of an exercise.";
            document["kind"] = "mobility";
        })));
        await Editor.Done(editor.Send(HttpMethod.Patch, "/v1/exercises/plank", $$"""{"summary":"{{Secret}} {{slug}}"}""", ("If-Match", "*")));

        var (after, tagAfter) = await Read(path);
        Assert.Equal(before, after);
        Assert.Equal(tag, tagAfter);
        Assert.DoesNotContain(Secret, after.Replace("q=quokkaword", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_answers_as_if_it_were_not_there()
    {
        var editor = await Editor.WithAsync(api);
        var slug = Drafted.Slug();
        await Editor.Done(editor.Create($"/v1/exercises/{slug}", Drafted.Exercise(slug)));
        var (known, unknown) = (await Body($"/v1/exercises/{slug}"), await Body($"/v1/exercises/{Drafted.Slug()}"));
        Assert.Equal(HttpStatusCode.NotFound, known.Status);
        Assert.Equal(unknown.Body.Length, known.Body.Length);
        await (await api.Get($"/v1/exercises?slug={slug}")).Problem(HttpStatusCode.BadRequest, "unknown-value");
        await (await api.Get($"/v1/exercises/{slug}?draft=true")).Problem(HttpStatusCode.Unauthorized, "key-missing");
    }

    [Fact]
    public async Task A_key_that_reads_drafts_gets_the_newest_state_and_its_ETag_uncached()
    {
        var editor = await Editor.WithAsync(api);
        var slug = Drafted.Slug();
        await Editor.Done(editor.Create($"/v1/exercises/{slug}", Drafted.Exercise(slug, document => document["summary"] = "The draft.")));
        using var response = await editor.Send(HttpMethod.Get, $"/v1/exercises/{slug}?draft=true&fields=summary");
        Assert.Equal("""{"summary":"The draft."}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.StartsWith("\"1-", response.Headers.ETag!.Tag, StringComparison.Ordinal);
        Assert.Contains(slug, await (await editor.Send(HttpMethod.Get, "/v1/drafts?collection=exercises")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content:write", HttpStatusCode.Forbidden)]
    [InlineData("content:publish", HttpStatusCode.Forbidden)]
    [InlineData("content:read-drafts", HttpStatusCode.OK)]
    [InlineData("admin", HttpStatusCode.OK)]
    public async Task Drafts_are_for_those_with_the_scope(string scopes, HttpStatusCode status)
    {
        var reader = await Editor.WithAsync(api, scopes);
        Assert.Equal(status, (await reader.Send(HttpMethod.Get, "/v1/drafts")).StatusCode);
        Assert.Equal(status, (await reader.Send(HttpMethod.Get, "/v1/exercises/plank?draft=true")).StatusCode);
    }

    [Fact]
    public async Task A_key_makes_no_difference_to_what_is_read_without_asking_for_drafts()
    {
        var editor = await Editor.WithAsync(api);
        await Editor.Done(editor.Send(HttpMethod.Patch, "/v1/exercises/side-plank", """{"summary":"Only a draft."}""", ("If-Match", "*")));
        using var asEditor = await editor.Send(HttpMethod.Get, "/v1/exercises/side-plank");
        using var asReader = await api.Get("/v1/exercises/side-plank");
        Assert.Equal(await asReader.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await asEditor.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(asReader.Headers.ETag, asEditor.Headers.ETag);
    }

    private async Task<(string Body, string? Tag)> Read(string path)
    {
        using var response = await api.Get(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Headers.ETag?.Tag);
    }

    private async Task<(HttpStatusCode Status, string Body)> Body(string path)
    {
        using var response = await api.Get(path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
