using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Revisions;

/// <summary>One page of the history of a document.</summary>
public sealed record RevisionPage
{
    /// <summary>The revisions, newest first. Without the scope <c>content:read-drafts</c> only those that readers have seen.</summary>
    public required IReadOnlyList<RevisionRecord> Items { get; init; }

    /// <summary>How many there are in all, on every page.</summary>
    /// <example>7</example>
    public required long Total { get; init; }

    /// <summary>What to give as <c>cursor</c> for the next page. Absent on the last page.</summary>
    public string? NextCursor { get; init; }

    /// <summary>This page and the next, as paths on this server.</summary>
    public required PageLinks Links { get; init; }
}

/// <summary>What is known of a revision. Who wrote what is for keys with the scope <c>content:read-drafts</c>.</summary>
public record RevisionRecord
{
    /// <summary>Tells what is known of a revision.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="withNames">Whether to tell who wrote what.</param>
    [SetsRequiredMembers]
    public RevisionRecord(StoredRevision revision, bool withNames)
    {
        (Revision, State) = (revision.Number, revision.State);
        // In UTC and written with a Z, so that it can be copied into asOf: a plus would become a space there.
        (CreatedAt, PublishedAt) = (revision.CreatedAt.UtcDateTime, revision.PublishedAt?.UtcDateTime);
        (Author, PublishedBy) = withNames ? (revision.Author, revision.PublishedBy) : (null, null);
        // Why a document was retired is told to everybody who asks for it.
        Comment = withNames || revision.State is RevisionState.Retired ? revision.Comment : null;
        ReplacedBy = revision.ReplacedBy;
    }

    /// <summary>Its number. Each save of a document has the next one, so numbers that readers do not see were drafts.</summary>
    /// <example>7</example>
    public required int Revision { get; init; }

    /// <summary>What became of it.</summary>
    public required RevisionState State { get; init; }

    /// <summary>Who saved it: the name of a key, or what acted on the command line. Absent without the scope.</summary>
    /// <example>content team</example>
    public string? Author { get; init; }

    /// <summary>What the author said of it. Without the scope only why a document was retired.</summary>
    /// <example>Dose as in the leaflet.</example>
    public string? Comment { get; init; }

    /// <summary>When it was saved, in UTC.</summary>
    /// <example>2026-11-19T14:03:11.482913Z</example>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When readers first saw it, in UTC. Absent when they never did.</summary>
    /// <example>2026-11-20T10:00:00.120771Z</example>
    public DateTime? PublishedAt { get; init; }

    /// <summary>Who published it. Absent when nobody did, and without the scope.</summary>
    /// <example>content team</example>
    public string? PublishedBy { get; init; }

    /// <summary>In a revision that retired the document: the slug of what takes its place.</summary>
    /// <example>shoulder-blade-squeeze</example>
    public string? ReplacedBy { get; init; }
}

/// <summary>A revision with the document as it was.</summary>
public sealed record DocumentRevision<T> : RevisionRecord where T : class
{
    /// <summary>Tells what is known of a revision, with its document.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="document">Its document.</param>
    /// <param name="withNames">Whether to tell who wrote what.</param>
    [SetsRequiredMembers]
    public DocumentRevision(StoredRevision revision, T? document, bool withNames) : base(revision, withNames) => Document = document;

    /// <summary>The document, in English. Absent in a revision that retired it.</summary>
    [JsonPropertyOrder(1)]
    public T? Document { get; init; }
}
