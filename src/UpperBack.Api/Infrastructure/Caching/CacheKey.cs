namespace UpperBack.Api.Infrastructure.Caching;

/// <summary>
/// The key of a cached response: the path with its base and the canonical query, the language, the encoding and the media type that were
/// negotiated. The caller plays no part.
/// </summary>
internal sealed class CacheKey(NegotiatedEncoding encoding)
{
    /// <summary>The key. Null when the response is not cached.</summary>
    public string? Of(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<Operation>()?.OutputCache is { } cache && IsPlain(http.Request.Path.Value)
        ? $"{Variant(http, cache)}{Locales.Negotiated(http)} {encoding.For(http)} {http.Request.PathBase.Value} {http.Request.Path.Value}?{CanonicalQuery.Of(http.Request)}"
        : null;

    // Another media type than the default may also hold absolute addresses.
    private static string Variant(HttpContext http, OutputCacheMetadata cache) =>
        ContentNegotiation.AlternativeFor(http) is { } alternative ? $"{alternative} {http.Request.BaseUrl} "
            : cache.PerOrigin ? $"{http.Request.BaseUrl} "
            : "";

    // The framework separates the parts of its keys with control characters and fails on others.
    private static bool IsPlain(string? path) => path is null || !path.AsSpan().ContainsAnyInRange('\0', '\x1F');
}
