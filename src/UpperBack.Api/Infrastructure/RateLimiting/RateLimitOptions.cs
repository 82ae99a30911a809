using System.ComponentModel.DataAnnotations;

namespace UpperBack.Api.Infrastructure.RateLimiting;

/// <summary>The settings under <c>UpperBack:RateLimit</c>: requests a minute that an instance serves to one caller.</summary>
internal sealed class RateLimitOptions
{
    /// <summary>For an address, without a key.</summary>
    [Range(1, int.MaxValue)]
    public int AnonymousPerMinute { get; set; } = 600;

    /// <summary>For a key that has no number of its own.</summary>
    [Range(1, int.MaxValue)]
    public int KeyPerMinute { get; set; } = 6000;
}
