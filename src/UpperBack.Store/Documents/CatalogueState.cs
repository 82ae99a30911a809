namespace UpperBack.Store.Documents;

/// <summary>
/// The counters of the published catalogue, in one document. Only a publication writes it, and publications take turns, so
/// the numbers that it gives out follow the order of commits.
/// </summary>
public sealed record CatalogueState
{
    /// <summary>The id of the only one.</summary>
    public const string TheId = "catalogue";

    /// <summary>Its id.</summary>
    public string Id { get; init; } = TheId;

    /// <summary>Identifies this database: a position in the feed belongs to one epoch.</summary>
    public required string Epoch { get; init; }

    /// <summary>The sequence number of the last change; 0 before the first.</summary>
    public long LastChange { get; init; }

    /// <summary>Changes up to this number were deleted from the feed.</summary>
    public long DeletedChanges { get; init; }

    /// <summary>The number of the last webhook message.</summary>
    public long LastMessage { get; init; }

    /// <summary>
    /// The version of each collection: it grows with every publication that changes what readers of the collection see. It
    /// starts at the time at which the database was made, in milliseconds, so that caches never see a version twice.
    /// </summary>
    public required IReadOnlyDictionary<string, long> Versions { get; init; }
}
