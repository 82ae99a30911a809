using System.Text.Json;

namespace UpperBack.Api.Changes;

/// <summary>What has changed since a token, oldest first.</summary>
public sealed record ChangePage
{
    /// <summary>The changes, in the order in which they were made. To apply them in this order is all that a copy needs.</summary>
    public required IReadOnlyList<Change> Changes { get; init; }

    /// <summary>What to give as <c>since</c> next time. Also moves past changes in collections that were not asked for.</summary>
    /// <example>NGQxZDhjZDk4ZjAwLjIyOA</example>
    public required string NextToken { get; init; }

    /// <summary>Whether there are more changes already: ask again at once.</summary>
    /// <example>false</example>
    public required bool More { get; init; }
}

/// <summary>A document that came, changed or went away.</summary>
public sealed record Change
{
    /// <summary>The number of the change. Counts up by one with each change of the catalogue, so with <c>collection</c> there are gaps.</summary>
    /// <example>229</example>
    public required long Sequence { get; init; }

    /// <summary>What to do with the document.</summary>
    /// <example>upsert</example>
    public required ChangeType Type { get; init; }

    /// <summary>The collection of the document.</summary>
    /// <example>exercises</example>
    [CollectionNames]
    public required string Collection { get; init; }

    /// <summary>The slug of the document.</summary>
    /// <example>plank</example>
    public required string Slug { get; init; }

    /// <summary>The revision of the document. A translation that changed has the revision of before.</summary>
    /// <example>3</example>
    public required int Revision { get; init; }

    /// <summary>When it changed, in UTC.</summary>
    /// <example>2026-01-31T09:00:00Z</example>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>With an upsert: the document, as its own path serves it. Where a later change has another revision of it, this one comes in English.</summary>
    public JsonElement? Document { get; init; }

    /// <summary>With a tombstone: the slug of the document that takes its place. Absent when none does.</summary>
    /// <example>side-plank</example>
    public string? ReplacedBy { get; init; }
}

/// <summary>What a change asks of a copy.</summary>
public enum ChangeType
{
    /// <summary>Keep the document in place of what you have under its slug.</summary>
    Upsert,

    /// <summary>Remove the document.</summary>
    Tombstone,
}
