using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Reading;

/// <summary>A question to one collection, checked and ready to be asked.</summary>
public sealed record DocumentQuery(Collection Collection)
{
    /// <summary>The language to read and search in; documents that have no current translation come in English.</summary>
    public Language Language { get; init; }

    /// <summary>What must hold, all of it.</summary>
    public IReadOnlyList<FilterCondition> Conditions { get; init; } = [];

    /// <summary>The documents to choose from, in this order unless a sort says otherwise. Null for all.</summary>
    public IReadOnlyList<string>? Slugs { get; init; }

    /// <summary>What to search for. Null for everything.</summary>
    public string? Search { get; init; }

    /// <summary>The order, most important key first. Empty for the natural one: as asked, by relevance, or by name.</summary>
    public IReadOnlyList<SortTerm> Sort { get; init; } = [];

    /// <summary>Filters whose values to count, each without its own condition.</summary>
    public IReadOnlyList<Filter> Facets { get; init; } = [];

    /// <summary>Referenced documents to bring along.</summary>
    public IReadOnlyList<IncludePath> Includes { get; init; } = [];

    /// <summary>How many documents at most, 1 to 100.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>The place to go on from. Null for the beginning.</summary>
    public IReadOnlyList<string?>? After { get; init; }

    /// <summary>Whether to count all that match.</summary>
    public bool Total { get; init; } = true;
}

/// <summary>One condition of a query.</summary>
/// <param name="Filter">The filter it is about.</param>
/// <param name="Operator">How it compares.</param>
/// <param name="Values">What it compares with: strings, whole numbers or booleans, as the filter's kind has them.</param>
public sealed record FilterCondition(Filter Filter, FilterOperator Operator, IReadOnlyList<object> Values)
{
    /// <summary>The parameter as it stands in a query.</summary>
    public string Parameter => Filter.Name + Operator.Suffix();
}

/// <summary>One key of an order.</summary>
/// <param name="Key">What to sort by.</param>
/// <param name="Descending">True for last to first. Documents without a value come last either way.</param>
public sealed record SortTerm(SortKey Key, bool Descending);

/// <summary>Referenced documents to bring along: those of a collection, and with a second step what those refer to.</summary>
/// <param name="First">The collection that the listed documents refer to.</param>
/// <param name="Second">The collection that the first refers to. Null for one step.</param>
public sealed record IncludePath(string First, string? Second);
