using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Search.Queries;

/// <summary>A validated query for documents of one collection.</summary>
/// <param name="Collection">The collection.</param>
public sealed record DocumentQuery(Collection Collection)
{
    /// <summary>The language to read and search in; documents without a current translation are in English.</summary>
    public Language Language { get; init; }

    /// <summary>The conditions; all of them must hold.</summary>
    public IReadOnlyList<FilterCondition> Conditions { get; init; } = [];

    /// <summary>The documents to choose from, in this order unless a sort says otherwise. Null for all.</summary>
    public IReadOnlyList<string>? Slugs { get; init; }

    /// <summary>The full-text search. Null for none.</summary>
    public string? Search { get; init; }

    /// <summary>
    /// The sort order, most important key first. Empty for the default: the order of <see cref="Slugs"/>, by relevance, or by name.
    /// </summary>
    public IReadOnlyList<SortTerm> Sort { get; init; } = [];

    /// <summary>The filters whose values to count, each without its own conditions.</summary>
    public IReadOnlyList<Filter> Facets { get; init; } = [];

    /// <summary>The referenced documents to include.</summary>
    public IReadOnlyList<IncludePath> Includes { get; init; } = [];

    /// <summary>The greatest number of documents to return, 1 to 100.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>The cursor to continue after. Null for the first page.</summary>
    public IReadOnlyList<string?>? After { get; init; }

    /// <summary>Whether to count all matches.</summary>
    public bool Total { get; init; } = true;
}
