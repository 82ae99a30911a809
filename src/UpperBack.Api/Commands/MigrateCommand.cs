using System.CommandLine;

namespace UpperBack.Api.Commands;

/// <summary>migrate: brings the database to the schema of this version.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Brings the database to the schema of this version, and ends.");
        command.SetAction((_, cancellationToken) => Run.WithDatabaseAsync(_ =>
        {
            Console.WriteLine("The database has the schema of this version.");
            return Task.FromResult(0);
        }, cancellationToken));
        return command;
    }
}
