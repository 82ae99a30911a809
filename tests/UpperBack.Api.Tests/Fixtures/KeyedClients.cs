using System.Net.Http.Headers;
using UpperBack.Store.Keys;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Tests.Fixtures;

/// <summary>Makes keys as the command line does, and sends requests with them.</summary>
internal static class KeyedClients
{
    /// <summary>A new key with these scopes, as its owner has it. Its name is its own.</summary>
    public static Task<string> KeyAsync(this ApiFixture api, params string[] scopes) => api.Database.KeyAsync(null, null, scopes);

    /// <summary>A new key that ends in so long, or ended so long ago, and has so many requests a minute.</summary>
    public static async Task<string> KeyAsync(this TestDatabase database, TimeSpan? expiresIn, int? perMinute, params string[] scopes)
    {
        await using var session = WriteSession.Begin(database.Database, new(Actor.CommandLine));
        var created = await ApiKeys.CreateAsync(session, $"key {Guid.CreateVersion7():N}", scopes, DateTimeOffset.UtcNow + expiresIn, perMinute, TestContext.Current.CancellationToken);
        await session.CommitAsync(TestContext.Current.CancellationToken);
        return created!.Value.Text;
    }

    /// <summary>Sends a request with a key, and with JSON where there is some.</summary>
    public static async Task<HttpResponseMessage> SendWithKey(this ApiFixture api, string key, HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = json is null ? null : new StringContent(json, null, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Gets with a key.</summary>
    public static Task<HttpResponseMessage> GetWithKey(this ApiFixture api, string key, string path) => api.SendWithKey(key, HttpMethod.Get, path);
}
