using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace UpperBack.Api.Infrastructure.RateLimiting;

/// <summary>The framework's fixed window limiter, with the end of its window, which RateLimit headers need.</summary>
internal sealed class FixedWindow : ReplenishingRateLimiter
{
    /// <summary>How long a window is.</summary>
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly int requests;
    private readonly FixedWindowRateLimiter window;
    private long started;

    public FixedWindow(int requests, TimeSpan length)
    {
        this.requests = requests;
        ReplenishmentPeriod = length;
        window = new(new() { PermitLimit = requests, Window = length, AutoReplenishment = false });
        started = TimeProvider.System.GetTimestamp();
    }

    public override TimeSpan? IdleDuration => window.IdleDuration;

    public override bool IsAutoReplenishing => false;

    public override TimeSpan ReplenishmentPeriod { get; }

    // Called ten times a second. The window began no later than `started`, so it has ended when this says so.
    public override bool TryReplenish()
    {
        if (Left > TimeSpan.Zero)
            return false;
        window.TryReplenish();
        Volatile.Write(ref started, TimeProvider.System.GetTimestamp());
        return true;
    }

    public override RateLimiterStatistics? GetStatistics() => window.GetStatistics();

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        var lease = window.AttemptAcquire(permitCount);
        var left = Left;
        return new FixedWindowLease(lease.IsAcquired, requests, window.GetStatistics()!.CurrentAvailablePermits, left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(AttemptAcquireCore(permitCount));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            window.Dispose();
        base.Dispose(disposing);
    }

    private TimeSpan Left => ReplenishmentPeriod - TimeProvider.System.GetElapsedTime(Volatile.Read(ref started));
}

/// <summary>The lease of one request, with what is left of the window.</summary>
/// <param name="isAcquired">Whether the request may go on.</param>
/// <param name="requests">Requests in a window.</param>
/// <param name="remaining">Those that are left.</param>
/// <param name="ends">When the window ends, from now.</param>
internal sealed class FixedWindowLease(bool isAcquired, int requests, long remaining, TimeSpan ends) : RateLimitLease
{
    public override bool IsAcquired => isAcquired;

    public int Requests => requests;

    public long Remaining => remaining;

    public TimeSpan Ends => ends;

    public override IEnumerable<string> MetadataNames => [MetadataName.RetryAfter.Name];

    public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
    {
        metadata = metadataName == MetadataName.RetryAfter.Name ? ends : null;
        return metadata is not null;
    }
}
