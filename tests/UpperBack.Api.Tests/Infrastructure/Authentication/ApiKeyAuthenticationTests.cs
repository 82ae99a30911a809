using System.Net;

namespace UpperBack.Api.Tests.Infrastructure.Authentication;

public sealed class BearerKeyTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Public = "/v1/muscles/trapezius";

    [Fact]
    public async Task What_is_published_is_the_same_with_a_key_and_without()
    {
        var (without, with) = (await api.Get(Public), await api.GetWithKey(await api.KeyAsync("admin"), Public));
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
        Assert.Equal(await without.Content.ReadAsByteArrayAsync(), await with.Content.ReadAsByteArrayAsync());
        Assert.Equal(without.Headers.ETag, with.Headers.ETag);
    }

    [Fact]
    public async Task The_scheme_may_be_written_in_any_case() =>
        Assert.Equal(HttpStatusCode.OK, (await api.Get("/v1/keys/current", ("Authorization", $"bearer  {await api.KeyAsync("content:write")} "))).StatusCode);

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer ub_")]
    [InlineData("Bearer {prefix}")]
    [InlineData("Bearer {key}x")]
    [InlineData("Bearer {almost}")]
    [InlineData("Bearer {flipped}")]
    [InlineData("Bearer {key} {key}")]
    [InlineData("Bearer {key}, Bearer {key}")]
    [InlineData("Basic {key}")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Digest username=\"x\"")]
    [InlineData("{key}")]
    public async Task Anything_but_a_key_that_holds_is_refused_also_where_none_is_needed(string header)
    {
        var key = await api.KeyAsync("admin");
        var sent = header.Replace("{key}", key, StringComparison.Ordinal).Replace("{prefix}", key[..11], StringComparison.Ordinal)
            .Replace("{almost}", key[..^1] + (key[^1] == 'A' ? 'B' : 'A'), StringComparison.Ordinal)
            .Replace("{flipped}", string.Concat(key.Select(letter => char.IsUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter))), StringComparison.Ordinal);
        foreach (var path in (string[])[Public, "/v1/keys", "/v1/nowhere"])
        {
            var response = await api.Get(path, ("Authorization", sent));
            await response.Problem(HttpStatusCode.Unauthorized, "key-invalid");
            Assert.Equal("Bearer realm=\"UpperBack API\", error=\"invalid_token\"", response.Headers.WwwAuthenticate.Single().ToString());
        }
    }

    [Fact]
    public async Task Two_keys_are_refused_even_if_both_hold() => await (await api.Get(
        Public, ("Authorization", $"Bearer {await api.KeyAsync("admin")}"), ("Authorization", $"Bearer {await api.KeyAsync("admin")}"))).Problem(HttpStatusCode.Unauthorized, "key-invalid");

    [Fact]
    public async Task An_expired_key_is_refused()
    {
        var key = await api.Database.KeyAsync(TimeSpan.FromMinutes(-1), null, "admin");
        await (await api.GetWithKey(key, "/v1/keys/current")).Problem(HttpStatusCode.Unauthorized, "key-invalid");
        Assert.Equal(HttpStatusCode.OK, (await api.GetWithKey(await api.Database.KeyAsync(TimeSpan.FromMinutes(1), null, "admin"), "/v1/keys/current")).StatusCode);
    }

    [Theory]
    [InlineData("key")]
    [InlineData("api_key")]
    [InlineData("access_token")]
    public async Task A_key_in_an_address_is_no_key(string parameter)
    {
        var key = await api.KeyAsync("admin");
        Assert.Equal("admin", (await (await api.Get($"/v1/keys?{parameter}={key}")).Problem(HttpStatusCode.Unauthorized, "key-missing")).RequiredScope);
        await (await api.Get($"/v1/exercises?{parameter}={key}")).Problem(HttpStatusCode.BadRequest, "unknown-parameter");
    }

    [Fact]
    public async Task A_web_page_may_ask_whether_it_may_write()
    {
        var response = await api.Send(
            HttpMethod.Options, "/v1/keys", ("Origin", "https://editor.example"), ("Access-Control-Request-Method", "DELETE"), ("Access-Control-Request-Headers", "authorization"));
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Contains("DELETE", string.Join(',', response.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
    }
}
