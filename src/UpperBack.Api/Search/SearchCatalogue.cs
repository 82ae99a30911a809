using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Caching;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Search.Queries;
using UpperBack.Store.Indexing;
using UpperBack.Store.Reading;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Search;

/// <summary>GET /v1/search: every collection at once.</summary>
internal static class SearchCatalogue
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead("/v1/search", Handle)
        .ServesJson()
        .KeepsAnswers()
        .WithName("search")
        .WithTags("search")
        .WithSummary("Search the whole catalogue.")
        .WithDescription("Ranked, with highlights: names and aliases count more than summaries, summaries more than the rest. Words are stemmed, quotes hold phrases together, `or` offers alternatives, a minus leaves out. An asterisk behind a word finds what begins with it. When no document has the words as written, misspelt ones are corrected, the last one is completed, or any of them will do; `correctedSearch` says so.")
        .WithMetadata(new OperationDescription(operation => operation.Parameters = [.. Parameters()]))
        .Produces<SearchResults>(StatusCodes.Status200OK, "application/json")
        .Produces(StatusCodes.Status304NotModified);

    private static IEnumerable<IOpenApiParameter> Parameters()
    {
        var words = Parameter("q", "What to search for: words, \"phrases in quotes\", or, -not.", Text(Paging.LongestSearch));
        words.Required = true;
        words.Example = "slipped disc";
        return
        [
            words,
            Parameter("collection", "Only these collections.", ListOf(Choice(CollectionRegistry.All.Select(collection => collection.Name)))),
            Locale(),
            Limit(),
            CursorParameter(),
        ];
    }

    private static async Task<IResult> Handle(HttpContext context, CatalogueSearch search, CatalogueIndex index)
    {
        var reader = new QueryReader(context.Request.Query);
        var names = CollectionRegistry.All.Select(collection => collection.Name).ToList();
        var language = Locales.Choose(reader, context);
        var words = reader.Text("q", Paging.LongestSearch);
        var collections = reader.List("collection");
        var limit = reader.Number("limit", 1, Paging.MostItems) ?? Paging.DefaultLimit;
        foreach (var unknown in (collections ?? []).Except(names))
            reader.Add(ProblemFault.UnknownValue("collection", unknown, names));
        if (!context.Request.Query.ContainsKey("q"))
            reader.Add(ProblemFault.MissingParameter("q", "what to search for"));
        var identity = $"search {language} {words} {string.Join(',', collections ?? [])}";
        var cursor = reader.Text("cursor") is { } text ? Cursor.Decode(text, identity) : null;
        if (reader.Text("cursor") is not null && (cursor is null || !SearchExecutor.IsCursor(cursor.Place)))
            reader.Add(ProblemFault.InvalidCursor("cursor"));
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);

        var catalogue = await index.CurrentAsync(context.RequestAborted);
        var tag = ConditionalRequests.ForList(catalogue.Versions(names), $"{language} {CanonicalQuery.Of(context.Request)}");
        if (ConditionalRequests.IsNotModified(context, tag, language, string.Join(' ', names)) || ConditionalRequests.IsHeadEnough(context))
            return Results.Empty;
        var page = await search.SearchAsync(new(cursor?.Search ?? words!, collections ?? names, language, limit, cursor?.Place), catalogue, context.RequestAborted);
        return Results.Json(SearchResults.Of(page, page.Result.CorrectedSearch ?? cursor?.Search, context, identity), DocumentJson.Compact);
    }
}
