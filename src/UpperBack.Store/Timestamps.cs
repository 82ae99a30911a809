namespace UpperBack.Store;

/// <summary>Times as they are stored: UTC, to the microsecond, which is what PostgreSQL's own clock has.</summary>
internal static class Timestamps
{
    public static DateTimeOffset Now() => ToMicroseconds(DateTimeOffset.UtcNow);

    public static DateTimeOffset ToMicroseconds(DateTimeOffset time) => new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
