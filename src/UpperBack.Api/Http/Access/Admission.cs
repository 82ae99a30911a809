using UpperBack.Api.Http.Limits;

namespace UpperBack.Api.Http.Access;

/// <summary>
/// Finds out who calls, and lets each caller in as often as the rate limits allow. A key that does not hold is refused also
/// where none is needed, so that nobody takes it for one that does.
/// </summary>
internal sealed class Admission(RateLimits limits)
{
    /// <summary>The rate limit of an address.</summary>
    private const string Anonymous = "anonymous";

    /// <summary>The rate limit of a key.</summary>
    private const string Keyed = "key";

    /// <summary>Middleware; it stands before whatever does work or asks who calls.</summary>
    public Task Handle(HttpContext context, RequestDelegate next) => context switch
    {
        _ when context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase) => AdmitProbe(context, next),
        _ when context.Request.Headers.Authorization.Count == 0 => AdmitAnonymous(context, next),
        _ => AdmitKey(context, next),
    };

    // Whoever watches the service is told the truth about it, however busy the address is.
    private Task AdmitProbe(HttpContext context, RequestDelegate next)
    {
        IsWithin(context, Anonymous, limits.Count(context.Connection.RemoteIpAddress));
        return next(context);
    }

    private Task AdmitAnonymous(HttpContext context, RequestDelegate next)
    {
        var standing = limits.Count(context.Connection.RemoteIpAddress);
        return IsWithin(context, Anonymous, standing) ? next(context) : Refuse(context, standing);
    }

    // Whether a key holds, only the database knows. So that guessing does not keep it busy, who has guessed too much is refused unasked.
    private async Task AdmitKey(HttpContext context, RequestDelegate next)
    {
        var address = context.Connection.RemoteIpAddress;
        var tries = limits.MayTry(address);
        if (!IsWithin(context, Anonymous, tries))
        {
            await Refuse(context, tries);
        }
        else if (await BearerKey.FindAsync(context) is not { } key)
        {
            var standing = limits.CountGuess(address);
            await (IsWithin(context, Anonymous, standing) ? BearerKey.Refuse(context) : Refuse(context, standing));
        }
        else
        {
            var standing = limits.Count(key);
            context.Enter(key);
            await (IsWithin(context, Keyed, standing) ? next(context) : Refuse(context, standing));
        }
    }

    private static bool IsWithin(HttpContext context, string policy, Standing standing)
    {
        AnswerHeaders.Of(context).Limit = (policy, standing);
        return standing.IsAcquired;
    }

    private static Task Refuse(HttpContext context, Standing standing) => Problems.TooManyRequests(standing.Ends).ExecuteAsync(context);
}
