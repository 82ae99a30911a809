using UpperBack.Content.Documents;

namespace UpperBack.Store.Documents;

/// <summary>The texts of a document in another language, as a translator wrote them. It stays when the English texts change, and is stale then.</summary>
public sealed record StoredTranslation
{
    /// <summary>Collection, slug and language, such as exercises/plank/de.</summary>
    public required string Id { get; init; }

    /// <summary>Collection and slug.</summary>
    public required string Document { get; init; }

    /// <summary>The collection.</summary>
    public required string Collection { get; init; }

    /// <summary>The slug.</summary>
    public required string Slug { get; init; }

    /// <summary>The code of the language, such as de.</summary>
    public required string Language { get; init; }

    /// <summary>Whether a person has reviewed it.</summary>
    public required TranslationStatus Status { get; init; }

    /// <summary>The number of its newest revision, from 1. Translations have no history.</summary>
    public required int Revision { get; init; }

    /// <summary>Who saved it.</summary>
    public required string Author { get; init; }

    /// <summary>The translation as JSON text.</summary>
    public required string Body { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
