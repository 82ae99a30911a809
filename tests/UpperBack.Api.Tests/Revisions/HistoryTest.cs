using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Keys;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Tests.Revisions;

/// <summary>Documents that are revised. The tests of a class share a database, each has documents of its own in it.</summary>
public abstract class HistoryTest(ApiFixture api) : IClassFixture<ApiFixture>
{
    protected ApiFixture Api => api;

    /// <summary>A key that may read drafts, as it stands in a header.</summary>
    protected async Task<(string Name, string Value)> Editor(params string[] scopes)
    {
        await using var session = WriteSession.Begin(api.Database.Database, new("test"));
        var key = await ApiKeys.CreateAsync(session, Guid.NewGuid().ToString(), scopes is [] ? ["content:read-drafts"] : scopes, expiresAt: null, perMinute: null);
        await session.CommitAsync();
        return ("Authorization", $"Bearer {key!.Value.Text}");
    }

    /// <summary>A small document.</summary>
    protected static JsonObject Equipment(string slug, string summary) => new() { ["slug"] = slug, ["name"] = $"The {slug}", ["summary"] = summary, ["kind"] = "support" };

    /// <summary>A document of seed-data.</summary>
    protected static JsonObject Seed(string collection, string slug)
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.SeedData, collection, $"{slug}.json")))!.AsObject();
        document.Remove("$schema");
        return document;
    }

    /// <summary>Publishes a document, as a new revision when it has changed.</summary>
    protected Task Publish(string collection, JsonObject document, string author = "import") =>
        Import($"{collection}/{document["slug"]}.json", document.ToJsonString(), author);

    protected Task Retire(string collection, string slug, string replacedBy, string reason) => Import(
        $"{collection}/{slug}.retired.json", new JsonObject { ["slug"] = slug, ["replacedBy"] = replacedBy, ["reason"] = reason }.ToJsonString(), "import");

    /// <summary>Publishes a piece of equipment several times, with these summaries.</summary>
    protected async Task PublishEach(string slug, params string[] summaries)
    {
        foreach (var summary in summaries)
            await Publish("equipment", Equipment(slug, summary));
    }

    /// <summary>Saves a draft of a document that may be published already.</summary>
    protected async Task Draft(string collection, JsonObject document, string author = "Anna", string comment = "Not sure yet.")
    {
        var declared = CollectionRegistry.Get(collection);
        var body = JsonSerializer.SerializeToUtf8Bytes(document.Deserialize(declared.Shape.Type, DocumentJson.Compact), declared.Shape.Type, DocumentJson.Compact);
        await using var session = WriteSession.Begin(api.Database.Database, new(author));
        var editor = new DocumentEditor(session, declared, document["slug"]!.GetValue<string>());
        editor.Save(await editor.LoadAsync(), body, comment);
        await session.CommitAsync();
    }

    /// <summary>The items of the history of a document.</summary>
    protected async Task<IReadOnlyList<JsonElement>> Revisions(string path, params (string Name, string Value)[] headers) =>
        [.. (await Json($"{path}/revisions", headers)).GetProperty("items").EnumerateArray()];

    protected async Task<JsonElement> Json(string path, params (string Name, string Value)[] headers)
    {
        using var response = await api.Get(path, headers);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
    }

    /// <summary>When a revision was published.</summary>
    protected async Task<string> PublishedAt(string path, int revision) => (await Json($"{path}/revisions/{revision}")).GetProperty("publishedAt").GetString()!;

    private async Task Import(string file, string text, string author)
    {
        using var folder = new TemporaryFolder();
        folder.Write(file, text);
        Assert.Empty((await api.Database.ImportAsync(folder.Path, author)).Faults);
    }
}
