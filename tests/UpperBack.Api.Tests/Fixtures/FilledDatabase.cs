namespace UpperBack.Api.Tests.Fixtures;

/// <summary>A database with the content of seed-data, for a class of tests that change nothing in it.</summary>
public sealed class FilledDatabase(PostgresServer server) : IAsyncLifetime
{
    private TestDatabase? database;

    internal TestDatabase Database => database!;

    public async ValueTask InitializeAsync() => database = await server.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
    }

    /// <summary>What an import of these files is refused for, each fault as path#pointer code suggestion.</summary>
    internal async Task<IReadOnlyList<string>> FaultsOf(params (string File, string Text)[] files)
    {
        using var folder = new TemporaryFolder();
        foreach (var (file, text) in files)
            folder.Write(file, text);
        return await FaultsOf(folder);
    }

    /// <summary>The same, of a folder.</summary>
    internal async Task<IReadOnlyList<string>> FaultsOf(TemporaryFolder folder)
    {
        var before = await Database.AskAsync("select count(*) from upperback.mt_doc_revision");
        var report = await Database.ImportAsync(folder.Path);
        Assert.All(report.Faults, fault => Assert.NotEmpty(fault.Fault.Detail));
        Assert.Equal(before, await Database.AskAsync("select count(*) from upperback.mt_doc_revision"));
        return [.. report.Faults.Select(fault => $"{fault.Origin}#{fault.Fault.Pointer} {fault.Fault.Code} {fault.Fault.Suggestion}".TrimEnd())];
    }
}
