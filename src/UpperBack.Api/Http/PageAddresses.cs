using Microsoft.AspNetCore.Http.Extensions;

namespace UpperBack.Api.Http;

/// <summary>The addresses of a page and the next one.</summary>
internal static class PageAddresses
{
    /// <summary>Both addresses, and a Link header with the next.</summary>
    public static PageLinks Write(HttpContext context, string? nextCursor)
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
