using System.Text.Json;
using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Writing;

/// <summary>
/// The catalogue as files: one folder a collection, one document a file. <c>plank.json</c> is a document,
/// <c>plank.de.json</c> its texts in German, <c>old-plank.retired.json</c> says that one went away and what replaces it.
/// </summary>
public static class DocumentFolder
{
    private const string RetirementPart = "retired";

    /// <summary>Name of the folder that holds the JSON Schemas beside the collections.</summary>
    public const string SchemasFolder = "schemas";

    /// <summary>Every document in the folder, read as it is asked for, and a fault for every file and folder that is none: complete when all have been read.</summary>
    public static (IAsyncEnumerable<IncomingDocument> Documents, IReadOnlyList<OriginFault> Faults) Read(string folder)
    {
        var faults = new List<OriginFault>();
        return (Read(folder, faults).ToAsyncEnumerable(), faults);
    }

    /// <summary>Writes every document, exactly as an import of it would be written again; files of documents that are not in the catalogue are left alone. Returns how many were written.</summary>
    public static async Task<int> WriteAsync(string folder, IAsyncEnumerable<ExportedDocument> documents, CancellationToken cancellationToken = default)
    {
        var written = 0;
        await foreach (var document in documents.WithCancellation(cancellationToken))
        {
            var subfolder = Directory.CreateDirectory(Path.Combine(folder, document.Collection.Name)).FullName;
            var (part, otherPart) = document.Part switch
            {
                DocumentPart.Translation => ($".{document.Language}", null),
                DocumentPart.Retirement => ($".{RetirementPart}", ""),
                _ => ("", $".{RetirementPart}"),
            };
            await File.WriteAllBytesAsync(Path.Combine(subfolder, $"{document.Slug}{part}.json"), Formatted(document), cancellationToken);
            if (otherPart is not null)
                File.Delete(Path.Combine(subfolder, $"{document.Slug}{otherPart}.json"));
            written++;
        }

        return written;
    }

    private static IEnumerable<IncomingDocument> Read(string folder, List<OriginFault> faults)
    {
        var names = CollectionRegistry.All.Select(collection => collection.Name).ToList();
        var isEmpty = true;
        foreach (var subfolder in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(subfolder);
            if (CollectionRegistry.Find(name) is not { } collection)
            {
                if (name != SchemasFolder)
                    faults.Add(new(name, new("", "unknown-collection", $"There is no collection \"{name}\".", Nearest.To(name, names))));
                continue;
            }

            foreach (var document in ReadCollection(folder, subfolder, collection, faults))
            {
                isEmpty = false;
                yield return document;
            }
        }

        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
            faults.Add(new(Path.GetFileName(file), new("", "unknown-file", "A document belongs in the folder of its collection.")));
        if (isEmpty && faults.Count == 0)
            faults.Add(new(folder, new("", "empty-folder", $"There is no document here; a folder for each collection belongs here: {string.Join(", ", names)}.")));
    }

    private static IEnumerable<IncomingDocument> ReadCollection(string root, string subfolder, Collection collection, List<OriginFault> faults)
    {
        foreach (var deeper in Directory.GetDirectories(subfolder).Order(StringComparer.Ordinal))
            faults.Add(new(Path.GetRelativePath(root, deeper).Replace('\\', '/'), new("", "unknown-folder", "The folder of a collection holds files only.")));
        foreach (var file in Directory.GetFiles(subfolder).Order(StringComparer.Ordinal))
        {
            var origin = Path.GetRelativePath(root, file).Replace('\\', '/');
            var name = Path.GetFileNameWithoutExtension(file);
            if (Path.GetExtension(file) != ".json")
            {
                faults.Add(new(origin, new("", "unknown-file", "Only .json files belong in the folder of a collection.")));
                continue;
            }

            var (slug, part) = name.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? (name[..dot], name[(dot + 1)..]) : (name, "");
            if (part.Length == 0)
                yield return new(origin, collection, slug, () => File.ReadAllBytes(file));
            else if (part == RetirementPart)
                yield return new(origin, collection, slug, () => File.ReadAllBytes(file), DocumentPart.Retirement);
            else if (Translated.FirstOrDefault(language => Store.Languages.Code(language) == part) is var language and not Language.En)
                yield return new(origin, collection, slug, () => File.ReadAllBytes(file), DocumentPart.Translation) { Language = language };
            else
                faults.Add(new(origin, new("", "unknown-file", $"\"{part}\" is none of {string.Join(", ", Translated.Select(Store.Languages.Code))}, {RetirementPart}.")));
        }
    }

    private static readonly Language[] Translated = [.. Enum.GetValues<Language>().Where(language => language is not Language.En)];

    /// <summary>A translation as its file has it.</summary>
    public static byte[] Formatted(Translation translation) => Formatted(JsonSerializer.SerializeToUtf8Bytes(translation, DocumentJson.Compact), "translation");

    private static byte[] Formatted(ExportedDocument document) =>
        Formatted(document.Body, document.Part is DocumentPart.Document ? document.Collection.Singular : DocumentJson.NameOf(document.Part.ToString()));

    private static byte[] Formatted(byte[] compact, string schema)
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = DocumentJson.Indented.Encoder };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", $"../{SchemasFolder}/{schema}.schema.json");
            using var body = JsonDocument.Parse(compact);
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
/// <param name="Body">Its JSON.</param>
/// <param name="Part">What the JSON is of the document.</param>
/// <param name="Language">The code of the language of a translation; null for other parts.</param>
public sealed record ExportedDocument(Collection Collection, string Slug, byte[] Body, DocumentPart Part, string? Language);
