using System.Text.Json.Serialization;

namespace UpperBack.Store.Documents;

/// <summary>
/// What is served of a published document in one language, and what the read index needs of it. There is one for English and
/// one for each current translation; all renderings of a document are written together.
/// </summary>
public sealed record Rendering
{
    /// <summary>Collection, slug and language, such as exercises/plank/en.</summary>
    public required string Id { get; init; }

    /// <summary>Collection and slug.</summary>
    public required string Document { get; init; }

    /// <summary>The collection.</summary>
    public required string Collection { get; init; }

    /// <summary>The slug.</summary>
    public required string Slug { get; init; }

    /// <summary>The code of the language, such as en.</summary>
    public required string Language { get; init; }

    /// <summary>The published revision of the document.</summary>
    public required int Revision { get; init; }

    /// <summary>The revision of the translation. Null in English.</summary>
    public int? TranslationRevision { get; init; }

    /// <summary>A digest of the body.</summary>
    public required string Digest { get; init; }

    /// <summary>The version of the collection with which the rendering became what it is.</summary>
    public required long CollectionVersion { get; init; }

    /// <summary>English only: what people call the document in any language, in the form of slugs. Null in other languages.</summary>
    public string[]? Names { get; init; }

    /// <summary>English only: the documents that it refers to, such as muscles/trapezius. Null in other languages.</summary>
    public string[]? RefersTo { get; init; }

    /// <summary>The bytes that readers get. Kept in a column of its own and read by SQL: null in what a session loads.</summary>
    [JsonIgnore]
    public byte[]? Body { get; init; }

    /// <summary>What the read index is made from, as JSON. Kept in a column of its own and read by SQL: null in what a session loads.</summary>
    [JsonIgnore]
    public byte[]? IndexEntry { get; init; }

    /// <summary>The id of a rendering.</summary>
    public static string IdOf(string document, string language) => $"{document}/{language}";
}
