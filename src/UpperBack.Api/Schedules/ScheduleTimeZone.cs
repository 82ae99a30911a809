using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using NodaTime.TimeZones;

namespace UpperBack.Api.Schedules;

/// <summary>
/// Writes a time zone as VTIMEZONE (RFC 5545, section 3.6.5): one observance for each change of the clocks in a year, so that no
/// rule has to be guessed and the file does not depend on when it is made. The first observance begins before the first event,
/// and there is at least one STANDARD, which some calendars require.
/// </summary>
internal static class ScheduleTimeZone
{
    // Local times are less than a day away from UTC.
    private static readonly NodaTime.Duration Margin = NodaTime.Duration.FromDays(1);

    // The longest schedule. Shorter ones may be prolonged in the calendar.
    private static readonly NodaTime.Duration Covered = NodaTime.Duration.FromDays(7 * ScheduleRequest.MostWeeks);

    // Observances that began earlier begin here: before it, some offsets have seconds (in Liberia until 1972), which calendars may not read.
    private static readonly Instant Earliest = Instant.FromUtc(1980, 1, 1, 0, 0);

    /// <summary>The component.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="first">The day of the first session.</param>
    public static VTimeZone Of(DateTimeZone zone, DateOnly first)
    {
        var start = LocalDate.FromDateOnly(first).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        var component = new VTimeZone(zone.Id);
        var intervals = zone.GetZoneIntervals(start - Margin, start + Covered + Margin).ToList();
        // Chile had a year of DAYLIGHT alone.
        while (intervals[0].HasStart && intervals.TrueForAll(interval => IsDaylight(interval, zone)))
            intervals.Insert(0, Before(intervals[0], zone));
        foreach (var interval in intervals)
            component.AddChild(Observance(interval, zone));
        return component;
    }

    private static VTimeZoneInfo Observance(ZoneInterval interval, DateTimeZone zone)
    {
        var isChange = interval.HasStart && interval.Start >= Earliest;
        var from = isChange ? Before(interval, zone).WallOffset : interval.WallOffset;
        var onset = isChange ? interval.Start.WithOffset(from).LocalDateTime : Earliest.InUtc().LocalDateTime;
        return new(IsDaylight(interval, zone) ? Components.Daylight : Components.Standard)
        {
            Start = new(onset.ToDateTimeUnspecified(), hasTime: true),
            OffsetFrom = new(from.ToTimeSpan()),
            OffsetTo = new(interval.WallOffset.ToTimeSpan()),
            TimeZoneName = interval.Name,
        };
    }

    // Where winter is the exception (Dublin), calendars still expect DAYLIGHT to be the time that is ahead.
    private static bool IsDaylight(ZoneInterval interval, DateTimeZone zone) =>
        interval.Savings > Offset.Zero || (interval.HasEnd && zone.GetZoneInterval(interval.End).Savings < Offset.Zero);

    private static ZoneInterval Before(ZoneInterval interval, DateTimeZone zone) => zone.GetZoneInterval(interval.Start - NodaTime.Duration.Epsilon);
}
