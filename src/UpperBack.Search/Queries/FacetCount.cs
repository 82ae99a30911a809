namespace UpperBack.Search.Queries;

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
