using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;
using UpperBack.Store.Indexing;

namespace UpperBack.Api.Http.Caching;

/// <summary>
/// Which answers the framework's output cache keeps, and for whom: for everybody who asks the same. A key in the request
/// changes nothing, because what depends on it is never kept.
/// </summary>
internal sealed class AnswerPolicy(Questions questions, AnswerStore store, CatalogueIndex index) : IOutputCachePolicy
{
    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) || questions.Of(http) is not { } question)
            return;
        // An answer that was begun before the catalogue has been read for the first time would count as older than it.
        await index.CurrentAsync(http.RequestAborted);
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        // What is not to be kept is not copied either: that would take as long as making it.
        context.AllowCacheStorage = store.IsWorthKeeping(question);
        // Others may wait for what is kept: it is made to its end also when this caller leaves.
        if (context.AllowCacheStorage)
            http.RequestAborted = CancellationToken.None;
        context.AllowLocking = true;
        context.CacheVaryByRules.CacheKeyPrefix = store.PrefixOf(question);
        context.CacheVaryByRules.VaryByHost = false;
        // It goes when the catalogue moves, and not by the clock.
        context.ResponseExpirationTimeSpan = TimeSpan.MaxValue;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !IsPublic(response.Headers))
        {
            context.AllowCacheStorage = false;
            return ValueTask.CompletedTask;
        }

        foreach (var name in SurrogateKeys.CollectionsIn(response.Headers))
            context.Tags.Add(name);
        return ValueTask.CompletedTask;
    }

    /// <summary>Whether anybody may see an answer with these headers.</summary>
    public static bool IsPublic(IHeaderDictionary headers) =>
        headers.CacheControl.ToString().StartsWith("public", StringComparison.Ordinal) && !headers.Vary.Contains(HeaderNames.Authorization, StringComparer.OrdinalIgnoreCase);
}
