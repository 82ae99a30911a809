using UpperBack.Store.Writing;

namespace UpperBack.Api.Documents;

/// <summary>The state of a document after a write.</summary>
/// <typeparam name="TDocument">The type of the documents of its collection.</typeparam>
public sealed record EditedDocument<TDocument> where TDocument : class
{
    /// <summary>The collection it belongs to.</summary>
    /// <example>exercises</example>
    [CollectionNames]
    public required string Collection { get; init; }

    /// <summary>Its slug.</summary>
    /// <example>plank</example>
    public required string Slug { get; init; }

    /// <summary>The number of the revision that it stands at: the draft's, or else that of what is published; 0 when there is neither.</summary>
    /// <example>8</example>
    public required int Revision { get; init; }

    /// <summary>The number of the revision that readers see. Absent when it was never published, and when it was retired.</summary>
    /// <example>7</example>
    public int? PublishedRevision { get; init; }

    /// <summary>Where it stands now.</summary>
    public required EditState State { get; init; }

    /// <summary>The document in its newest revision. Absent when it was retired, and when there is nothing left but its history.</summary>
    public TDocument? Document { get; init; }

    /// <summary>After publishing: the translations of which some texts are older than the English. Empty when all are current; absent after other writes.</summary>
    public IReadOnlyList<StaleTranslation>? StaleTranslations { get; init; }
}

/// <summary>Where a document stands.</summary>
public enum EditState
{
    /// <summary>Its newest revision waits to be published.</summary>
    Draft,

    /// <summary>Readers see its newest revision.</summary>
    Published,

    /// <summary>It was taken away for good.</summary>
    Retired,

    /// <summary>It was never published, and its draft was discarded.</summary>
    Discarded,
}
