using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using UpperBack.Store.Keys;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Tests.Webhooks;

/// <summary>A database of the test's own, the service on it, and a key that manages webhooks. Every answer is held against the OpenAPI document.</summary>
public abstract class WebhookTest(PostgresServer server) : IAsyncLifetime
{
    private readonly List<WebApplication> instances = [];
    private HttpClient client = null!;

    internal TestDatabase Database { get; private set; } = null!;

    protected string Key { get; private set; } = "";

    /// <summary>Whether this machine may be called, where the receivers of the tests are.</summary>
    protected virtual bool AllowsPrivateAddresses => true;

    protected virtual bool AllowsHttp => true;

    public async ValueTask InitializeAsync()
    {
        Database = await server.CreateAsync();
        Key = await KeyWith("webhooks:manage");
        var address = await StartAsync();
        using var plain = new HttpClient { BaseAddress = address };
        client = new(new SchemaCheckingHandler(await ServedContract.OfAsync(plain)) { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = address };
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        await StopAsync();
        if (Database is not null)
            await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts an instance of the service, beside those that run.</summary>
    protected async Task<Uri> StartAsync()
    {
        var app = Program.Create(Database.Database, builder =>
        {
            builder.Configuration["UpperBack:Webhooks:AllowHttp"] = $"{AllowsHttp}";
            builder.Configuration["UpperBack:Webhooks:AllowPrivateAddresses"] = $"{AllowsPrivateAddresses}";
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
        });
        instances.Add(app);
        await app.StartAsync();
        return new(app.Urls.Single());
    }

    /// <summary>Stops every instance.</summary>
    protected async Task StopAsync()
    {
        foreach (var instance in instances)
        {
            await instance.StopAsync();
            await instance.DisposeAsync();
        }

        instances.Clear();
    }

    protected async Task<string> KeyWith(params string[] scopes)
    {
        await using var session = WriteSession.Begin(Database.Database, new("test"));
        var made = await ApiKeys.CreateAsync(session, $"key for {string.Join(", ", scopes)}", scopes, null, null);
        await session.CommitAsync();
        return made!.Value.Text;
    }

    protected async Task<HttpResponseMessage> Send(string method, string path, string? body = null, string mediaType = "application/json", string? key = null)
    {
        using var request = new HttpRequestMessage(new(method), path);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key ?? Key}");
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, mediaType);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The JSON of an answer that is to have this status.</summary>
    protected async Task<JsonElement> Json(HttpStatusCode status, string method, string path, string? body = null)
    {
        using var response = await Send(method, path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{method} {path} answers {(int)response.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    protected Task<JsonElement> Json(string path) => Json(HttpStatusCode.OK, "GET", path);

    /// <summary>Makes a webhook; returns its path and its secret.</summary>
    private protected async Task<(string Path, string Secret)> CreateAsync(Uri url, params string[] collections)
    {
        var body = new JsonObject { ["url"] = url.AbsoluteUri };
        if (collections.Length > 0)
            body["collections"] = new JsonArray([.. collections.Select(collection => (JsonNode)collection)]);
        var created = await Json(HttpStatusCode.Created, "POST", "/v1/webhooks", body.ToJsonString());
        return ($"/v1/webhooks/{created.GetProperty("id").GetString()}", created.GetProperty("secret").GetString()!);
    }

    /// <summary>Publishes new revisions of these documents, in one transaction.</summary>
    protected async Task ChangeAsync(string collection, params string[] slugs)
    {
        using var folder = new TemporaryFolder();
        foreach (var slug in slugs)
        {
            var document = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.SeedData, collection, $"{slug}.json")))!.AsObject();
            document["summary"] = $"Changed, for the {Guid.CreateVersion7()}th time.";
            folder.Write($"{collection}/{slug}.json", document.ToJsonString());
        }

        Assert.Empty((await Database.ImportAsync(folder.Path)).Faults);
    }

    /// <summary>The deliveries of a webhook, newest first, once they are as they should be.</summary>
    private protected Task<IReadOnlyList<JsonElement>> Deliveries(string webhook, Func<IReadOnlyList<JsonElement>, bool> areRight) => Until(
        async () => (IReadOnlyList<JsonElement>)[.. (await Json($"{webhook}/deliveries?limit=100")).GetProperty("items").EnumerateArray()], areRight);

    /// <summary>What a receiver was sent, once there are this many messages.</summary>
    private protected static Task<IReadOnlyList<ReceivedMessage>> Messages(Receiver receiver, int count) => Until(() => Task.FromResult(receiver.Messages), messages => messages.Count >= count);

    protected static string StateOf(JsonElement delivery) => delivery.GetProperty("state").GetString()!;

    /// <summary>Makes everything that waits due now, as time would.</summary>
    protected Task LetTimePass() => Database.AskAsync("update upperback.mt_doc_outbox_message set next_attempt_at = now(), data = jsonb_set(data, '{nextAttemptAt}', to_jsonb(now())) where state = 'Pending'");

    /// <summary>Looks until it is right; fails with what it saw last.</summary>
    private protected static async Task<T> Until<T>(Func<Task<T>> look, Func<T, bool> isRight)
    {
        var end = DateTime.UtcNow.AddSeconds(60);
        T seen;
        do
        {
            seen = await look();
            if (isRight(seen))
                return seen;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        while (DateTime.UtcNow < end);
        throw new TimeoutException($"It did not come about: {(seen is IEnumerable<JsonElement> list ? string.Join('\n', list) : seen)}");
    }
}
