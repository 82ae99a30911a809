using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Tests.SeedData;

/// <summary>The content of seed-data, read once.</summary>
internal static class SeedCatalogue
{
    private static readonly string Folder = Path.Combine(
        Above(AppContext.BaseDirectory).First(folder => File.Exists(Path.Combine(folder, "UpperBack.Api.sln"))), "seed-data");

    public static IReadOnlyList<(Collection Collection, Document Document)> Documents { get; } =
        [.. CollectionRegistry.All.SelectMany(collection => Files(collection, parts: 1).Select(file => (collection, Read(collection, file))))];

    public static Catalogue Catalogue { get; } = new(Documents);

    /// <summary>Every translation, by its path such as exercises/plank.de, with the document it is of.</summary>
    public static IReadOnlyDictionary<string, (Collection Collection, Document Document, Translation Translation)> Translations { get; } = (
        from collection in CollectionRegistry.All
        from file in Files(collection, parts: 2)
        let translation = DocumentParser.Parse<Translation>(File.ReadAllBytes(file))
        let path = $"{collection.Name}/{Path.GetFileNameWithoutExtension(file)}"
        select (path, collection, Value(path, translation))).ToDictionary(found => found.path, found => (found.collection, Find(found.collection, found.Item3.Slug), found.Item3));

    public static IEnumerable<T> All<T>() where T : Document => Documents.Select(entry => entry.Document).OfType<T>();

    public static T Get<T>(string slug) where T : Document => Catalogue.Find<T>(slug) ?? throw new ArgumentException($"There is no {typeof(T).Name} {slug}.", nameof(slug));

    private static Document Find(Collection collection, string slug) => Documents.Single(entry => entry.Collection == collection && entry.Document.Slug == slug).Document;

    private static IEnumerable<string> Files(Collection collection, int parts) =>
        Directory.GetFiles(Path.Combine(Folder, collection.Name), "*.json").Order(StringComparer.Ordinal)
            .Where(file => Path.GetFileNameWithoutExtension(file).Split('.').Length == parts);

    private static Document Read(Collection collection, string file) => Value(file, DocumentParser.Parse(collection.Shape, File.ReadAllBytes(file)));

    private static T Value<T>(string file, Parsed<T> parsed) where T : class =>
        parsed.Value ?? throw new InvalidOperationException($"{file}: {string.Join(", ", parsed.Faults)}");

    private static IEnumerable<string> Above(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
            yield return current.FullName;
    }
}
