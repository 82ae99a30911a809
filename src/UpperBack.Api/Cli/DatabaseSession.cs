using System.Security.Cryptography;
using System.Text;
using UpperBack.EmbeddedPostgres;
using UpperBack.Store;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Cli;

/// <summary>The database of one run: the one that <c>ConnectionStrings:UpperBack</c> names, else an embedded server that starts and stops with the run.</summary>
internal sealed class DatabaseSession : IAsyncDisposable
{
    private readonly EmbeddedPostgresServer? server;
    private readonly Action<string> report;

    private DatabaseSession(Database database, EmbeddedPostgresServer? server, Action<string> report) => (Database, this.server, this.report) = (database, server, report);

    public Database Database { get; }

    private string Name => server is null ? "that ConnectionStrings__UpperBack names" : "of the embedded server";

    /// <summary>Opens the database and brings it to the schema of this version.</summary>
    /// <exception cref="UserException">There is no database to be had; the message says what to do.</exception>
    public static async Task<DatabaseSession> OpenAsync(IConfiguration configuration, Action<string> report, CancellationToken cancellationToken)
    {
        var session = await ConnectAsync(configuration, report, cancellationToken);
        try
        {
            await session.UpdateAsync(cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Brings the database to the schema of this version.</summary>
    /// <exception cref="UserException">It cannot be used; the message says why.</exception>
    public Task UpdateAsync(CancellationToken cancellationToken) => UsableAsync(async () =>
    {
        await DatabaseSchema.UpdateAsync(Database, report, cancellationToken);
        return true;
    });

    /// <summary>The SQL that brings the database to the schema of this version.</summary>
    /// <exception cref="UserException">It cannot be used; the message says why.</exception>
    public Task<string> ScriptAsync(CancellationToken cancellationToken) => UsableAsync(() => DatabaseSchema.ScriptAsync(Database, cancellationToken));

    private async Task<T> UsableAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is InvalidOperationException || DatabaseErrors.IsOfDatabase(exception))
        {
            throw new UserException($"The database {Name} cannot be used: {exception.Message}", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (server is not null)
            await server.DisposeAsync();
    }

    /// <summary>Opens the database as it is. Where the service has its own, that is started; nothing is connected yet to another.</summary>
    /// <exception cref="UserException">There is no database to be had; the message says what to do.</exception>
    public static async Task<DatabaseSession> ConnectAsync(IConfiguration configuration, Action<string> report, CancellationToken cancellationToken)
    {
        try
        {
            if (configuration.GetConnectionString("UpperBack") is { Length: > 0 } connectionString)
                return new(Database.Open(connectionString), null, report);
            var server = await EmbeddedPostgresServer.StartAsync(DataFolders.Default(DataName()), report, ct: cancellationToken);
            return new(Database.Open(server.ConnectionString()), server, report);
        }
        catch (ArgumentException exception)
        {
            throw new UserException($"ConnectionStrings:UpperBack is no connection string of PostgreSQL: {exception.Message}", exception);
        }
        catch (EmbeddedPostgresException exception)
        {
            throw new UserException(exception.Message, exception);
        }
    }

    // Two clones side by side keep their data apart, whichever folder they are started from.
    private static string DataName()
    {
        var home = new DirectoryInfo(AppContext.BaseDirectory);
        for (var folder = home; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "UpperBack.Api.sln")))
                home = folder;
        }

        return $"{home.Name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(home.FullName)))[..8]}";
    }
}

/// <summary>Something that the person at the console can mend; the message says how, and no stack is shown.</summary>
internal sealed class UserException(string message, Exception? inner = null) : Exception(message, inner);
