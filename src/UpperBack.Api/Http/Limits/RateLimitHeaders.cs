using System.Collections.Concurrent;
using System.Globalization;

namespace UpperBack.Api.Http.Limits;

/// <summary>RateLimit-Policy and RateLimit, after draft-ietf-httpapi-ratelimit-headers: what a caller may ask for, and what is left of it.</summary>
internal static class RateLimitHeaders
{
    public const string Policy = "RateLimit-Policy";
    public const string State = "RateLimit";

    // As many as there are limits: the usual ones, and those of keys with a number of their own.
    private static readonly ConcurrentDictionary<(string Policy, int Requests), string> Policies = [];

    /// <summary>Tells the caller.</summary>
    /// <param name="headers">The headers of the answer.</param>
    /// <param name="policy">The name of what limits the caller.</param>
    /// <param name="standing">How the caller stands.</param>
    public static void Write(IHeaderDictionary headers, string policy, Standing standing)
    {
        headers[Policy] = Policies.GetOrAdd((policy, standing.Requests), static limit =>
            string.Create(CultureInfo.InvariantCulture, $"\"{limit.Policy}\";q={limit.Requests};w={(int)Allowance.Minute.TotalSeconds}"));
        headers[State] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";r={standing.Remaining};t={(int)Math.Ceiling(standing.Ends.TotalSeconds)}");
    }
}
