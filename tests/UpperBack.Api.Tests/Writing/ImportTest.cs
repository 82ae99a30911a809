using System.Text.Json.Nodes;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Tests.Writing;

/// <summary>A database of the test's own, filled with seed-data, and a folder to import from.</summary>
public abstract class ImportTest(PostgresServer server) : IAsyncLifetime
{
    internal TestDatabase Database { get; private set; } = null!;

    internal TemporaryFolder Folder { get; private set; } = null!;

    protected PostgresServer Server => server;

    public virtual async ValueTask InitializeAsync()
    {
        Database = await server.CreateAsync();
        Folder = new();
    }

    public async ValueTask DisposeAsync()
    {
        if (Database is not null)
            await Database.DisposeAsync();
        Folder?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A document of seed-data, changed, in the folder to import from.</summary>
    protected void Change(string collection, string slug, Action<JsonObject> change)
    {
        var document = Seed(collection, slug);
        change(document);
        Folder.Write($"{collection}/{slug}.json", document.ToJsonString());
    }

    /// <summary>A document of seed-data under another slug and name, in the folder to import from.</summary>
    protected void Copy(string collection, string slug, string copy) => Folder.Write($"{collection}/{copy}.json", CopyOf(collection, slug, copy).ToJsonString());

    protected static JsonObject Seed(string collection, string slug) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.SeedData, collection, $"{slug}.json")))!.AsObject();

    protected static JsonObject CopyOf(string collection, string slug, string copy)
    {
        var document = Seed(collection, slug);
        (document["slug"], document["name"], document["aliases"]) = (copy, $"Copy of {slug}", new JsonArray());
        return document;
    }

    /// <summary>Imports the folder, which is to succeed.</summary>
    protected async Task<ImportReport> Import()
    {
        var report = await Database.ImportAsync(Folder.Path);
        Assert.Empty(report.Faults);
        return report;
    }

    /// <summary>Everything that readers can see of the database.</summary>
    protected async Task<string> State() => (string)(await Database.AskAsync("""
        select (select string_agg(d::text, E'\n' order by d::text) from (select id, data->'published', data->'retirement' is not null from upperback.mt_doc_document_head) d)
            || (select data->>'versions' from upperback.mt_doc_catalogue_state) || (select count(*) from upperback.mt_doc_revision)
        """))!;
}
