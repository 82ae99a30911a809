using System.ComponentModel.DataAnnotations;

namespace UpperBack.Api.Infrastructure.Caching;

/// <summary>The settings under <c>UpperBack:Cache</c>.</summary>
internal sealed class CacheOptions
{
    /// <summary>How much memory cached responses may take, in megabytes. With 0 nothing is cached.</summary>
    [Range(0, 16 * 1024)]
    public int Megabytes { get; set; } = 32;
}
