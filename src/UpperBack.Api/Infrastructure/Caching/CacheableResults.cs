using Microsoft.Net.Http.Headers;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Infrastructure.Caching;

/// <summary>Results that carry an ETag and rules for caches.</summary>
internal static class CacheableResults
{
    /// <summary>The body under the ETag of a revision, or 304 when If-None-Match matches.</summary>
    /// <param name="context">The request.</param>
    /// <param name="body">The body.</param>
    /// <param name="revision">The revision that it shows, for the ETag.</param>
    /// <param name="language">The language that it is in.</param>
    /// <param name="dependencies">What it is made of.</param>
    /// <param name="lifetime">For how long it may be cached.</param>
    /// <param name="mediaType">The media type.</param>
    public static IResult Cacheable(
        this HttpContext context, ReadOnlyMemory<byte> body, int revision, Language language, CacheDependencies dependencies, CacheLifetime lifetime, string mediaType = BytesResult.Json) =>
        context.Cacheable(body, ConditionalRequests.ForDocument(revision, body.Span), language, dependencies, lifetime, mediaType);

    /// <summary>The same under another ETag.</summary>
    public static IResult Cacheable(
        this HttpContext context, ReadOnlyMemory<byte> body, EntityTagHeaderValue tag, Language language, CacheDependencies dependencies, CacheLifetime lifetime, string mediaType)
    {
        var isKnown = ConditionalRequests.IsNotModified(context, tag, language, dependencies) || ConditionalRequests.IsAnyKnown(context);
        var headers = context.Response.Headers;
        if (lifetime is CacheLifetime.Immutable)
            headers.CacheControl = ConditionalRequests.Immutable;
        if (lifetime is CacheLifetime.None)
        {
            headers.CacheControl = "no-store";
            headers.Remove(CacheDependencies.Header);
        }

        return isKnown ? Results.Empty : new BytesResult(body, mediaType);
    }

    /// <summary>Says that the response may be another one with a key.</summary>
    public static void VaryByKey(this HttpContext context) => context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Authorization);
}
