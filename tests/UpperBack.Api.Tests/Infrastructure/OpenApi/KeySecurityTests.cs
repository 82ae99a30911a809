using System.Net;
using System.Text.Json;

namespace UpperBack.Api.Tests.Infrastructure.OpenApi;

public sealed class KeySecurityTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Nothing_needs_a_key_unless_it_says_so()
    {
        var document = await Document();
        Assert.Equal("[{}]", JsonSerializer.Serialize(document.GetProperty("security")));
        var scheme = document.GetProperty("components").GetProperty("securitySchemes").GetProperty("key");
        Assert.Equal(("http", "bearer"), (scheme.GetProperty("type").GetString(), scheme.GetProperty("scheme").GetString()));
    }

    [Fact]
    public async Task What_says_that_it_needs_a_key_refuses_those_without_and_everything_else_lets_them_in()
    {
        foreach (var path in (await Document()).GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                // With a slug that is none: who is let in is decided before. Asked for the head alone, because a stream never ends.
                using var response = await api.Send(operation.Name is "get" ? HttpMethod.Head : new(operation.Name.ToUpperInvariant()), path.Name.Replace("{revision}", "1", StringComparison.Ordinal).Replace('{', 'x').Replace('}', 'x'));
                var needsKey = operation.Value.TryGetProperty("security", out var security) && !security.EnumerateArray().Any(way => !way.EnumerateObject().Any());
                Assert.True((response.StatusCode == HttpStatusCode.Unauthorized) == needsKey, $"{operation.Name} {path.Name} answers {response.StatusCode}.");
            }
        }
    }

    [Fact]
    public async Task A_scope_that_is_needed_is_named()
    {
        var operation = (await Document()).GetProperty("paths").GetProperty("/v1/keys").GetProperty("post");
        Assert.Equal("""[{"key":["admin"]}]""", JsonSerializer.Serialize(operation.GetProperty("security")));
        Assert.Contains("`admin`", operation.GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> Document() =>
        JsonSerializer.Deserialize<JsonElement>(await api.Client.GetStringAsync(new Uri("/openapi.json", UriKind.Relative)));
}
