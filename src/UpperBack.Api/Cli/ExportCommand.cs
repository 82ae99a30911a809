using System.CommandLine;
using UpperBack.Store.Reading;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Cli;

/// <summary>export: writes the catalogue as files, as import takes them.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Where to write; made if missing. Files of the same documents are replaced, others left alone." };
        var command = new Command("export", "Writes every document of the catalogue, retired ones included, to a folder like seed-data.") { folder };
        command.SetAction((result, cancellationToken) => Run.WithDatabaseAsync(async session =>
        {
            var target = result.GetRequiredValue(folder).FullName;
            try
            {
                var written = await DocumentFolder.WriteAsync(target, new PublishedDocuments(session.Database).ExportAsync(cancellationToken), cancellationToken);
                Console.WriteLine($"{written} documents written to {target}.");
                return 0;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new UserException($"{target} cannot be written to: {exception.Message}", exception);
            }
        }, cancellationToken));
        return command;
    }
}
