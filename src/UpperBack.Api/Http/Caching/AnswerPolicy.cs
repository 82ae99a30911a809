using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;
using UpperBack.Store.Indexing;

namespace UpperBack.Api.Http.Caching;

/// <summary>
/// Which answers the framework's output cache keeps, and under what name: the question in its canonical form, the language
/// and the encoding that were negotiated, and the state of the catalogue. Who asks plays no part, so a key in the request
/// changes nothing: what depends on it is never kept.
/// </summary>
internal sealed class AnswerPolicy(CatalogueIndex index, AnswerStore store, EncodingOfAnswers encoding) : IOutputCachePolicy
{
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<KeptAnswers>() is not { } kept || index.Known is not { } catalogue || !IsPlain(http.Request.Path.Value))
            return ValueTask.CompletedTask;
        var name = $"{Locales.Negotiated(http)} {encoding.For(http)} {kept.MarkOf(catalogue)} {CanonicalQuery.Of(http.Request)}";
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = store.IsWorthKeeping(HashCode.Combine(http.Request.Path, name));
        context.AllowLocking = true;
        context.CacheVaryByRules.CacheKeyPrefix = name;
        context.CacheVaryByRules.VaryByHost = false;
        // It goes when the catalogue moves, and not by the clock.
        context.ResponseExpirationTimeSpan = TimeSpan.MaxValue;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        // Of a caller who has left, only a part may have been written.
        if (response.StatusCode != StatusCodes.Status200OK || !IsPublic(response.Headers) || context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            context.AllowCacheStorage = false;
            return ValueTask.CompletedTask;
        }

        foreach (var name in SurrogateKeys.CollectionsIn(response.Headers))
            context.Tags.Add(name);
        return ValueTask.CompletedTask;
    }

    // The framework parts what it keeps answers under by control characters, and trips over others of them.
    private static bool IsPlain(string? path) => path is null || !path.AsSpan().ContainsAnyInRange('\0', '\x1F');

    private static bool IsPublic(IHeaderDictionary headers) =>
        headers.CacheControl.ToString().StartsWith("public", StringComparison.Ordinal) && !headers.Vary.Contains(HeaderNames.Authorization, StringComparer.OrdinalIgnoreCase);
}
