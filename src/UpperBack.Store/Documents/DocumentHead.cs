using System.Text.Json.Serialization;
using JasperFx.Metadata;

namespace UpperBack.Store.Documents;

/// <summary>
/// Where one slug stands in its history: which revision is the newest, which one readers see, whether a draft waits. Its
/// version guards it: a write that was made from an older state fails.
/// </summary>
public sealed record DocumentHead : IVersioned
{
    /// <summary>Collection and slug, such as exercises/plank.</summary>
    public required string Id { get; init; }

    /// <summary>The collection of the document.</summary>
    public required string Collection { get; init; }

    /// <summary>The slug of the document.</summary>
    public required string Slug { get; init; }

    /// <summary>The highest revision number given out; 1 or more.</summary>
    public required int Newest { get; init; }

    /// <summary>The published revision, or the one that retired the document; 0 when it was never published.</summary>
    public int Published { get; init; }

    /// <summary>Who saved the published revision. Null when it was never published.</summary>
    public string? PublishedAuthor { get; init; }

    /// <summary>The revision that waits to be published. Null when none does.</summary>
    public int? Draft { get; init; }

    /// <summary>When the draft was saved. Null when there is none.</summary>
    public DateTimeOffset? DraftSavedAt { get; init; }

    /// <summary>How the document was retired. Null when it was not.</summary>
    public HeadRetirement? Retirement { get; init; }

    /// <summary>Marten's version of this record, for optimistic concurrency.</summary>
    [JsonIgnore]
    public Guid Version { get; set; }

    /// <summary>Whether readers find the document.</summary>
    [JsonIgnore]
    public bool IsPublished => Published > 0 && Retirement is null;

    /// <summary>The revision that an editor continues from: the draft, or else the published one.</summary>
    [JsonIgnore]
    public int Current => Draft ?? Published;
}

/// <summary>How a document was retired.</summary>
/// <param name="At">When.</param>
/// <param name="ReplacedBy">The slug of the document that takes its place. Null when none does.</param>
/// <param name="Reason">Why. Null when no reason was given.</param>
public sealed record HeadRetirement(DateTimeOffset At, string? ReplacedBy, string? Reason)
{
    /// <summary>Its names in the form of slugs, in every language, when it was retired. Null where it was never published.</summary>
    public IReadOnlyList<string>? Names { get; init; }
}
