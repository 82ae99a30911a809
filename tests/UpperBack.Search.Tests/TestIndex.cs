using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Search.Indexing;
using UpperBack.Search.Queries;

namespace UpperBack.Search.Tests;

/// <summary>A store of documents and an index that follows its changes.</summary>
internal sealed class TestIndex
{
    private readonly CatalogueIndexWriter writer = new();
    private readonly Dictionary<(string Collection, string Slug), List<IndexedDocument>> stored = [];
    private readonly Dictionary<string, long> versions = CollectionRegistry.All.ToDictionary(collection => collection.Name, _ => 1L);
    private readonly HashSet<(string Collection, string Slug)> changed = [];
    private readonly HashSet<(string Collection, string Slug)> removed = [];
    private int sequence;

    public CatalogueIndexWriter Writer => writer;

    private CatalogueVersion Version => new(new("epoch", sequence), new Dictionary<string, long>(versions));

    /// <summary>A snapshot of some documents.</summary>
    public static async Task<CatalogueSnapshot> Of(params TestDocument[] documents)
    {
        var index = new TestIndex();
        foreach (var document in documents)
            index.Put(document);
        return await index.Refresh();
    }

    public void Put(TestDocument document)
    {
        stored[(document.Collection, document.Slug)] = [.. document.Stored(++sequence)];
        changed.Add((document.Collection, document.Slug));
        versions[document.Collection]++;
    }

    public void Remove(string slug, string collection = "exercises")
    {
        sequence++;
        stored.Remove((collection, slug));
        changed.Remove((collection, slug));
        removed.Add((collection, slug));
        versions[collection]++;
    }

    /// <summary>Applies the changes since the last call.</summary>
    public async Task<CatalogueSnapshot> Refresh()
    {
        var snapshot = writer.Base is null
            ? await writer.RebuildAsync(Stream(stored.Values), Version)
            : await writer.UpdateAsync(removed, Stream(changed.Select(key => stored[key])), Version);
        changed.Clear();
        removed.Clear();
        return snapshot;
    }

    /// <summary>A new index of the same documents.</summary>
    public Task<CatalogueSnapshot> Rebuild() =>
        new CatalogueIndexWriter().RebuildAsync(Stream(stored.OrderBy(entry => entry.Key).Select(entry => entry.Value)), Version);

    /// <summary>An update that fails after its first document.</summary>
    public Task<CatalogueSnapshot> RefreshWithFailure() => writer.UpdateAsync([], Failing(stored[changed.First()][0]), Version);

    private static async IAsyncEnumerable<IndexedDocument> Stream(IEnumerable<IReadOnlyList<IndexedDocument>> documents)
    {
        foreach (var document in documents.SelectMany(document => document))
            yield return document;
        await Task.CompletedTask;
    }

    private static async IAsyncEnumerable<IndexedDocument> Failing(IndexedDocument first)
    {
        yield return first;
        await Task.CompletedTask;
        throw new IOException("The connection was lost.");
    }
}

/// <summary>Short forms of queries.</summary>
internal static class Asking
{
    public static DocumentQuery Query(string? search = null, Language language = Language.En, params FilterCondition[] conditions) =>
        new(CollectionRegistry.Get("exercises")) { Search = search, Language = language, Conditions = conditions };

    public static QueryResult Execute(this CatalogueSnapshot catalogue, DocumentQuery query) => QueryExecutor.Execute(query, catalogue);

    public static QueryResult Search(this CatalogueSnapshot catalogue, string search, Language language = Language.En) =>
        catalogue.Execute(Query(search, language));

    /// <summary>The slugs that match a search as written, in order.</summary>
    public static IReadOnlyList<string> Find(this CatalogueSnapshot catalogue, string search, Language language = Language.En) =>
        catalogue.Search(search, language) is { CorrectedSearch: null } result ? result.Slugs : [];

    public static FilterCondition Where(string filter, FilterOperator filterOperator, params object[] values) =>
        new(CollectionRegistry.Get("exercises").Filters.Single(candidate => candidate.Name == filter), filterOperator, values);

    public static SortTerm By(string key, bool descending = false) =>
        new(CollectionRegistry.Get("exercises").SortKeys.Single(candidate => candidate.Name == key), descending);
}
