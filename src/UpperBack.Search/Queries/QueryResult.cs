namespace UpperBack.Search.Queries;

/// <summary>The documents of one collection that match a query.</summary>
public sealed record QueryResult
{
    /// <summary>The slugs of this page, in order.</summary>
    public required IReadOnlyList<string> Slugs { get; init; }

    /// <summary>The cursor of the next page. Null on the last one.</summary>
    public IReadOnlyList<string?>? Next { get; init; }

    /// <summary>The number of all matches. Null when it was not asked for.</summary>
    public long? Total { get; init; }

    /// <summary>The counts of each facet by the name of its filter.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets { get; init; }

    /// <summary>The search that replaced one without matches. Null otherwise.</summary>
    public string? CorrectedSearch { get; init; }

    /// <summary>Without matches: names of documents that are similar to the search.</summary>
    public IReadOnlyList<string> DidYouMean { get; init; } = [];

    /// <summary>Without matches: the parameters without which there are some.</summary>
    public IReadOnlyList<Relaxation> Relax { get; init; } = [];

    /// <summary>Marks the matches of the search in texts. Null without a search.</summary>
    public Highlighter? Highlighter { get; init; }
}
