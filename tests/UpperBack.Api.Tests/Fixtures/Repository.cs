namespace UpperBack.Api.Tests.Fixtures;

/// <summary>Where the files of this repository are.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory).First(folder => File.Exists(Path.Combine(folder, "UpperBack.Api.sln")));

    public static string SeedData { get; } = Path.Combine(Root, "seed-data");

    /// <summary>The files of the documents of a collection, by name, without notes of retirement and translations.</summary>
    public static IReadOnlyList<string> Documents(string collection) =>
        [.. Directory.GetFiles(Path.Combine(SeedData, collection), "*.json").Where(file => !Path.GetFileNameWithoutExtension(file).Contains('.', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Above(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
            yield return current.FullName;
    }
}
