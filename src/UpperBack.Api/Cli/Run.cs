using Microsoft.Extensions.Configuration;
using UpperBack.Store;

namespace UpperBack.Api.Cli;

/// <summary>What the verbs that need a database share.</summary>
internal static class Run
{
    // As shells number the end by SIGINT.
    private const int Canceled = 130;

    /// <summary>Runs work on the database, brought to the schema of this version, and returns its exit code; what a person can mend is said in a sentence.</summary>
    public static Task<int> WithDatabaseAsync(Func<DatabaseSession, Task<int>> work, CancellationToken cancellationToken) =>
        WithSessionAsync(DatabaseSession.OpenAsync, work, cancellationToken);

    /// <summary>The same on the database as it is.</summary>
    public static Task<int> WithConnectionAsync(Func<DatabaseSession, Task<int>> work, CancellationToken cancellationToken) =>
        WithSessionAsync(DatabaseSession.ConnectAsync, work, cancellationToken);

    private static async Task<int> WithSessionAsync(
        Func<IConfiguration, Action<string>, CancellationToken, Task<DatabaseSession>> open, Func<DatabaseSession, Task<int>> work, CancellationToken cancellationToken)
    {
        try
        {
            // Progress goes to the error stream, so that the output can be piped.
            await using var session = await open(Configuration(), Console.Error.WriteLine, cancellationToken);
            return await work(session);
        }
        catch (UserException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped before it was done. Nothing was changed in the database.");
            return Canceled;
        }
        catch (Exception exception) when (DatabaseErrors.IsOfDatabase(exception))
        {
            await Console.Error.WriteLineAsync($"The database failed: {exception.Message}");
            return 1;
        }
    }

    private static IConfiguration Configuration() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();
}
