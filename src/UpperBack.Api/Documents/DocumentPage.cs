using System.Text.Json;
using UpperBack.Content.Documents;
using UpperBack.Search.Queries;

namespace UpperBack.Api.Documents;

/// <summary>One page of a list.</summary>
public sealed record DocumentPage<T> where T : Document
{
    /// <summary>The documents, in the order asked for. With <c>fields</c>, each has only those members.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>How many documents match in all, on every page. Absent with <c>total=false</c>.</summary>
    /// <example>14</example>
    public long? Total { get; init; }

    /// <summary>What to give as <c>cursor</c> for the next page. Absent on the last page.</summary>
    public string? NextCursor { get; init; }

    /// <summary>For each facet asked for, the values that occur and how often, most frequent first. Each is counted without its own filter.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>>? Facets { get; init; }

    /// <summary>The documents brought along by <c>include</c>: by collection, then by slug, each once.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, JsonElement>>? Included { get; init; }

    /// <summary>With <c>q</c>: for each item by slug, the fields that match, HTML-escaped, the matches in mark elements. The key related stands for the names of documents that the item refers to.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Highlights { get; init; }

    /// <summary>What was searched for instead of <c>q</c>, because no document has it as written: misspelt words replaced, an unfinished last word completed (it ends in an asterisk), or any of the words. Absent when <c>q</c> was searched for as written.</summary>
    /// <example>trapezius</example>
    public string? CorrectedSearch { get; init; }

    /// <summary>Names that <c>q</c> may have meant. Only when nothing matches.</summary>
    public IReadOnlyList<string>? DidYouMean { get; init; }

    /// <summary>What to leave out to find something, and how many documents would match then: single parameters, else pairs, else all of them. Only when nothing matches.</summary>
    public IReadOnlyList<Relaxation>? Relax { get; init; }

    /// <summary>Documents asked for by <c>slug</c> that have been retired. Absent when there is none.</summary>
    public IReadOnlyList<RetiredItem>? Retired { get; init; }

    /// <summary>This page and the next, as paths on this server.</summary>
    public required PageLinks Links { get; init; }
}

/// <summary>A document that was asked for and has been retired.</summary>
public sealed record RetiredItem
{
    /// <summary>Its slug.</summary>
    public required string Slug { get; init; }

    /// <summary>Slug of the document that takes its place. Absent when none does.</summary>
    public string? ReplacedBy { get; init; }
}
