using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using static UpperBack.Api.Tests.Fixtures.Editor;

namespace UpperBack.Api.Tests.Authoring;

/// <summary>Bodies that are not text, in every operation that reads JSON.</summary>
public sealed class BodyTextTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string MergePatch = "application/merge-patch+json";
    private const string JsonType = "application/json";
    private const string Lines = "application/x-ndjson";

    public static TheoryData<string, string, string> Operations => new()
    {
        { "PUT", "/v1/equipment/mat", JsonType },
        { "PATCH", "/v1/equipment/mat", MergePatch },
        { "POST", "/v1/equipment/mat/retire", JsonType },
        { "POST", "/v1/import", JsonType },
        { "POST", "/v1/import", Lines },
        { "POST", "/v1/recommendations", JsonType },
        { "POST", "/v1/keys", JsonType },
        { "POST", "/v1/webhooks", JsonType },
    };

    [Theory, MemberData(nameof(Operations))]
    public async Task Latin_1_is_refused_with_line_and_byte_and_never_repaired(string method, string path, string type)
    {
        var problem = await Send(method, path, type, Encoding.Latin1.GetBytes(Wrapped(path, type, "{\"name\":\"Matté\"}")));
        Assert.Contains("not UTF-8 at line 1, byte ", problem, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task Half_of_a_surrogate_pair_is_refused_in_values_and_names(string method, string path, string type)
    {
        foreach (var json in (string[])["{\"name\":\"\\ud800\"}", "{\"\\ud800\":1}", "{\"name\":\"a\\u0000\"}"])
        {
            var problem = await Send(method, path, type, Encoding.UTF8.GetBytes(Wrapped(path, type, json)));
            Assert.Contains("an escape that stands for no character", problem, StringComparison.Ordinal);
            Assert.Contains("at line 1, byte ", problem, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task What_is_not_well_formed_is_refused_with_line_and_byte(string method, string path, string type)
    {
        var problem = await Send(method, path, type, Encoding.UTF8.GetBytes(type == Lines ? "{\"a\":1,}" : Wrapped(path, type, "{\n\"a\":1,}")));
        Assert.Matches(type == Lines ? "line 1, byte 8" : "line 2, byte 7", problem);
    }

    [Fact]
    public async Task Two_hundred_emoji_are_two_hundred_characters()
    {
        var editor = await WithAsync(api);
        Assert.Equal(1, (await Done(Import(200))).GetProperty("created").GetInt32());
        var problem = await (await Import(201)).Problem(HttpStatusCode.UnprocessableEntity, "invalid-document");
        Assert.Contains("201 characters; 200 are allowed", Assert.Single(problem.Errors!).Detail, StringComparison.Ordinal);

        Task<HttpResponseMessage> Import(int length) => editor.Send(HttpMethod.Post, "/v1/import?dryRun=true", $$"""
            [{"collection":"equipment","document":{"slug":"emoji","kind":"support","name":"{{string.Concat(Enumerable.Repeat("💪", length))}}","summary":"s"} }]
            """);
    }

    // In an import a document stands within an item.
    private static string Wrapped(string path, string type, string json) =>
        path != "/v1/import" ? json : type == Lines ? $$"""{"collection":"equipment","document":{{json}} }""" : $$"""[{"collection":"equipment","document":{{json}} }]""";

    // The details of the problem and of its faults.
    private async Task<string> Send(string method, string path, string type, byte[] body)
    {
        var editor = await WithAsync(api, "admin");
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new(type);
        using var response = await editor.SendContent(new HttpMethod(method), path, content, ("If-Match", "*"));
        Assert.True(response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, $"{response.StatusCode}");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        string[] faults = problem.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray().Select(error => error.GetProperty("detail").GetString()!)] : [];
        return string.Join('\n', faults.Prepend(problem.GetProperty("detail").GetString()));
    }
}
