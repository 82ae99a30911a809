using System.Globalization;

namespace UpperBack.Api.Http.Limits;

/// <summary>RateLimit-Policy and RateLimit, after draft-ietf-httpapi-ratelimit-headers: what a caller may ask for, and what is left of it.</summary>
internal static class RateLimitHeaders
{
    public const string Policy = "RateLimit-Policy";
    public const string State = "RateLimit";

    /// <summary>Tells the caller.</summary>
    /// <param name="headers">The headers of the answer.</param>
    /// <param name="policy">The name of what limits the caller.</param>
    /// <param name="standing">How the caller stands.</param>
    public static void Write(IHeaderDictionary headers, string policy, Standing standing)
    {
        headers[Policy] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";q={standing.Requests};w={Allowance.Minute.TotalSeconds:0}");
        headers[State] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";r={standing.Remaining};t={Math.Ceiling(standing.Ends.TotalSeconds):0}");
    }
}
