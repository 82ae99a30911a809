using System.Text.Json;
using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Writing;

/// <summary>
/// The catalogue as files: one folder a collection, one document a file. <c>plank.json</c> is a document,
/// <c>old-plank.retired.json</c> says that one went away and what replaces it.
/// </summary>
public static class DocumentFolder
{
    private const string RetirementSuffix = ".retired";

    /// <summary>Name of the folder that holds the JSON Schemas beside the collections.</summary>
    public const string SchemasFolder = "schemas";

    /// <summary>Every document in the folder, and a fault for every file and folder that is none.</summary>
    public static async Task<(IReadOnlyList<IncomingDocument> Documents, IReadOnlyList<OriginFault> Faults)> ReadAsync(string folder, CancellationToken cancellationToken = default)
    {
        var documents = new List<IncomingDocument>();
        var faults = new List<OriginFault>();
        var names = CollectionRegistry.All.Select(collection => collection.Name).ToList();
        foreach (var subfolder in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(subfolder);
            if (CollectionRegistry.Find(name) is { } collection)
                await ReadCollectionAsync(folder, subfolder, collection, documents, faults, cancellationToken);
            else if (name != SchemasFolder)
                faults.Add(new(name, new("", "unknown-collection", $"There is no collection \"{name}\".", Nearest.To(name, names))));
        }

        if (documents.Count == 0 && faults.Count == 0)
            faults.Add(new(folder, new("", "empty-folder", $"There is no document here; a folder for each collection belongs here: {string.Join(", ", names)}.")));
        return (documents, faults);
    }

    /// <summary>Writes every document, exactly as an import of it would be written again; files of documents that are not in the catalogue are left alone. Returns how many were written.</summary>
    public static async Task<int> WriteAsync(string folder, IAsyncEnumerable<ExportedDocument> documents, CancellationToken cancellationToken = default)
    {
        var written = 0;
        await foreach (var document in documents.WithCancellation(cancellationToken))
        {
            var subfolder = Directory.CreateDirectory(Path.Combine(folder, document.Collection.Name)).FullName;
            var plain = Path.Combine(subfolder, $"{document.Slug}.json");
            var retired = Path.Combine(subfolder, $"{document.Slug}{RetirementSuffix}.json");
            var (current, stale) = document.Body is null ? (retired, plain) : (plain, retired);
            await File.WriteAllBytesAsync(current, Formatted(document), cancellationToken);
            File.Delete(stale);
            written++;
        }

        return written;
    }

    private static async Task ReadCollectionAsync(
        string root, string subfolder, Collection collection, List<IncomingDocument> documents, List<OriginFault> faults, CancellationToken cancellationToken)
    {
        foreach (var file in Directory.GetFiles(subfolder).Order(StringComparer.Ordinal))
        {
            var origin = Path.GetRelativePath(root, file).Replace('\\', '/');
            var name = Path.GetFileNameWithoutExtension(file);
            if (Path.GetExtension(file) != ".json")
            {
                faults.Add(new(origin, new("", "unknown-file", "Only .json files belong in the folder of a collection.")));
                continue;
            }

            var isRetirement = name.EndsWith(RetirementSuffix, StringComparison.Ordinal);
            var slug = isRetirement ? name[..^RetirementSuffix.Length] : name;
            documents.Add(new(origin, collection, slug, await File.ReadAllBytesAsync(file, cancellationToken), isRetirement));
        }
    }

    private static byte[] Formatted(ExportedDocument document)
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = DocumentJson.Indented.Encoder };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", $"../{SchemasFolder}/{(document.Body is null ? "retirement" : document.Collection.Singular)}.schema.json");
            using var body = JsonDocument.Parse(document.Body ?? JsonSerializer.SerializeToUtf8Bytes(document.Retirement, DocumentJson.Compact));
            foreach (var member in body.RootElement.EnumerateObject())
                member.WriteTo(json);
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}

/// <summary>A document of the catalogue on its way into a file.</summary>
/// <param name="Collection">The collection it belongs to.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Body">Its JSON; null when it was retired.</param>
/// <param name="Retirement">What replaces it, when it was retired.</param>
public sealed record ExportedDocument(Collection Collection, string Slug, byte[]? Body, Retirement? Retirement);
