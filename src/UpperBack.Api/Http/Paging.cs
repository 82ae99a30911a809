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
