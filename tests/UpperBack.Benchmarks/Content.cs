using UpperBack.Load.Catalogues;

namespace UpperBack.Benchmarks;

/// <summary>The real catalogue.</summary>
internal static class Content
{
    /// <summary>Its folder.</summary>
    public static string Folder { get; } = Path.Combine(Root(), "seed-data");

    /// <summary>Its documents.</summary>
    public static SeedCatalogue Seed { get; } = SeedCatalogue.Read(Folder);

    // The benchmarks run from a folder of their own, somewhere below the root of the repository.
    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "UpperBack.Api.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Run it from a clone of the repository.");
        return folder.FullName;
    }
}
