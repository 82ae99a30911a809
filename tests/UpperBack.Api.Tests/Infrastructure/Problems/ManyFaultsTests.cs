using System.Net;
using System.Text.Json.Nodes;

namespace UpperBack.Api.Tests.Infrastructure.Problems;

/// <summary>However much is wrong with a request, the response is short and cheap.</summary>
public sealed class ManyFaultsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task More_than_a_hundred_parameters_are_one_fault()
    {
        var problem = await (await api.Get($"/v1/exercises?{string.Join('&', Enumerable.Range(0, 900).Select(number => $"p{number}=1"))}")).Problem(HttpStatusCode.BadRequest, "bad-parameters");
        Assert.Contains("900 parameters; at most 100", Assert.Single(problem.Errors!).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_be_sent_is_said_once()
    {
        var path = $"/v1/exercises?level={string.Join(',', Enumerable.Range(0, 90).Select(number => $"zz{number}"))}&{string.Join('&', Enumerable.Range(0, 90).Select(number => $"p{number}=1"))}";
        using var response = await api.Get(path);
        var problem = await response.Problem(HttpStatusCode.BadRequest, "bad-parameters");
        Assert.Equal((100, 180), (problem.Errors!.Count, problem.ErrorCount));
        Assert.Single(problem.Errors!, error => error is { Code: "unknown-parameter", Allowed: not null });
        Assert.InRange((await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, 0, 10 * path.Length + 16 * 1024);
    }

    [Fact]
    public async Task A_megabyte_of_faults_answers_a_hundred_of_them()
    {
        var editor = await Editor.WithAsync(api);
        var patch = new JsonObject(Enumerable.Range(0, 90_000).Select(number => KeyValuePair.Create<string, JsonNode?>($"m{number}", 1)));
        var problem = await (await editor.Send(HttpMethod.Patch, "/v1/equipment/chair?dryRun=true", patch.ToJsonString(), ("If-Match", "*"))).Problem(HttpStatusCode.UnprocessableEntity, "invalid-document");
        Assert.Equal((100, 90_000), (problem.Errors!.Count, problem.ErrorCount));
    }
}
