namespace UpperBack.Store.Reading;

/// <summary>A saved state of a document.</summary>
/// <param name="Number">Its number; the first is 1.</param>
/// <param name="State">What became of it.</param>
/// <param name="Author">Who saved it.</param>
/// <param name="CreatedAt">When it was saved.</param>
public sealed record StoredRevision(int Number, RevisionState State, string Author, DateTimeOffset CreatedAt)
{
    /// <summary>What the author said of it; why a document was retired. Null when nothing was said.</summary>
    public string? Comment { get; init; }

    /// <summary>When readers first saw it. Null when they never did.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Who published it. Null when nobody did.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>What takes the place of a retired document. Null when nothing does.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The document's JSON. Null where it was not asked for, and in a revision that retired the document.</summary>
    public byte[]? Body { get; init; }
}

/// <summary>What became of a saved state of a document.</summary>
public enum RevisionState
{
    /// <summary>It waits to be published; readers do not see it.</summary>
    Draft,

    /// <summary>It is what readers see.</summary>
    Published,

    /// <summary>Another one took its place. With `publishedAt`, readers saw it until then; without, it was a draft that came to nothing.</summary>
    Superseded,

    /// <summary>It took the document away from readers, so it holds no document.</summary>
    Retired,
}

/// <summary>What readers saw of a document at some time.</summary>
/// <param name="Now">What time it is by the clock that publications are dated with.</param>
/// <param name="FirstPublishedAt">When readers first saw the document. Null when they never did.</param>
/// <param name="Revision">The revision that was published then. Null when none was.</param>
public sealed record PastRevision(DateTimeOffset Now, DateTimeOffset? FirstPublishedAt, StoredRevision? Revision);
