using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UpperBack.Store.Indexing;

namespace UpperBack.Api.Tests.Fixtures;

/// <summary>
/// The whole service on a real server and a database of the class's own. Everything that its client receives is held
/// against the served OpenAPI document.
/// </summary>
public sealed class ApiFixture(PostgresServer server) : IAsyncLifetime
{
    private TestDatabase? database;
    private WebApplication? app;

    public HttpClient Client { get; private set; } = null!;

    internal TestDatabase Database => database!;

    public async ValueTask InitializeAsync()
    {
        database = await server.CreateAsync();
        app = Program.Create(database.Database, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            builder.Configuration["UpperBack:RateLimit:AnonymousPerMinute"] = "1000000";
        });
        await app.StartAsync();
        database.Heard = () => app.Services.GetRequiredService<CatalogueIndex>().CatchUpAsync();
        var address = new Uri(app.Urls.Single());
        using var plain = new HttpClient { BaseAddress = address };
        var contract = await ServedContract.OfAsync(plain);
        Client = new(new SchemaCheckingHandler(contract) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } }) { BaseAddress = address };
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
    }

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, headers);

    /// <summary>Sends a text as JSON.</summary>
    public async Task<HttpResponseMessage> Post(string path, string json, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, null, "application/json") };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The JSON of an answer of 200.</summary>
    public async Task<JsonElement> GetJson(string path)
    {
        using var response = await Get(path);
        return await Json(response, path);
    }

    /// <summary>The JSON of an answer of 200 to a text that is sent as JSON.</summary>
    public async Task<JsonElement> PostJson(string path, string json)
    {
        using var response = await Post(path, json);
        return await Json(response, $"{path} {json}");
    }

    /// <summary>Imports files into the database that is served, which has to take them.</summary>
    internal async Task Import(params (string File, string Text)[] files)
    {
        using var folder = new TemporaryFolder();
        foreach (var (file, text) in files)
            folder.Write(file, text);
        Assert.Empty((await Database.ImportAsync(folder.Path)).Faults);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage response, string asked)
    {
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode == 200, $"{asked} answers {(int)response.StatusCode} {body}");
        return JsonSerializer.Deserialize<JsonElement>(body);
    }

    /// <summary>The slugs on the first hundred of a list, in order.</summary>
    public async Task<IReadOnlyList<string>> Slugs(string path) =>
        Slugs(await GetJson($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=100"));

    /// <summary>The slugs on a page, in order.</summary>
    public static IReadOnlyList<string> Slugs(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("slug").GetString()!)];
}
