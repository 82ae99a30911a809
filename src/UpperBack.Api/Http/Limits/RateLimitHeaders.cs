using System.Globalization;

namespace UpperBack.Api.Http.Limits;

/// <summary>RateLimit-Policy and RateLimit, after draft-ietf-httpapi-ratelimit-headers: what a caller may ask for, and what is left of it.</summary>
internal static class RateLimitHeaders
{
    public const string Policy = "RateLimit-Policy";
    public const string State = "RateLimit";

    private static readonly object Item = new();

    /// <summary>The answer will tell the caller this; what is told last holds.</summary>
    /// <param name="context">The request.</param>
    /// <param name="policy">The name of what limits the caller.</param>
    /// <param name="standing">How the caller stands.</param>
    public static void Tell(HttpContext context, string policy, Standing standing)
    {
        // Written when the answer starts, because an exception clears the headers that were set before it.
        if (!context.Items.ContainsKey(Item))
            context.Response.OnStarting(Write, context);
        context.Items[Item] = (policy, standing);
    }

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var (policy, standing) = ((string, Standing))context.Items[Item]!;
        context.Response.Headers[Policy] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";q={standing.Requests};w={Allowance.Minute.TotalSeconds:0}");
        context.Response.Headers[State] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";r={standing.Remaining};t={Math.Ceiling(standing.Ends.TotalSeconds):0}");
        return Task.CompletedTask;
    }
}
