using System.Globalization;

namespace UpperBack.Api.Tests.Schedules;

/// <summary>The VTIMEZONE of a file, expanded as RFC 5545, section 3.6.5, says: the observance that began last decides.</summary>
internal sealed class ZoneExpansion
{
    private readonly List<(DateTime Onset, TimeSpan Offset)> observances = [];

    public ZoneExpansion(CalendarFile file)
    {
        foreach (var kind in (string[])["STANDARD", "DAYLIGHT"])
        {
            var component = $"VCALENDAR/VTIMEZONE/{kind}";
            var onsets = file.Of(component, "DTSTART");
            // An observance without a rule begins once.
            Assert.Empty(file.Of(component, "RRULE"));
            Assert.Empty(file.Of(component, "RDATE"));
            Assert.Equal(onsets.Count, file.Of(component, "TZOFFSETFROM").Count);
            Assert.Equal(onsets.Count, file.Of(component, "TZNAME").Count);
            observances.AddRange(onsets.Zip(file.Of(component, "TZOFFSETTO"), (onset, offset) => (TimeOf(onset), OffsetOf(offset))));
        }

        observances.Sort();
        // Each begins from the offset of the one before it.
        Assert.Equal(observances.SkipLast(1).Select(observance => observance.Offset), OffsetsBefore(file).Skip(1));
        HasStandardTime = file.Of("VCALENDAR/VTIMEZONE/STANDARD", "DTSTART").Count > 0;
    }

    /// <summary>Whether there is an observance STANDARD, which some calendars require.</summary>
    public bool HasStandardTime { get; }

    /// <summary>The offset at a local time. Null when no observance has begun, so that the file does not say.</summary>
    public TimeSpan? At(DateTime local) => observances.FindLast(observance => observance.Onset <= local) is { Onset.Ticks: > 0, Offset: var offset } ? offset : null;

    private static IEnumerable<TimeSpan> OffsetsBefore(CalendarFile file) =>
        file.Of("VCALENDAR/VTIMEZONE/", "DTSTART").Zip(file.Of("VCALENDAR/VTIMEZONE/", "TZOFFSETFROM"), (onset, offset) => (Onset: TimeOf(onset), Offset: OffsetOf(offset)))
            .OrderBy(observance => observance.Onset).Select(observance => observance.Offset);

    private static DateTime TimeOf(string text) => DateTime.ParseExact(text, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static TimeSpan OffsetOf(string text) =>
        TimeSpan.ParseExact(text[1..], "hhmm", CultureInfo.InvariantCulture) * (text[0] == '-' ? -1 : 1);
}
