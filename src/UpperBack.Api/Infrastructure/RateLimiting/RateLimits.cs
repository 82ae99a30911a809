using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace UpperBack.Api.Infrastructure.RateLimiting;

/// <summary>
/// How many requests each caller has left on this instance: an address without a key, otherwise the key. A window that nobody
/// uses is dropped a few seconds after it is full again.
/// </summary>
internal sealed class RateLimits(IOptions<RateLimitOptions> options) : IDisposable
{
    // Bounds the memory, whatever addresses call. Two addresses may share a window; the hash is seeded in each process, so that
    // nobody can choose which.
    private const int Partitions = 100_000;

    // An IPv6 subscriber has a whole network of 64 bits.
    private const int AddressBytes = 8;

    private readonly PartitionedRateLimiter<IPAddress?> addresses = ByAddress(options.Value.AnonymousPerMinute);
    private readonly PartitionedRateLimiter<IPAddress?> invalidKeys = ByAddress(options.Value.AnonymousPerMinute);
    private readonly PartitionedRateLimiter<RateLimitedKey> keys = PartitionedRateLimiter.Create<RateLimitedKey, Guid>(
        key => RateLimitPartition.Get(key.Id, _ => new FixedWindow(key.PerMinute ?? options.Value.KeyPerMinute, FixedWindow.Minute)));

    /// <summary>Counts a request without a key.</summary>
    public FixedWindowLease Count(IPAddress? address) => (FixedWindowLease)addresses.AttemptAcquire(address);

    /// <summary>Counts a request with a valid key.</summary>
    public FixedWindowLease Count(RateLimitedKey key) => (FixedWindowLease)keys.AttemptAcquire(key);

    /// <summary>
    /// Whether this address may try a key. Invalid keys have a count of their own, so that a valid key works however much is read
    /// from its address without one.
    /// </summary>
    public FixedWindowLease MayTry(IPAddress? address) => (FixedWindowLease)invalidKeys.AttemptAcquire(address, 0);

    /// <summary>Counts a request with an invalid key.</summary>
    public FixedWindowLease CountInvalidKey(IPAddress? address)
    {
        invalidKeys.AttemptAcquire(address).Dispose();
        return Count(address);
    }

    public void Dispose()
    {
        addresses.Dispose();
        invalidKeys.Dispose();
        keys.Dispose();
    }

    private static PartitionedRateLimiter<IPAddress?> ByAddress(int perMinute) =>
        PartitionedRateLimiter.Create<IPAddress?, int>(address => RateLimitPartition.Get(PartitionOf(address), _ => new FixedWindow(perMinute, FixedWindow.Minute)));

    private static int PartitionOf(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        var length = 0;
        (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.TryWriteBytes(bytes, out length);
        var digest = new HashCode();
        digest.AddBytes(bytes[..Math.Min(length, AddressBytes)]);
        return (int)((uint)digest.ToHashCode() % Partitions);
    }
}

/// <summary>A valid key, as far as its rate limit is concerned.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PerMinute">Its own number of requests a minute. Null for the usual number.</param>
internal sealed record RateLimitedKey(Guid Id, int? PerMinute);
