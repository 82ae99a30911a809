using System.Net;
using Microsoft.AspNetCore.Authentication;

namespace UpperBack.Api.Infrastructure.RateLimiting;

/// <summary>
/// Counts each request against the limit of its caller: the key, or the address without one. A key that is not valid is refused
/// here, also where none is required, so that it is not mistaken for a valid one.
/// </summary>
internal sealed class RateLimitingMiddleware(RateLimits limits)
{
    /// <summary>The name of the limit of an address.</summary>
    private const string Anonymous = "anonymous";

    /// <summary>The name of the limit of a key.</summary>
    private const string Keyed = "key";

    /// <summary>Middleware; it runs before anything that does work.</summary>
    public Task Handle(HttpContext context, RequestDelegate next) => context switch
    {
        // A browser sends a preflight on its own account, without the key of the request that follows.
        _ when Cors.IsPreflight(context.Request) => next(context),
        _ when context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase) => CountProbe(context, next),
        _ when context.Request.Headers.Authorization.Count == 0 => CountAnonymous(context, next),
        _ => CountKey(context, next),
    };

    // Probes are counted and never refused: an orchestrator would restart the service for a 429.
    private Task CountProbe(HttpContext context, RequestDelegate next)
    {
        IsWithin(context, Anonymous, limits.Count(context.Connection.RemoteIpAddress));
        return next(context);
    }

    private Task CountAnonymous(HttpContext context, RequestDelegate next)
    {
        var lease = limits.Count(context.Connection.RemoteIpAddress);
        return IsWithin(context, Anonymous, lease) ? next(context) : Refuse(context, lease);
    }

    // Validating a key takes a query. An address that has sent too many invalid keys is refused without one.
    private async Task CountKey(HttpContext context, RequestDelegate next)
    {
        var address = context.Connection.RemoteIpAddress;
        var tries = limits.MayTry(address);
        if (!IsWithin(context, Anonymous, tries))
            await Refuse(context, tries);
        else if (await context.AuthenticateAsync() is { Principal: { } principal })
            await CountKey(context, next, principal.Key!);
        else
            await RefuseKey(context, address);
    }

    private async Task CountKey(HttpContext context, RequestDelegate next, RateLimitedKey key)
    {
        var lease = limits.Count(key);
        await (IsWithin(context, Keyed, lease) ? next(context) : Refuse(context, lease));
    }

    private async Task RefuseKey(HttpContext context, IPAddress? address)
    {
        var lease = limits.CountInvalidKey(address);
        await (IsWithin(context, Anonymous, lease) ? context.ChallengeAsync() : Refuse(context, lease));
    }

    private static bool IsWithin(HttpContext context, string policy, FixedWindowLease lease)
    {
        ResponseHeadersMiddleware.Of(context).Limit = (policy, lease);
        return lease.IsAcquired;
    }

    private static Task Refuse(HttpContext context, FixedWindowLease lease) => ProblemResults.TooManyRequests(lease.Ends).ExecuteAsync(context);
}
