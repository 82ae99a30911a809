using System.Net;
using System.Reflection;
using Microsoft.Extensions.Logging;

namespace UpperBack.Api.Tests.Infrastructure.Problems;

public sealed class ProblemTests(SmallApp app) : IClassFixture<SmallApp>
{
    [Theory]
    [InlineData("/v1/exercise", "/v1/exercises")]
    [InlineData("/v1/Exercisse/", "/v1/exercises")]
    [InlineData("/v2/exercises/scapular-retraction", "/v1/exercises/scapular-retraction")]
    [InlineData("/exercises", "/v1/exercises")]
    [InlineData("/exercise/scapular-retraction", "/v1/exercises/scapular-retraction")]
    [InlineData("/v1/exercises/scapular-retraction/revision", "/v1/exercises/scapular-retraction/revisions")]
    [InlineData("/v1/zebra/crossing", "/v1")]
    [InlineData("/problem", "/problems")]
    public async Task An_unknown_path_answers_404_with_the_nearest_one(string path, string nearest)
    {
        var response = await app.Get(path);
        var problem = await response.Problem(HttpStatusCode.NotFound, "unknown-path");
        Assert.Equal([nearest], problem.Suggestions);
        Assert.Equal("public, max-age=60", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/zebra")]
    [InlineData("/%C3%A9%22%3Cscript%3E")]
    public async Task A_path_that_resembles_none_answers_404_without_a_suggestion(string path)
    {
        var problem = await (await app.Get(path)).Problem(HttpStatusCode.NotFound, "unknown-path");
        Assert.Null(problem.Suggestions);
    }

    [Fact]
    public async Task A_failure_answers_500_with_a_trace_id_and_tells_the_cause_to_the_log_alone()
    {
        var response = await app.Get("/fails");
        var problem = await response.Problem(HttpStatusCode.InternalServerError, "internal-error");
        Assert.NotEmpty(problem.TraceId!);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.True(response.Headers.CacheControl!.NoStore);
        // The log is written when the answer may have arrived already.
        Assert.True(SpinWait.SpinUntil(() => app.Log.Lines.Any(line => line.Level == LogLevel.Error && line.Text.Contains("the secret of the failure")), TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task A_database_that_is_away_answers_503_and_says_when_to_try_again()
    {
        var response = await app.Get("/no-database");
        var problem = await response.Problem(HttpStatusCode.ServiceUnavailable, "database-unavailable");
        Assert.Equal(TimeSpan.FromSeconds(problem.RetryAfter!.Value), response.Headers.RetryAfter!.Delta);
        Assert.DoesNotContain("10.0.0.7", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(app.Log.Lines, line => line.Level == LogLevel.Warning && line.Text.Contains("10.0.0.7"));
    }

    [Fact]
    public async Task A_database_that_objects_is_a_failure_of_ours() =>
        await (await app.Get("/bad-sql")).Problem(HttpStatusCode.InternalServerError, "internal-error");

    [Fact(Timeout = 10_000)]
    public async Task A_request_aborted_by_its_client_logs_no_error()
    {
        using var leaves = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => app.Client.GetAsync(new Uri("/waits", UriKind.Relative), leaves.Token));

        while (!app.Log.Lines.Any(line => line.Text.Contains("/waits - 499"))) await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(app.Log.Lines, line => line.Level >= LogLevel.Warning && line.Text.Contains("Canceled"));
    }

    [Fact]
    public async Task A_parameter_that_the_framework_cannot_bind_is_a_problem() =>
        await (await app.Get("/v1/muscles?limit=lots")).Problem(HttpStatusCode.BadRequest, "bad-request");

    [Fact]
    public async Task Faults_of_different_kinds_come_together()
    {
        var problem = await (await app.Get("/faults")).Problem(HttpStatusCode.BadRequest, "bad-parameters");
        Assert.Equal(["unknown-parameter", "unknown-value"], problem.Errors!.Select(error => error.Code));
        Assert.Equal(["muscle", "stretch"], problem.Errors!.Select(error => error.Suggestion));
        Assert.Equal("There is no parameter “muscel”. Did you mean “muscle”?", problem.Errors![0].Detail);
    }

    [Fact]
    public async Task A_retired_document_links_to_its_successor()
    {
        var response = await app.Get("/v1/exercises/shoulder-blade-squeeze");
        var problem = await response.Problem(HttpStatusCode.Gone, "document-retired");
        Assert.Equal("scapular-retraction", problem.ReplacedBy);
        Assert.Equal(DateTimeOffset.UnixEpoch, problem.RetiredAt);
        Assert.Equal("</v1/exercises/scapular-retraction>; rel=\"successor-version\"", response.Headers.GetValues("Link").Single());
    }

    [Fact]
    public async Task A_status_without_a_kind_of_its_own_is_a_problem_still()
    {
        var response = await app.Get("/forbidden");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.ToString());
        Assert.Contains("\"code\":\"forbidden\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Every_kind_is_listed_once_and_has_an_example_of_itself()
    {
        var declared = typeof(ProblemKinds).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null)).OfType<ProblemKind>().ToList();
        Assert.Equal(declared.OrderBy(kind => kind.Code), ProblemKinds.All.OrderBy(kind => kind.Code));
        Assert.Distinct(ProblemKinds.All.Select(kind => kind.Code));
        Assert.All(ProblemKinds.All, kind =>
        {
            var example = kind.Example.Answer().ProblemDetails;
            Assert.Equal(kind.Code, example.Extensions["code"]);
            Assert.Equal(kind.Status, example.Status);
            Assert.Matches("^[a-z]+(-[a-z]+)*$", kind.Code);
        });
    }
}
