using Microsoft.Net.Http.Headers;
using UpperBack.Api.Infrastructure.RateLimiting;

namespace UpperBack.Api.Infrastructure.Pipeline;

/// <summary>Lets web pages of any origin read, and those with a key write. Nothing depends on a cookie, so no origin can use a visitor's rights.</summary>
internal static class Cors
{
    private static readonly string[] Methods =
        [HttpMethods.Get, HttpMethods.Head, HttpMethods.Options, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];

    // Scripts see only a few response headers unless they are listed here.
    private static readonly string[] ExposedHeaders =
    [
        HeaderNames.Age, HeaderNames.Allow, HeaderNames.ContentDisposition, HeaderNames.ContentLocation, HeaderNames.Date, "Dry-Run", HeaderNames.ETag,
        "Idempotency-Replayed", HeaderNames.Link, HeaderNames.Location, HeaderNames.RetryAfter, "Server-Timing", HeaderNames.Vary, HeaderNames.WWWAuthenticate,
        RateLimitHeaders.State, RateLimitHeaders.Policy,
    ];

    /// <summary>The value of Access-Control-Expose-Headers.</summary>
    public static string Exposed { get; } = string.Join(',', ExposedHeaders);

    /// <summary>Whether a request is the question of a browser whether it may send another one.</summary>
    public static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.Origin.Count > 0 && request.Headers.AccessControlRequestMethod.Count > 0;

    /// <summary>Registers the policy as the default one.</summary>
    public static IServiceCollection AddOpenCors(this IServiceCollection services) =>
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .AllowAnyOrigin()
            .WithMethods(Methods)
            .AllowAnyHeader()
            .WithExposedHeaders(ExposedHeaders)
            .SetPreflightMaxAge(TimeSpan.FromDays(1))));
}
