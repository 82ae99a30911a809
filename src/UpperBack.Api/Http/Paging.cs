namespace UpperBack.Api.Http;

/// <summary>The bounds that all lists share.</summary>
internal static class Paging
{
    public const int DefaultLimit = 20;
    public const int MostItems = 100;
    public const int LongestSearch = 200;
}

/// <summary>Where this page and the next one are.</summary>
public sealed record PageLinks
{
    /// <summary>This page.</summary>
    /// <example>/v1/exercises?limit=1</example>
    public required string Self { get; init; }

    /// <summary>The next page. Absent on the last.</summary>
    public string? Next { get; init; }
}

/// <summary>How often a value of a filter occurs.</summary>
public sealed record FacetCount
{
    /// <summary>The value as it stands in a query.</summary>
    /// <example>exercise-band</example>
    public required string Value { get; init; }

    /// <summary>The name of the document that the value is the slug of. Absent for other values.</summary>
    /// <example>Exercise band</example>
    public string? Label { get; init; }

    /// <summary>How many documents have the value.</summary>
    /// <example>5</example>
    public required long Count { get; init; }
}
