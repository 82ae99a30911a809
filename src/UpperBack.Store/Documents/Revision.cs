namespace UpperBack.Store.Documents;

/// <summary>A saved state of a document. Revisions are numbered from 1 without gaps and never change once published.</summary>
public sealed record Revision
{
    /// <summary>Collection, slug and number, such as exercises/plank@7.</summary>
    public required string Id { get; init; }

    /// <summary>Collection and slug.</summary>
    public required string Document { get; init; }

    /// <summary>The number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The document as JSON text, so that the order of its members is kept. Null in the revision that retired it.</summary>
    public string? Body { get; init; }

    /// <summary>Who saved it.</summary>
    public required string Author { get; init; }

    /// <summary>Why. Null when no comment was given.</summary>
    public string? Comment { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was published. Null while it was not.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Who published it. Null while nobody has.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>In the revision that retired the document: the slug that takes its place. Null otherwise.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The id of a revision.</summary>
    public static string IdOf(string document, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{document}@{number}");
}
