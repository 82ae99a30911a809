using UpperBack.Content.Collections;
using UpperBack.Search.Queries;
using UpperBack.Store;
using UpperBack.Store.Indexing;
using UpperBack.Store.Reading;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Tests.Fixtures;

/// <summary>A database of one test or one class of tests, dropped at the end.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly PostgresServer server;
    private readonly string name;

    public TestDatabase(PostgresServer server, string name)
    {
        (this.server, this.name) = (server, name);
        Database = Open();
    }

    public Database Database { get; }

    public string ConnectionString => server.ConnectionString(name);

    /// <summary>Takes the database away from whoever uses it.</summary>
    public Task TakeAwayAsync() => server.LetInAsync(name, isOpen: false);

    /// <summary>Gives it back.</summary>
    public Task GiveBackAsync() => server.LetInAsync(name, isOpen: true);

    /// <summary>Connections of another instance of the service.</summary>
    public Database Open() => Database.Open(ConnectionString);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await server.DropAsync(name);
    }

    /// <summary>The first value of the first row.</summary>
    public async Task<object?> AskAsync(string sql)
    {
        await using var command = Database.DataSource.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Imports a folder as the verb does.</summary>
    public async Task<ImportReport> ImportAsync(string folder, string author = "import")
    {
        var (documents, faults) = DocumentFolder.Read(folder);
        var report = await CatalogueImport.RunAsync(Database, documents, author, faults, cancellationToken: TestContext.Current.CancellationToken);
        await Heard();
        return report;
    }

    /// <summary>What to wait for after an import, so that a service that serves the database has heard of it.</summary>
    public Func<Task> Heard { get; set; } = () => Task.CompletedTask;

    /// <summary>Exports every document into a folder.</summary>
    public Task ExportAsync(string folder) =>
        DocumentFolder.WriteAsync(folder, new PublishedDocuments(Database).ExportAsync(), TestContext.Current.CancellationToken);

    /// <summary>The slugs that a query of one condition finds, in order.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string collection, string filter, string value)
    {
        var asked = CollectionRegistry.Get(collection);
        var condition = new FilterCondition(asked.Filters.Single(candidate => candidate.Name == filter), FilterOperator.AnyOf, [value]);
        using var index = new CatalogueIndex(Database);
        using var page = await new DocumentQueries(Database).ListAsync(new(asked) { Conditions = [condition], Limit = 100 }, await index.CurrentAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        return [.. page.Items.Select(item => item.Slug)];
    }

    /// <summary>The number of the newest revision of a document, and who wrote it.</summary>
    public async Task<string> NewestRevisionAsync(string collection, string slug) => (string)(await AskAsync(
        $"select number || ' by ' || (data->>'author') from upperback.mt_doc_revision where document = '{collection}/{slug}' order by number desc limit 1"))!;
}
