using UpperBack.Content.Collections;
using UpperBack.Search.Queries;

namespace UpperBack.Api.Documents;

/// <summary>A list to be queried.</summary>
/// <param name="Query">The query of the read index.</param>
/// <param name="Identity">What decides which documents come in which order: a cursor belongs to it.</param>
internal sealed record ListQuery(DocumentQuery Query, string Identity)
{
    /// <summary>What an earlier page searched for in place of the words as written. Null when it did not.</summary>
    public string? CorrectedSearch { get; private init; }

    /// <summary>Whether the cursor was handed out for this list.</summary>
    public bool IsCursorValid { get; private init; } = true;

    /// <summary>The list that a request asks for.</summary>
    public static ListQuery Of(ListDocumentsRequest request, Collection collection)
    {
        var query = new DocumentQuery(collection)
        {
            Language = request.Locale,
            Conditions = request.Filters,
            Slugs = request.Slug,
            Search = request.Q,
            Sort = request.Sort,
            Facets = [.. (request.Facets ?? []).Select(name => collection.Filters.FirstOrDefault(filter => filter.Name == name)).OfType<Filter>()],
            Includes = [.. (request.Include ?? []).Select(path => path.Split('.')).Select(steps => new IncludePath(steps[0], steps.ElementAtOrDefault(1)))],
            Limit = request.Limit ?? request.Slug?.Count ?? PageLimits.Default,
            Total = request.Total,
        };
        var list = new ListQuery(query, IdentityOf(query));
        return request.Cursor is null ? list : list.After(request.Cursor);
    }

    private ListQuery After(string text)
    {
        if (Cursor.Decode(text, Identity) is { } cursor && (cursor.Search is null || Query.Search is not null))
        {
            var query = Query with { Search = cursor.Search ?? Query.Search, After = cursor.Place };
            if (QueryExecutor.IsCursor(query, cursor.Place))
                return this with { Query = query, CorrectedSearch = cursor.Search };
        }

        return this with { IsCursorValid = false };
    }

    private static string IdentityOf(DocumentQuery query) => string.Join('&',
    [
        query.Collection.Name,
        query.Language.ToString(),
        .. query.Conditions.Select(condition => $"{condition.Parameter}={string.Join(',', condition.Values)}").Order(StringComparer.Ordinal),
        $"slug={string.Join(',', query.Slugs ?? [])}",
        $"q={query.Search}",
        $"sort={string.Join(',', query.Sort.Select(term => (term.Descending ? "-" : "") + term.Key.Name))}",
    ]);
}
