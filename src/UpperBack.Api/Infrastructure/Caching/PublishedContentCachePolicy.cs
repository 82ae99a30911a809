using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;
using UpperBack.Store.Indexing;

namespace UpperBack.Api.Infrastructure.Caching;

/// <summary>
/// Caches public responses for every caller with the same cache key. A key in the request changes nothing, because responses
/// that depend on it are not cached.
/// </summary>
internal sealed class PublishedContentCachePolicy(CacheKey cacheKey, ResponseCacheStore store, CatalogueIndex index) : IOutputCachePolicy
{
    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) || cacheKey.Of(http) is not { } key)
            return;
        // Loading the index for the first time raises the generation, so a response from before would not be stored.
        await index.CurrentAsync(http.RequestAborted);
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        // Without storage the framework does not buffer the body either.
        context.AllowCacheStorage = store.IsWorthStoring(key);
        // Other requests may wait for the response, so it is completed even when this caller disconnects.
        if (context.AllowCacheStorage)
            http.RequestAborted = CancellationToken.None;
        context.AllowLocking = true;
        context.CacheVaryByRules.CacheKeyPrefix = store.PrefixOf(key);
        context.CacheVaryByRules.VaryByHost = false;
        // Entries are evicted when the catalogue changes, not by time.
        context.ResponseExpirationTimeSpan = TimeSpan.MaxValue;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (http.Response.StatusCode == StatusCodes.Status200OK && IsPublic(http.Response.Headers) && CacheDependencies.Of(http) is { } dependencies)
            context.Tags.UnionWith(dependencies.Collections);
        else
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    /// <summary>Whether a response with these headers is the same for every caller.</summary>
    public static bool IsPublic(IHeaderDictionary headers) =>
        headers.CacheControl.ToString().StartsWith("public", StringComparison.Ordinal) && !headers.Vary.Contains(HeaderNames.Authorization, StringComparer.OrdinalIgnoreCase);
}
