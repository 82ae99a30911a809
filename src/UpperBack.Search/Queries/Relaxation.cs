namespace UpperBack.Search.Queries;

/// <summary>Parameters that keep everything out.</summary>
public sealed record Relaxation
{
    /// <summary>The parameters to leave out together.</summary>
    /// <example>["equipment.not"]</example>
    public required IReadOnlyList<string> Parameters { get; init; }

    /// <summary>How many documents would match without them.</summary>
    /// <example>3</example>
    public required long Total { get; init; }
}
