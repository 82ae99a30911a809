using Microsoft.Extensions.Configuration;
using Npgsql;

namespace UpperBack.Api.Commands;

/// <summary>What the verbs that need a database share.</summary>
internal static class Run
{
    /// <summary>Runs work on the database and returns its exit code; what a person can mend is said in a sentence.</summary>
    public static async Task<int> WithDatabaseAsync(Func<DatabaseSession, Task<int>> work, CancellationToken cancellationToken)
    {
        try
        {
            // Progress goes to the error stream, so that the output can be piped.
            await using var session = await DatabaseSession.OpenAsync(Configuration(), Console.Error.WriteLine, cancellationToken);
            return await work(session);
        }
        catch (UserException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
        catch (NpgsqlException exception)
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
