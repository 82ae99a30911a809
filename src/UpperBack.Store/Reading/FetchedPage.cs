using UpperBack.Search.Queries;

namespace UpperBack.Store.Reading;

/// <summary>The result of a query with the documents of its page.</summary>
/// <param name="Result">The result.</param>
public sealed record FetchedPage(QueryResult Result) : IDisposable
{
    /// <summary>The memory of the documents. Null when there are none.</summary>
    internal BodyBuffer? Bodies { get; init; }

    /// <summary>The documents in order.</summary>
    public IReadOnlyList<ServedDocument> Items { get; init; } = [];

    /// <summary>The highlights of each item when the query has a search; otherwise empty.</summary>
    public IReadOnlyList<byte[]?> Highlights { get; init; } = [];

    /// <summary>The included documents by collection.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ServedDocument>> Included { get; init; } =
        new Dictionary<string, IReadOnlyList<ServedDocument>>();

    /// <inheritdoc/>
    public void Dispose() => Bodies?.Dispose();
}
