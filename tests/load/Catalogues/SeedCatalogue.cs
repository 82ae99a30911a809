using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Load.Catalogues;

/// <summary>The real catalogue, read from its folder: what generated exercises refer to and borrow their sentences from.</summary>
internal sealed class SeedCatalogue
{
    private SeedCatalogue(string folder, Catalogue catalogue) => (Folder, Catalogue) = (folder, catalogue);

    public string Folder { get; }

    public Catalogue Catalogue { get; }

    public IReadOnlyList<T> All<T>() where T : Document => Catalogue.All<T>();

    public static SeedCatalogue Read(string folder)
    {
        var documents = from collection in CollectionRegistry.All
                        from file in Directory.GetFiles(Path.Combine(folder, collection.Name), "*.json")
                        where !Path.GetFileNameWithoutExtension(file).Contains('.', StringComparison.Ordinal)
                        select (collection, DocumentParser.Parse(collection.Shape, File.ReadAllBytes(file)).Value!);
        return new(folder, new(documents));
    }

    /// <summary>Copies every file of the catalogue to another folder.</summary>
    public void CopyTo(string target)
    {
        foreach (var file in CollectionRegistry.All.SelectMany(collection => Directory.GetFiles(Path.Combine(Folder, collection.Name), "*.json")))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}
