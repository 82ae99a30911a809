using System.ComponentModel.DataAnnotations;

namespace UpperBack.Content.Documents;

/// <summary>The texts of one document in another language. It touches nothing but texts, so that translators touch no medicine.</summary>
public sealed record Translation
{
    /// <summary>Slug of the document.</summary>
    [RegularExpression(Document.SlugPattern), MaxLength(80)]
    public required string Slug { get; init; }

    /// <summary>The language of the texts; not English, which is the source.</summary>
    public required Language Language { get; init; }

    /// <summary>Who answers for the translation.</summary>
    public required TranslationStatus Status { get; init; }

    /// <summary>What people call it in this language.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Every text of the document, by its JSON pointer.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>
    /// For each text, by the same JSON pointer, the fingerprint of the English text that it was made from: the first 12 hexadecimal
    /// digits of the SHA-256 of its UTF-8. A text whose English has changed is stale.
    /// </summary>
    public IReadOnlyDictionary<string, string> Fingerprints { get; init; } = new Dictionary<string, string>();

    /// <summary>One fingerprint of all English texts together, as earlier versions wrote it in the place of <c>fingerprints</c>. Replaced when it is imported.</summary>
    /// <example>5b7c0e1f9a42</example>
    [RegularExpression("^[0-9a-f]{12}$")]
    public string? SourceRevision { get; init; }
}

/// <summary>Languages of the catalogue.</summary>
public enum Language
{
    /// <summary>English, the source.</summary>
    En,

    /// <summary>German.</summary>
    De,

    /// <summary>Spanish.</summary>
    Es,

    /// <summary>French.</summary>
    Fr,

    /// <summary>Danish.</summary>
    Da,
}

/// <summary>Who answers for a translation.</summary>
public enum TranslationStatus
{
    /// <summary>Made by a machine; nobody has read it yet.</summary>
    Machine,

    /// <summary>Read and corrected by a person who knows the field.</summary>
    Reviewed,
}
