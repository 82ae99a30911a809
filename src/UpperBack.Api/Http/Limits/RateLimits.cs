using System.Net;
using System.Threading.RateLimiting;
using UpperBack.Store.Keys;

namespace UpperBack.Api.Http.Limits;

/// <summary>
/// How many requests each caller has left on this instance: an address for those without a key, otherwise the key. Allowances
/// that nobody uses are forgotten a few seconds after they are full again.
/// </summary>
internal sealed class RateLimits(RateLimitSettings settings) : IDisposable
{
    // Bounds the memory, whatever addresses call. Of so many pairs of addresses one shares an allowance, and nobody can choose with
    // whom: the digest is another one in each process.
    private const int Places = 100_000;

    // Who has an IPv6 address has its whole network of 64 bits.
    private const int AddressBytes = 8;

    private readonly PartitionedRateLimiter<IPAddress?> addresses = ByAddress(settings.AnonymousPerMinute);
    private readonly PartitionedRateLimiter<IPAddress?> guesses = ByAddress(settings.AnonymousPerMinute);
    private readonly PartitionedRateLimiter<ApiKey> keys =
        PartitionedRateLimiter.Create<ApiKey, Guid>(key => RateLimitPartition.Get(key.Id, _ => new Allowance(key.PerMinute ?? settings.KeyPerMinute, Allowance.Minute)));

    /// <summary>Counts a request without a key.</summary>
    public Standing Count(IPAddress? address) => (Standing)addresses.AttemptAcquire(address);

    /// <summary>Counts a request with a key that holds.</summary>
    public Standing Count(ApiKey key) => (Standing)keys.AttemptAcquire(key);

    /// <summary>
    /// Whether somebody at this address may try a key. Keys that do not hold are counted by themselves too, so that a key works
    /// however much is read at its address without one.
    /// </summary>
    public Standing MayTry(IPAddress? address) => (Standing)guesses.AttemptAcquire(address, 0);

    /// <summary>Counts a request with a key that does not hold.</summary>
    public Standing CountGuess(IPAddress? address)
    {
        guesses.AttemptAcquire(address).Dispose();
        return Count(address);
    }

    public void Dispose()
    {
        addresses.Dispose();
        guesses.Dispose();
        keys.Dispose();
    }

    private static PartitionedRateLimiter<IPAddress?> ByAddress(int perMinute) =>
        PartitionedRateLimiter.Create<IPAddress?, int>(address => RateLimitPartition.Get(PlaceOf(address), _ => new Allowance(perMinute, Allowance.Minute)));

    private static int PlaceOf(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        var length = 0;
        (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.TryWriteBytes(bytes, out length);
        var digest = new HashCode();
        digest.AddBytes(bytes[..Math.Min(length, AddressBytes)]);
        return (int)((uint)digest.ToHashCode() % Places);
    }
}
