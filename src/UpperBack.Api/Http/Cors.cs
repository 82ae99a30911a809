using Microsoft.Net.Http.Headers;
using UpperBack.Api.Http.Limits;

namespace UpperBack.Api.Http;

/// <summary>Lets web pages of any origin ask, and those who hold a key write. Nothing here depends on a cookie, so no origin can borrow a visitor's rights.</summary>
internal static class Cors
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Options, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];

    // What scripts may see beyond the few headers that browsers always show them.
    private static readonly string[] ExposedHeaders =
    [
        HeaderNames.Allow, HeaderNames.ContentLocation, HeaderNames.ETag, HeaderNames.Link, HeaderNames.Location, HeaderNames.RetryAfter, HeaderNames.WWWAuthenticate,
        RateLimitHeaders.State, RateLimitHeaders.Policy,
    ];

    /// <summary>The same as a header.</summary>
    public static string Exposed { get; } = string.Join(',', ExposedHeaders);

    /// <summary>Registers the policy as the default one.</summary>
    public static IServiceCollection AddOpenReads(this IServiceCollection services) =>
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .AllowAnyOrigin()
            .WithMethods(Methods)
            .AllowAnyHeader()
            .WithExposedHeaders(ExposedHeaders)
            .SetPreflightMaxAge(TimeSpan.FromDays(1))));
}
