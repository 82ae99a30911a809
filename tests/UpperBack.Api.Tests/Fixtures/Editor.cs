using System.Net;
using System.Text.Json;
using UpperBack.Store.Keys;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Tests.Fixtures;

/// <summary>Somebody who writes, with a key of their own.</summary>
internal sealed class Editor(ApiFixture api, string name, string key)
{
    public const string Everything = "content:read-drafts content:write content:publish";

    public string Name { get; } = name;

    public (string Name, string Value) Authorization => ("Authorization", $"Bearer {key}");

    /// <summary>An editor whose key has these scopes, with spaces between them.</summary>
    public static async Task<Editor> WithAsync(ApiFixture api, string scopes = Everything)
    {
        var name = $"editor {Guid.NewGuid():N}";
        await using var session = WriteSession.Begin(api.Database.Database, new("test"));
        var created = await ApiKeys.CreateAsync(session, name, scopes.Split(' '), null, perMinute: 1_000_000, TestContext.Current.CancellationToken);
        await session.CommitAsync(TestContext.Current.CancellationToken);
        return new(api, name, created!.Value.Text);
    }

    /// <summary>Sends a request, with a JSON body if there is one.</summary>
    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, string? json = null, params (string Name, string Value)[] headers)
        => await SendContent(method, path, json is null ? null : new StringContent(json, null, method == HttpMethod.Patch ? "application/merge-patch+json" : "application/json"), headers);

    /// <summary>Sends a request with any body.</summary>
    public async Task<HttpResponseMessage> SendContent(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (header, value) in headers.Append(Authorization))
            request.Headers.TryAddWithoutValidation(header, value);
        return await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> Create(string path, string json) => Send(HttpMethod.Put, path, json, ("If-None-Match", "*"));

    public Task<HttpResponseMessage> Replace(string path, string json, int revision) => Send(HttpMethod.Put, path, json, Match(revision));

    public Task<HttpResponseMessage> Patch(string path, string json, int revision) => Send(HttpMethod.Patch, path, json, Match(revision));

    public Task<HttpResponseMessage> Publish(string path, int revision) => Send(HttpMethod.Post, $"{path}/publish", null, Match(revision));

    /// <summary>The answer to a write that has to work.</summary>
    public static async Task<JsonElement> Done(Task<HttpResponseMessage> write)
    {
        using var response = await write;
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created, $"{(int)response.StatusCode} {body}");
        return JsonSerializer.Deserialize<JsonElement>(body);
    }

    /// <summary>Creates a document and publishes it.</summary>
    public async Task Published(string path, string json)
    {
        await Done(Create(path, json));
        await Done(Publish(path, 1));
    }

    public static (string Name, string Value) Match(int revision) => ("If-Match", $"\"{revision}\"");
}
