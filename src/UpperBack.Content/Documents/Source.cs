using System.ComponentModel.DataAnnotations;

namespace UpperBack.Content.Documents;

/// <summary>A publication that claims of the catalogue rest on, and how much of it was read.</summary>
public sealed record Source : Document
{
    /// <summary>What sort of publication it is.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>Title of the publication.</summary>
    [Verbatim]
    public required string Title { get; init; }

    /// <summary>Authors as printed, in order, the last one possibly "et al.". Empty where they were not seen.</summary>
    [Verbatim]
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Journal, guideline body or web site. Null where unknown.</summary>
    /// <example>Cochrane Database of Systematic Reviews</example>
    [Verbatim]
    public string? Publication { get; init; }

    /// <summary>Year of publication. Null where unknown.</summary>
    [Range(1900, 2100)]
    public int? Year { get; init; }

    /// <summary>Volume, issue and pages as printed. Null where unknown.</summary>
    /// <example>2015(1):CD004250</example>
    [Verbatim]
    public string? Locator { get; init; }

    /// <summary>Digital object identifier without a resolver. Null where it was not seen.</summary>
    /// <example>10.1002/14651858.CD004250.pub5</example>
    [RegularExpression(@"^10\.[0-9]{4,9}/\S+$")]
    public string? Doi { get; init; }

    /// <summary>PubMed identifier. Null where it was not seen.</summary>
    [RegularExpression("^[0-9]{1,9}$")]
    public string? Pmid { get; init; }

    /// <summary>PubMed Central identifier. Null where it was not seen.</summary>
    [RegularExpression("^PMC[0-9]{1,9}$")]
    public string? Pmcid { get; init; }

    /// <summary>Web address. Null where it was not seen.</summary>
    [RegularExpression(@"^https?://\S+$")]
    public string? Url { get; init; }

    /// <summary>SPDX identifier or name of its licence. Null where unknown: then only facts are taken from it.</summary>
    [Verbatim]
    public string? Licence { get; init; }

    /// <summary>How much of it was read for this catalogue.</summary>
    public required SourceAccess Access { get; init; }

    /// <summary>What it supports in the catalogue, with its figures, population and limits; at least one.</summary>
    [MinLength(1)]
    public required IReadOnlyList<string> Supports { get; init; }
}

/// <summary>Sorts of publication.</summary>
public enum SourceKind
{
    /// <summary>A review that searched and weighed all studies of a question.</summary>
    SystematicReview,

    /// <summary>Recommendations or a position statement of a professional body.</summary>
    Guideline,

    /// <summary>A study that gave groups of people different care.</summary>
    Trial,

    /// <summary>Another scholarly or professional article.</summary>
    Article,

    /// <summary>A page for patients or the public.</summary>
    WebPage,

    /// <summary>A terminology or ontology.</summary>
    Terminology,
}

/// <summary>How much of a source was read.</summary>
public enum SourceAccess
{
    /// <summary>The whole text.</summary>
    FullText,

    /// <summary>The abstract, whole or to its conclusion.</summary>
    Abstract,

    /// <summary>Part of the abstract.</summary>
    PartOfAbstract,

    /// <summary>The visible part of a web page.</summary>
    Page,

    /// <summary>Another page that describes it.</summary>
    Secondary,
}
