using System.Net;
using static UpperBack.Api.Tests.Fixtures.Editor;

namespace UpperBack.Api.Tests.Authoring;

public sealed class RepeatedRequestTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_repeated_request_writes_once_and_gets_the_same_answer()
    {
        var editor = await WithAsync(api);
        var slug = Drafted.Slug();
        var (path, json, key) = ($"/v1/exercises/{slug}", Drafted.Exercise(slug), ("Idempotency-Key", Guid.NewGuid().ToString()));
        using var first = await editor.Send(HttpMethod.Put, path, json, ("If-None-Match", "*"), key);
        using var again = await editor.Send(HttpMethod.Put, path, json, ("If-None-Match", "*"), key);
        Assert.Equal((HttpStatusCode.Created, first.Headers.ETag), (again.StatusCode, again.Headers.ETag));
        Assert.Equal(await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("true", Assert.Single(again.Headers.GetValues("Idempotency-Replayed")));
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_refused()
    {
        var editor = await WithAsync(api);
        var slug = Drafted.Slug();
        var (path, key) = ($"/v1/exercises/{slug}", ("Idempotency-Key", Guid.NewGuid().ToString()));
        await Done(editor.Send(HttpMethod.Put, path, Drafted.Exercise(slug), ("If-None-Match", "*"), key));
        var other = await editor.Send(HttpMethod.Put, path, Drafted.Exercise(slug, document => document["summary"] = "Another."), ("If-None-Match", "*"), key);
        await other.Problem(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Fact]
    public async Task Refused_requests_and_dry_runs_are_not_replayed()
    {
        var editor = await WithAsync(api);
        var slug = Drafted.Slug();
        var (path, json, key) = ($"/v1/exercises/{slug}", Drafted.Exercise(slug), ("Idempotency-Key", Guid.NewGuid().ToString()));
        await (await editor.Send(HttpMethod.Put, path, json, Match(1), key)).Problem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        await Done(editor.Send(HttpMethod.Put, $"{path}?dryRun=true", json, ("If-None-Match", "*"), key));
        await Done(editor.Send(HttpMethod.Put, path, json, ("If-None-Match", "*"), key));
    }

    [Fact]
    public async Task An_idempotency_key_belongs_to_the_API_key_that_sent_it()
    {
        var (one, other) = (await WithAsync(api), await WithAsync(api));
        var key = ("Idempotency-Key", "shared");
        var (first, second) = (Drafted.Slug(), Drafted.Slug());
        await Done(one.Send(HttpMethod.Put, $"/v1/exercises/{first}", Drafted.Exercise(first), ("If-None-Match", "*"), key));
        await Done(other.Send(HttpMethod.Put, $"/v1/exercises/{second}", Drafted.Exercise(second), ("If-None-Match", "*"), key));
    }

    [Fact]
    public async Task Twenty_at_once_with_one_key_write_once()
    {
        var editor = await WithAsync(api);
        var slug = Drafted.Slug();
        var (path, json, key) = ($"/v1/exercises/{slug}", Drafted.Exercise(slug), ("Idempotency-Key", Guid.NewGuid().ToString()));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => editor.Send(HttpMethod.Put, path, json, ("If-None-Match", "*"), key)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Equal(19, answers.Count(answer => answer.Headers.Contains("Idempotency-Replayed")));
    }

    [Fact]
    public async Task An_import_is_told_from_another_by_its_body()
    {
        var editor = await WithAsync(api);
        var (slug, key) = (Drafted.Slug(), ("Idempotency-Key", Guid.NewGuid().ToString()));
        Task<HttpResponseMessage> Import(string summary) => editor.SendContent(HttpMethod.Post, "/v1/import", new StringContent(
            $$"""{"collection":"exercises","document":{{Drafted.Exercise(slug, document => document["summary"] = summary)}} }""", null, "application/x-ndjson"), key);
        Assert.Equal(1, (await Done(Import("One."))).GetProperty("created").GetInt32());
        Assert.Equal(1, (await Done(Import("One."))).GetProperty("created").GetInt32());
        await (await Import("Two.")).Problem(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }
}
