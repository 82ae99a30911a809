using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace UpperBack.Api.Infrastructure.Caching;

/// <summary>Responds to HEAD, and to If-None-Match, from the cached response.</summary>
internal sealed partial class ConditionalRequestMiddleware(CacheKey cacheKey, ResponseCacheStore store)
{
    /// <summary>Middleware; it runs before the framework's output cache.</summary>
    public Task Handle(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.Headers.IfNoneMatch.Count > 0)
            request.Headers.IfNoneMatch = CodingSuffix().Replace(request.Headers.IfNoneMatch.ToString(), "\"");
        var (isHead, tags) = (HttpMethods.IsHead(request.Method), request.Headers.IfNoneMatch);
        if ((!isHead && tags.Count == 0) || cacheKey.Of(context) is not { } key)
            return next(context);
        var cached = store.Find(key);
        // The response to GET serves HEAD too; the server drops the body.
        if (isHead && cached?.Value is not null)
            request.Method = HttpMethods.Get;
        if (tags.Count == 0)
            return next(context);
        if (cached?.NotModified is not { } known || tags is not [{ } tag] || tag != known.Tag)
            return LearnAsync(context, next, key);
        cached.IsUsed = true;
        known.Write(context.Response);
        return Task.CompletedTask;
    }

    // A proxy that compresses marks tags with the coding: "x-gzip" (Apache), "x--gzip" (Jetty), "x;br".
    [GeneratedRegex("(--?|;)(gzip|br|zstd|deflate)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodingSuffix();

    // The endpoint compares entity tags fully and writes the 304; it is stored for the next request with the same tag.
    private async Task LearnAsync(HttpContext context, RequestDelegate next, string key)
    {
        var generation = store.Generation;
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status304NotModified && PublishedContentCachePolicy.IsPublic(context.Response.Headers))
            store.Learn(key, NotModified.Of(context.Response.Headers), generation);
    }
}

/// <summary>The headers of a 304.</summary>
internal sealed record NotModified(StringValues Tag, StringValues CacheControl, StringValues Vary)
{
    public static NotModified Of(IHeaderDictionary headers) => new(headers.ETag, headers.CacheControl, headers.Vary);

    public void Write(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status304NotModified;
        var headers = response.Headers;
        headers.ETag = Tag;
        headers.CacheControl = CacheControl;
        headers.Vary = Vary;
        // The framework sets Age on cached responses too; it is replaced when the response starts.
        headers.Age = "0";
    }
}
