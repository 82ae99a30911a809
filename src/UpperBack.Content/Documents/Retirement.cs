using System.ComponentModel.DataAnnotations;

namespace UpperBack.Content.Documents;

/// <summary>Says that a document went away. Its slug is never given to another; its URL answers 410 with the replacement.</summary>
public sealed record Retirement
{
    /// <summary>Slug of the document that went away.</summary>
    [RegularExpression(Document.SlugPattern), MaxLength(80)]
    public required string Slug { get; init; }

    /// <summary>Slug of the document in the same collection that takes its place. Null when none does.</summary>
    [RegularExpression(Document.SlugPattern), MaxLength(80)]
    public string? ReplacedBy { get; init; }

    /// <summary>Why it went away, for readers who look for it. Null when nobody said.</summary>
    public string? Reason { get; init; }
}
