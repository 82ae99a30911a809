using System.Security.Cryptography;
using System.Text;

namespace UpperBack.Store.Writing;

/// <summary>The content that comes with the service: imported into an empty catalogue, and again when a new version brings other content.</summary>
/// <param name="database">The database to fill.</param>
/// <param name="folder">The folder of the content.</param>
public sealed class SeedContent(Database database, string folder)
{
    /// <summary>Who writes the revisions.</summary>
    public const string Author = "seed-data";

    private readonly string fingerprint = Fingerprint(folder);

    /// <summary>True when the catalogue is empty, or was filled from other content than this. A catalogue that was filled in another way is left alone.</summary>
    public async Task<bool> IsDueAsync(CancellationToken cancellationToken = default)
    {
        await using var command = database.DataSource.CreateCommand("""
            select coalesce((select fingerprint <> $1 from seed), not exists (select from documents))
            """);
        command.Parameters.Add(new() { Value = fingerprint });
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>Imports the content; what somebody has edited since stays as edited.</summary>
    public async Task<ImportReport> ImportAsync(CancellationToken cancellationToken = default)
    {
        var (documents, faults) = await DocumentFolder.ReadAsync(folder, cancellationToken);
        var report = await new CatalogueImport(database).RunAsync(documents, Author, faults, keepEdited: true, cancellationToken);
        if (report.Faults.Count == 0)
        {
            await using var command = database.DataSource.CreateCommand("insert into seed (fingerprint) values ($1) on conflict (only_row) do update set fingerprint = $1");
            command.Parameters.Add(new() { Value = fingerprint });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return report;
    }

    private static string Fingerprint(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
