using Microsoft.AspNetCore.Http.Extensions;

namespace UpperBack.Api.Infrastructure.Paging;

/// <summary>Where this page and the next one are.</summary>
public sealed record PageLinks
{
    /// <summary>This page.</summary>
    /// <example>/v1/exercises?limit=1</example>
    public required string Self { get; init; }

    /// <summary>The next page. Absent on the last.</summary>
    public string? Next { get; init; }

    /// <summary>Both addresses; the response also gets a Link header with the next.</summary>
    internal static PageLinks Write(HttpContext context, string? nextCursor)
    {
        var request = context.Request;
        var path = request.PathBase + request.Path;
        var next = nextCursor is null ? null : path + new QueryBuilder(request.Query
            .Where(parameter => parameter.Key != "cursor")
            .Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value.ToString()))
            .Append(KeyValuePair.Create("cursor", nextCursor))).ToQueryString();
        if (next is not null)
            context.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        return new() { Self = path + request.QueryString, Next = next };
    }
}
