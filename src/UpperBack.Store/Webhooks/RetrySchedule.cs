namespace UpperBack.Store.Webhooks;

/// <summary>When a message that did not arrive is sent again: soon at first, then ever more rarely, for about a day.</summary>
internal static class RetrySchedule
{
    // Each is drawn out or cut short by up to a fifth, so that what failed together does not come back together.
    private const double Jitter = 0.2;

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(8),
    ];

    // A receiver can put its messages off, but not for good.
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    /// <summary>How long to wait after this many attempts. Null when that was the last.</summary>
    /// <param name="attempts">How many there have been, from 1.</param>
    /// <param name="retryAfter">For how long the receiver wants no other attempt. It never makes the pause shorter. Null when it does not say.</param>
    public static TimeSpan? After(int attempts, TimeSpan? retryAfter)
    {
        if (attempts > Pauses.Length)
            return null;
        var pause = Pauses[attempts - 1] * (1 - Jitter + (2 * Jitter * Random.Shared.NextDouble()));
        var wanted = TimeSpan.FromTicks(Math.Min((retryAfter ?? TimeSpan.Zero).Ticks, LongestRetryAfter.Ticks));
        return wanted > pause ? wanted : pause;
    }
}
