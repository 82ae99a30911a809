namespace UpperBack.Search.Queries;

/// <summary>The documents that match a search across collections.</summary>
public sealed record SearchResult
{
    /// <summary>The documents of this page in descending order of their scores.</summary>
    public required IReadOnlyList<ScoredDocument> Documents { get; init; }

    /// <summary>The number of all matches in the collections of the query.</summary>
    public required long Total { get; init; }

    /// <summary>The number of matches in each collection that has any, also in those that are not part of the query.</summary>
    public required IReadOnlyList<FacetCount> ByCollection { get; init; }

    /// <summary>The cursor of the next page. Null on the last one.</summary>
    public IReadOnlyList<string?>? Next { get; init; }

    /// <summary>The search that replaced one without matches. Null otherwise.</summary>
    public string? CorrectedSearch { get; init; }

    /// <summary>Without matches: names of documents that are similar to the search.</summary>
    public IReadOnlyList<string> DidYouMean { get; init; } = [];

    /// <summary>Marks the matches in texts.</summary>
    public required Highlighter Highlighter { get; init; }
}

/// <summary>A document that matches a search.</summary>
/// <param name="Collection">Its collection.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Name">Its name in the language of the query.</param>
/// <param name="Score">Its relevance; comparable within one search only.</param>
public sealed record ScoredDocument(string Collection, string Slug, string Name, double Score);
