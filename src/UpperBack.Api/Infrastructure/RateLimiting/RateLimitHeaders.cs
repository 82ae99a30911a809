using System.Collections.Concurrent;
using System.Globalization;

namespace UpperBack.Api.Infrastructure.RateLimiting;

/// <summary>RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers): the limit of the caller, and what is left of it.</summary>
internal static class RateLimitHeaders
{
    public const string Policy = "RateLimit-Policy";
    public const string State = "RateLimit";

    // As many as there are limits: the two usual ones, and those of keys with a number of their own.
    private static readonly ConcurrentDictionary<(string Policy, int Requests), string> Policies = [];

    /// <summary>Writes both.</summary>
    /// <param name="headers">The headers of the response.</param>
    /// <param name="policy">The name of the limit.</param>
    /// <param name="lease">The lease of the request.</param>
    public static void Write(IHeaderDictionary headers, string policy, FixedWindowLease lease)
    {
        headers[Policy] = Policies.GetOrAdd((policy, lease.Requests), static limit =>
            string.Create(CultureInfo.InvariantCulture, $"\"{limit.Policy}\";q={limit.Requests};w={(int)FixedWindow.Minute.TotalSeconds}"));
        headers[State] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";r={lease.Remaining};t={(int)Math.Ceiling(lease.Ends.TotalSeconds)}");
    }
}
