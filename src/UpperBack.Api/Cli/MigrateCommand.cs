using System.CommandLine;

namespace UpperBack.Api.Cli;

/// <summary>migrate: brings the database to the schema of this version.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var script = new Option<bool>("--script") { Description = "Print the SQL that is missing and apply nothing." };
        var command = new Command("migrate", "Brings the database to the schema of this version, and ends.") { script };
        command.SetAction((result, cancellationToken) => result.GetValue(script)
            ? Run.WithConnectionAsync(session => PrintAsync(session, cancellationToken), cancellationToken)
            : Run.WithDatabaseAsync(_ =>
            {
                Console.WriteLine("The database has the schema of this version.");
                return Task.FromResult(0);
            }, cancellationToken));
        return command;
    }

    private static async Task<int> PrintAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        var sql = await session.ScriptAsync(cancellationToken);
        Console.WriteLine(sql.Length > 0 ? sql : "-- The database has the schema of this version.");
        return 0;
    }
}
