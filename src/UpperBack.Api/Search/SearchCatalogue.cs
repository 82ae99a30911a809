using System.ComponentModel.DataAnnotations;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Search.Queries;
using UpperBack.Store.Indexing;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Search;

/// <summary>GET /v1/search: every collection at once.</summary>
internal sealed class SearchCatalogue(CatalogueSearch search, CatalogueIndex index) : ApiEndpoint<SearchRequest>
{
    private static readonly CacheDependencies Dependencies = new(CollectionRegistry.Names);

    private string identity = "";
    private Cursor? cursor;

    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Get("/v1/search")
        .Named("search", "search")
        .Describe(
            "Search the whole catalogue.",
            "Ranked, with highlights: names and aliases count more than summaries, summaries more than the rest. Words are stemmed, quotes hold phrases together, `or` offers alternatives, a minus leaves out. An asterisk behind a word finds what begins with it. When no document has the words as written, misspelt ones are corrected, the last one is completed, or any of them will do; `correctedSearch` says so.")
        .Returns<SearchResults>()
        .CacheUntilCatalogueChanges();

    /// <inheritdoc/>
    public override void OnBeforeValidate(SearchRequest req)
    {
        identity = $"search {req.Locale} {req.Q} {string.Join(',', req.Collection ?? [])}";
        cursor = req.Cursor is { } text ? Cursor.Decode(text, identity) : null;
        if (req.Cursor is not null && (cursor is null || !SearchExecutor.IsCursor(cursor.Place)))
            AddFault(ProblemFault.InvalidCursor("cursor"));
    }

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(SearchRequest req, CancellationToken ct)
    {
        var catalogue = await index.CurrentAsync(ct);
        var tag = ConditionalRequests.ForList(catalogue.Versions(CollectionRegistry.Names), $"{req.Locale} {CanonicalQuery.Of(HttpContext.Request)}");
        if (ConditionalRequests.IsNotModified(HttpContext, tag, req.Locale, Dependencies) || ConditionalRequests.IsHeadEnough(HttpContext))
            return Results.Empty;
        var page = await search.SearchAsync(
            new(cursor?.Search ?? req.Q, req.Collection ?? CollectionRegistry.Names, req.Locale, req.Limit, cursor?.Place), catalogue, ct);
        return Results.Json(SearchResults.Of(page, page.Result.CorrectedSearch ?? cursor?.Search, HttpContext, identity), DocumentJson.Compact);
    }
}

/// <summary>The parameters of a search.</summary>
internal sealed class SearchRequest
{
    /// <summary>What to search for: words, "phrases in quotes", or, -not.</summary>
    /// <example>slipped disc</example>
    [RequiredParameter("what to search for"), MaxLength(PageLimits.LongestSearch)]
    public string Q { get; set; } = "";

    /// <summary>Only these collections.</summary>
    [CollectionNames]
    public IReadOnlyList<string>? Collection { get; set; }

    /// <summary>The language of the response; Accept-Language decides when absent. Documents without a current translation come in English, and each says which language it is in.</summary>
    public Language Locale { get; set; }

    /// <summary>How many documents at most.</summary>
    [Range(1, PageLimits.Most)]
    public int Limit { get; set; } = PageLimits.Default;

    /// <summary>The `nextCursor` of the page before. It fits only the query that it came from.</summary>
    public string? Cursor { get; set; }
}
