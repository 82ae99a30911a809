using System.Net;
using System.Text.Json;

namespace UpperBack.Api.Tests.Infrastructure.Problems;

/// <summary>Reads a problem from an answer, and checks what every problem has.</summary>
internal static class ProblemAnswer
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        // Whatever is sent has to be in the documented shape.
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static async Task<Problem> Problem(this HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{(int)response.StatusCode} {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        var problem = JsonSerializer.Deserialize<Problem>(body, Strict)!;
        Assert.Equal(code, problem.Code);
        Assert.Equal((int)status, problem.Status);
        Assert.Equal(response.RequestMessage!.RequestUri!.AbsolutePath, problem.Instance);
        Assert.Equal(new Uri(response.RequestMessage.RequestUri, $"/problems/{code}").ToString(), problem.Type);
        Assert.NotEmpty(problem.Title);
        Assert.NotEmpty(problem.Detail!);
        return problem;
    }
}
