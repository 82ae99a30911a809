using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UpperBack.Api.Tests.Changes;

/// <summary>A catalogue in which documents come and go, and what its followers are told.</summary>
public abstract class FollowedCatalogue(ApiFixture api) : IDisposable
{
    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected ApiFixture Api => api;

    /// <summary>A client that reads answers as they come, for streams.</summary>
    protected HttpClient Streaming { get; } = new() { BaseAddress = api.Client.BaseAddress };

    public void Dispose()
    {
        Streaming.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Where the feed ends now, as the snapshot says.</summary>
    protected async Task<string> Token() => (await api.GetJson("/v1/catalogue")).GetProperty("token").GetString()!;

    /// <summary>Each change of an answer as type collection/slug revision.</summary>
    protected static IReadOnlyList<string> Summary(JsonElement page) => [.. page.GetProperty("changes").EnumerateArray().Select(Line)];

    protected static string Line(JsonElement change) =>
        $"{change.GetProperty("type")} {change.GetProperty("collection")}/{change.GetProperty("slug")} {change.GetProperty("revision")}";

    /// <summary>A piece of equipment.</summary>
    protected static (string File, string Text) Thing(string slug, string summary = "A thing.") => ($"equipment/{slug}.json", new JsonObject
    {
        ["slug"] = slug,
        ["name"] = $"Thing {slug}",
        ["summary"] = summary,
        ["kind"] = "support",
    }.ToJsonString());

    protected static (string File, string Text) Gone(string slug, string? replacedBy = null) =>
        ($"equipment/{slug}.retired.json", new JsonObject { ["slug"] = slug, ["replacedBy"] = replacedBy }.ToJsonString().Replace(",\"replacedBy\":null", "", StringComparison.Ordinal));

    protected static JsonObject Seed(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.SeedData, file)))!.AsObject();

    protected async Task Import(params (string File, string Text)[] files)
    {
        using var folder = new TemporaryFolder();
        foreach (var (file, text) in files)
            folder.Write(file, text);
        Assert.Empty((await api.Database.ImportAsync(folder.Path)).Faults);
    }

    /// <summary>The events of a stream, for as long as they are read.</summary>
    protected async IAsyncEnumerable<SseItem<string>> Events(string path, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        using var response = await Streaming.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        await using var stream = await response.Content.ReadAsStreamAsync(Cancelled);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(Cancelled))
            yield return item;
    }
}
