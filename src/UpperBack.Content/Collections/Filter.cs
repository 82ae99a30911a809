namespace UpperBack.Content.Collections;

/// <summary>What the values of a filter are, which decides its operators.</summary>
public enum FilterKind
{
    /// <summary>Words of a closed vocabulary.</summary>
    Choice,

    /// <summary>Slugs of another collection. Where that collection is a tree, a slug also finds what refers to its parts.</summary>
    Reference,

    /// <summary>Whole numbers; can be compared.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>Free words, compared whole.</summary>
    Keyword,

    /// <summary>Slugs of another collection that are at hand: finds what needs nothing else.</summary>
    Available,
}

/// <summary>One filter of a collection: the name of its parameter, and what it compares.</summary>
/// <param name="Name">Name of the query parameter, and of the terms it looks at.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Description">What it finds, for API users.</param>
public sealed record Filter(string Name, FilterKind Kind, string Description)
{
    /// <summary>The value for documents without any, such as <c>equipment=none</c>. Null when the filter has none.</summary>
    public string? NoneValue { get; init; }

    /// <summary>The allowed values of a choice, in their order; empty for other kinds.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The collection that the slugs of a reference belong to; null for other kinds.</summary>
    public string? Collection { get; init; }

    /// <summary>Whether the document is found by the names of the referenced documents.</summary>
    public bool Searched { get; init; }

    /// <summary>The operators of the filter beside the bare name, which means "any of".</summary>
    public IReadOnlyList<FilterOperator> Operators => Kind switch
    {
        FilterKind.Available => [FilterOperator.AnyOf],
        FilterKind.Flag => [FilterOperator.AnyOf, FilterOperator.Exists],
        FilterKind.Number => [FilterOperator.AnyOf, FilterOperator.NoneOf, FilterOperator.AtLeast, FilterOperator.AtMost, FilterOperator.Exists],
        _ => [FilterOperator.AnyOf, FilterOperator.AllOf, FilterOperator.NoneOf, FilterOperator.Exists],
    };

    /// <summary>True when the filter has a facet.</summary>
    public bool Countable => Kind is not FilterKind.Available;
}

/// <summary>The operator of a filter.</summary>
public enum FilterOperator
{
    /// <summary>The bare name: has at least one of the values.</summary>
    AnyOf,

    /// <summary><c>.all</c>: has every one of the values.</summary>
    AllOf,

    /// <summary><c>.not</c>: has none of the values.</summary>
    NoneOf,

    /// <summary><c>.gte</c>: has a number of at least this.</summary>
    AtLeast,

    /// <summary><c>.lte</c>: has a number of at most this.</summary>
    AtMost,

    /// <summary><c>.exists</c>: has any value, or, with false, none.</summary>
    Exists,
}

/// <summary>The suffixes of the operators in a query.</summary>
public static class FilterOperators
{
    /// <summary>The suffix with its dot; empty for the bare name.</summary>
    public static string Suffix(this FilterOperator filterOperator) => filterOperator switch
    {
        FilterOperator.AllOf => ".all",
        FilterOperator.NoneOf => ".not",
        FilterOperator.AtLeast => ".gte",
        FilterOperator.AtMost => ".lte",
        FilterOperator.Exists => ".exists",
        _ => "",
    };
}

/// <summary>A key that a list can be sorted by.</summary>
/// <param name="Name">Its name in <c>sort=</c>.</param>
/// <param name="IsNumber">True for numbers; false for text, which sorts without regard to case and accents.</param>
/// <param name="Description">What it sorts by, for API users.</param>
public sealed record SortKey(string Name, bool IsNumber, string Description);
