using UpperBack.Content.Collections;

namespace UpperBack.Store.Writing;

/// <summary>
/// Makes the index anew when another build of the declarations made it: a filter that this version adds finds the
/// documents that were there before it.
/// </summary>
public static class IndexRefresh
{
    private const string MemoryName = "index-build";

    // Builds are deterministic, so this changes when the declarations or the way they are stored change, and only then.
    private static readonly string Build = $"{typeof(Collection).Module.ModuleVersionId:N}{typeof(IndexRefresh).Module.ModuleVersionId:N}";

    /// <summary>Indexes every document anew if that is due, and returns whether it was.</summary>
    /// <param name="database">The database.</param>
    /// <param name="report">Is told when it is due, and how far it has come. Null when nobody wants to know.</param>
    /// <param name="cancellationToken">Leaves everything as it was.</param>
    public static async Task<bool> RunIfDueAsync(Database database, Action<string>? report = null, CancellationToken cancellationToken = default)
    {
        var madeBy = await Memory.ReadAsync(database, MemoryName, cancellationToken);
        if (madeBy == Build)
            return false;
        if (madeBy is not null)
            report?.Invoke("Indexing the catalogue anew, because this is another version of the service.");
        await new CatalogueImport(database, report).RefreshAsync(cancellationToken);
        await Memory.WriteAsync(database, MemoryName, Build, cancellationToken);
        return madeBy is not null;
    }
}
