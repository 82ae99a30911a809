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

    /// <summary>How long to wait after this many attempts, or null when that was the last.</summary>
    public static TimeSpan? After(int attempts) =>
        attempts <= Pauses.Length ? Pauses[attempts - 1] * (1 - Jitter + (2 * Jitter * Random.Shared.NextDouble())) : null;
}
