namespace UpperBack.Store.Documents;

/// <summary>An entry of the change feed: a document that readers have to fetch again, or that was retired.</summary>
public sealed record Change
{
    /// <summary>Its sequence number. Numbers follow the order of commits and have no gaps.</summary>
    public required long Id { get; init; }

    /// <summary>The collection of the document.</summary>
    public required string Collection { get; init; }

    /// <summary>The slug of the document.</summary>
    public required string Slug { get; init; }

    /// <summary>The revision that was published, or that retired the document.</summary>
    public required int Revision { get; init; }

    /// <summary>Whether the document was retired.</summary>
    public bool IsTombstone { get; init; }

    /// <summary>The slug of the document that takes the place of a retired one. Null when none does.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
