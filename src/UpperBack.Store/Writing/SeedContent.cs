using System.Security.Cryptography;
using System.Text;
using Marten;
using UpperBack.Store.Documents;

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
        if (await DatabaseSchema.StateAsync(database, ServiceState.SeedContent, cancellationToken) is { } filledFrom)
            return filledFrom != fingerprint;
        await using var session = database.Documents.QuerySession();
        return !await session.Query<DocumentHead>().AnyAsync(cancellationToken);
    }

    /// <summary>Imports the content; what has been edited since stays as edited.</summary>
    public async Task<ImportReport> ImportAsync(CancellationToken cancellationToken = default)
    {
        var (documents, faults) = DocumentFolder.Read(folder);
        var report = await CatalogueImport.RunAsync(database, documents, Author, faults, keepEdited: true, cancellationToken: cancellationToken);
        if (report.Faults.Count > 0)
            return report;
        await using var session = database.Documents.LightweightSession();
        session.Store(new ServiceState { Id = ServiceState.SeedContent, Value = fingerprint });
        await session.SaveChangesAsync(cancellationToken);
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
