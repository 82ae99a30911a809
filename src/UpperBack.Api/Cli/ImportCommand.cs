using System.CommandLine;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Cli;

/// <summary>import: brings a folder of documents into the catalogue, all of them or none.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "A folder like seed-data: one folder a collection, one document a file." };
        folder.AcceptExistingOnly();
        var stillFit = new Option<bool>("--translations-still-fit") { Description = "State that changed English texts keep their meaning, so that their translations stay current. Recorded in the audit." };
        var command = new Command("import", "Imports documents in one transaction. With a fault in any of them nothing is imported and every fault is listed.") { folder, stillFit };
        command.SetAction((result, cancellationToken) => Run.WithDatabaseAsync(
            session => ImportAsync(session, result.GetRequiredValue(folder).FullName, result.GetValue(stillFit), cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> ImportAsync(DatabaseSession session, string folder, bool translationsStillFit, CancellationToken cancellationToken)
    {
        var (documents, faults) = DocumentFolder.Read(folder);
        var report = await CatalogueImport.RunAsync(
            session.Database, documents, Actor.Import, faults, translationsStillFit: translationsStillFit, progress: Console.IsErrorRedirected ? null : Console.Error.WriteLine, cancellationToken: cancellationToken);
        if (report.Faults.Count == 0)
        {
            Console.WriteLine(Summary(report));
            return 0;
        }

        foreach (var fault in report.Faults)
            await Console.Error.WriteLineAsync(Line(fault));
        await Console.Error.WriteLineAsync($"Nothing was imported: {report.Faults.Total} faults{(report.Faults.Total > report.Faults.Count ? $", of which the first {report.Faults.Count} are listed" : "")}.");
        return 1;
    }

    internal static string Summary(ImportReport report) =>
        $"{report.Created} created, {report.Updated} updated, {report.Retired} retired, {report.Unchanged} unchanged"
        + (report.Kept > 0 ? $", {report.Kept} kept as edited since." : ".")
        + Listed("Stale, so English is served", report.StaleTranslations.Where(translation => !translation.Served).Select(translation => translation.ToString()))
        + Listed("Partly stale, and still served", report.StaleTranslations.Where(translation => translation.Served).Select(translation => $"{translation} {string.Join(' ', translation.Texts)}"));

    private static string Listed(string what, IEnumerable<string> translations) => translations.ToList() is { Count: > 0 } some ? $" {what}: {string.Join(", ", some)}." : "";

    internal static string Line(OriginFault fault) =>
        $"{fault.Origin}{(fault.Fault.Pointer.Length > 0 ? $"#{fault.Fault.Pointer}" : "")}: {fault.Fault.Detail} [{fault.Fault.Code}]"
        + (fault.Fault.Suggestion is null ? "" : $" Did you mean \"{fault.Fault.Suggestion}\"?");
}
