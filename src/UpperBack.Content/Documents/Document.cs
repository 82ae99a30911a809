using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace UpperBack.Content.Documents;

/// <summary>What every document of the catalogue has, whatever its collection.</summary>
public abstract record Document
{
    /// <summary>Permanent name within the collection, in kebab-case. Never changes and is never given to another document.</summary>
    /// <example>chin-retraction</example>
    [JsonPropertyOrder(-10), RegularExpression(SlugPattern), MaxLength(80)]
    public required string Slug { get; init; }

    /// <summary>The language of the texts. English is the source; a reader who asks for another language gets it where a current translation is there, and English otherwise.</summary>
    [JsonPropertyOrder(-9)]
    public Language Language { get; init; }

    /// <summary>How the translation was made. Absent in the source language. Written by the service.</summary>
    [JsonPropertyOrder(-8)]
    public TranslationStatus? Translation { get; init; }

    /// <summary>
    /// JSON pointers of the texts whose English has changed since they were translated. They describe; no instruction, dose, caution
    /// or warning sign is among them. Absent when every text is current. Written by the service.
    /// </summary>
    /// <example>["/summary"]</example>
    [JsonPropertyOrder(-8), Verbatim]
    public IReadOnlyList<string>? StaleTexts { get; init; }

    /// <summary>What to show as the heading.</summary>
    /// <example>Chin retraction</example>
    [JsonPropertyOrder(-7), MaxLength(200), Descriptive]
    public required string Name { get; init; }

    /// <summary>Other names that people use, everyday ones included. They are searched, and lead to this document when used in its URL.</summary>
    /// <example>["Ostrich exercise"]</example>
    [JsonPropertyOrder(-6)]
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>One or two sentences that say what this is, fit for a list or a card.</summary>
    [JsonPropertyOrder(-5), MaxLength(600), Descriptive]
    public required string Summary { get; init; }

    /// <summary>Remarks for editors and careful readers: oddities of a source, places where sources disagree.</summary>
    [JsonPropertyOrder(90), Descriptive]
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Where the facts of this document come from.</summary>
    [JsonPropertyOrder(91)]
    public IReadOnlyList<Citation> Sources { get; init; } = [];

    /// <summary>Lower-case words of letters and digits, joined by single hyphens.</summary>
    public const string SlugPattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
}

/// <summary>A pointer to the source of a claim.</summary>
public sealed record Citation
{
    /// <summary>Slug of the source.</summary>
    /// <example>jones-upper-back-exercises</example>
    [Reference("sources")]
    public required string Source { get; init; }

    /// <summary>Where in the source the claim stands (a heading, a page, a table). Null when the source is short enough to find it.</summary>
    /// <example>Strength exercises and stretches</example>
    [Verbatim]
    public string? Locator { get; init; }
}

/// <summary>An identifier of the same thing in a public terminology.</summary>
public sealed record Code
{
    /// <summary>URI of the terminology.</summary>
    /// <example>http://hl7.org/fhir/sid/icd-10-cm</example>
    [Verbatim]
    public required string System { get; init; }

    /// <summary>The identifier within the terminology. One ending in a hyphen names a family of codes.</summary>
    /// <example>M54.2</example>
    [JsonPropertyName("code"), MaxLength(40), Verbatim]
    public required string Value { get; init; }

    /// <summary>What the terminology calls it. Null when only the identifier was checked.</summary>
    [Verbatim]
    public string? Display { get; init; }
}
