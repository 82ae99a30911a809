using System.Text.Json;
using UpperBack.Search.Queries;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Search;

/// <summary>One page of what a search found.</summary>
public sealed record SearchResults
{
    /// <summary>What was found, best first.</summary>
    public required IReadOnlyList<SearchResult> Items { get; init; }

    /// <summary>How many documents match in all, on every page.</summary>
    /// <example>23</example>
    public required long Total { get; init; }

    /// <summary>What to give as <c>cursor</c> for the next page. Absent on the last page.</summary>
    public string? NextCursor { get; init; }

    /// <summary>How many documents match in each collection, counted without the <c>collection</c> parameter.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets { get; init; }

    /// <summary>What was searched for instead of <c>q</c>, because no document has it as written: misspelt words replaced, an unfinished last word completed (it ends in an asterisk), or any of the words. Absent when <c>q</c> was searched for as written.</summary>
    /// <example>trapezius</example>
    public string? CorrectedSearch { get; init; }

    /// <summary>Names that <c>q</c> may have meant. Only when nothing matches.</summary>
    public IReadOnlyList<string>? DidYouMean { get; init; }

    /// <summary>This page and the next, as paths on this server.</summary>
    public required PageLinks Links { get; init; }

    internal static SearchResults Of(SearchPage page, string? correctedSearch, HttpContext context, string identity)
    {
        var result = page.Result;
        var next = result.Next is null ? null : new Cursor(result.Next, correctedSearch).Encode(identity);
        return new()
        {
            Items = [.. page.Hits.Select(hit => SearchResult.Of(hit, context.Request.PathBase))],
            Total = result.Total,
            NextCursor = next,
            Facets = new Dictionary<string, IReadOnlyList<FacetCount>> { ["collection"] = result.ByCollection },
            CorrectedSearch = correctedSearch,
            DidYouMean = result.DidYouMean.Count == 0 ? null : result.DidYouMean,
            Links = PageLinks.Write(context, next),
        };
    }
}

/// <summary>A document that a search found.</summary>
public sealed record SearchResult
{
    /// <summary>The collection it belongs to.</summary>
    /// <example>muscles</example>
    [CollectionNames]
    public required string Collection { get; init; }

    /// <summary>Its slug.</summary>
    /// <example>trapezius</example>
    public required string Slug { get; init; }

    /// <summary>Its name.</summary>
    /// <example>Trapezius</example>
    public required string Name { get; init; }

    /// <summary>Its summary.</summary>
    public required string Summary { get; init; }

    /// <summary>Where to read it, as a path on this server.</summary>
    /// <example>/v1/muscles/trapezius</example>
    public required string Url { get; init; }

    /// <summary>How well it matches; comparable within one search only.</summary>
    /// <example>1.36</example>
    public required double Score { get; init; }

    /// <summary>The fields that match, HTML-escaped, the matches in mark elements.</summary>
    public required IReadOnlyDictionary<string, string> Highlights { get; init; }

    internal static SearchResult Of(SearchHit hit, string pathBase) => new()
    {
        Collection = hit.Collection,
        Slug = hit.Slug,
        Name = hit.Name,
        Summary = hit.Summary,
        Url = $"{pathBase}/v1/{hit.Collection}/{hit.Slug}",
        Score = hit.Score,
        Highlights = hit.Highlights is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(hit.Highlights)!,
    };
}
