using System.Text;
using Ical.Net;
using Ical.Net.Serialization;
using NodaTime;
using UpperBack.Api.Schedules;

namespace UpperBack.Api.Tests.Schedules;

public sealed class ScheduleTimeZoneTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int Weeks = 52;
    private static readonly DateOnly First = new(2000, 1, 1);
    private static readonly DateOnly Last = new(2099, 12, 31);

    private static readonly TimeOnly[] Noon = [new(12, 0)];
    private static readonly TimeOnly[] NearChanges = [new(0, 0), new(0, 30), new(1, 30), new(2, 30), new(12, 0), new(23, 30)];

    [Fact]
    public void The_file_has_the_offset_of_every_zone_at_every_session_from_2000_to_2099()
    {
        var faults = new List<string>();
        foreach (var zone in DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id]))
        {
            foreach (var start in StartsFor(zone))
            {
                var expansion = Expanded(zone, start);
                Assert.True(expansion.HasStandardTime, $"{zone.Id} {start}");
                faults.AddRange(Sessions(zone, start).Where(session => OffsetAt(zone, session) is { } offset && offset != expansion.At(session)).Take(1)
                    .Select(session => $"{zone.Id} from {start:yyyy-MM-dd}: {session:s} is at {OffsetAt(zone, session)}, the file says {expansion.At(session)}"));
            }
        }

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("Europe/Dublin", "2026-12-07", "STANDARD 20261025T020000 +0100 +0000", "DAYLIGHT 20270328T010000 +0000 +0100", "STANDARD 20271031T020000 +0100 +0000")]
    [InlineData("Africa/Cairo", "2026-12-07", "STANDARD 20261030T000000 +0300 +0200", "DAYLIGHT 20270430T000000 +0200 +0300", "STANDARD 20271029T000000 +0300 +0200")]
    [InlineData("Europe/Berlin", "2060-12-07", "STANDARD 20601031T030000 +0200 +0100", "DAYLIGHT 20610327T020000 +0100 +0200", "STANDARD 20611030T030000 +0200 +0100")]
    [InlineData("Australia/Sydney", "2028-07-03", "STANDARD 20280402T030000 +1100 +1000", "DAYLIGHT 20281001T020000 +1000 +1100", "STANDARD 20290401T030000 +1100 +1000")]
    [InlineData("Asia/Tokyo", "2026-12-07", "STANDARD 19800101T000000 +0900 +0900")]
    public async Task Each_change_of_the_clocks_is_an_observance_with_the_offsets_before_and_after(string zone, string start, params string[] observances)
    {
        using var response = await api.Get($"/v1/routines/desk-break/schedule.ics?start={start}&weeks=4&time=08:30&tz={zone}");
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        var file = new CalendarFile(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var written = from kind in (string[])["STANDARD", "DAYLIGHT"]
                      let component = $"VCALENDAR/VTIMEZONE/{kind}"
                      from observance in file.Of(component, "DTSTART").Zip(file.Of(component, "TZOFFSETFROM"), file.Of(component, "TZOFFSETTO"))
                      orderby observance.First
                      select $"{kind} {observance.First} {observance.Second} {observance.Third}";
        Assert.Equal(observances, written);
    }

    [Fact]
    public void A_time_that_occurs_twice_is_the_first_of_the_two()
    {
        var expansion = Expanded(DateTimeZoneProviders.Tzdb["Europe/Berlin"], new(2026, 10, 1));
        Assert.Equal(TimeSpan.FromHours(2), expansion.At(new(2026, 10, 25, 2, 30, 0)));
        Assert.Equal(TimeSpan.FromHours(1), expansion.At(new(2026, 10, 25, 3, 0, 0)));
    }

    // The ends of the range, some years between, and the years before 2040 in which the zone changes otherwise than in the year before.
    private static IEnumerable<DateOnly> StartsFor(DateTimeZone zone)
    {
        var changed = Enumerable.Range(First.Year + 1, 2040 - First.Year).Where(year => !ChangesIn(zone, year).SequenceEqual(ChangesIn(zone, year - 1)));
        DateOnly[] always = [First, new(2026, 6, 15), new(2061, 3, 1), new(2087, 1, 1), Last];
        return changed.SelectMany(year => (DateOnly[])[new(year - 1, 7, 2), new(year, 1, 1)]).Union(always);
    }

    private static IEnumerable<(int Month, int Week, IsoDayOfWeek Day, LocalTime Time, Offset Offset)> ChangesIn(DateTimeZone zone, int year) =>
        zone.GetZoneIntervals(Instant.FromUtc(year, 1, 1, 0, 0), Instant.FromUtc(year + 1, 1, 1, 0, 0)).Where(interval => interval.HasStart && interval.Start >= Instant.FromUtc(year, 1, 1, 0, 0))
            .Select(interval => (interval.IsoLocalStart.Month, (interval.IsoLocalStart.Day - 1) / 7, interval.IsoLocalStart.DayOfWeek, interval.IsoLocalStart.TimeOfDay, interval.WallOffset));

    private static ZoneExpansion Expanded(DateTimeZone zone, DateOnly start)
    {
        var calendar = new Calendar();
        calendar.AddTimeZone(ScheduleTimeZone.Of(zone, start));
        return new(new CalendarFile(Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!)));
    }

    private static IEnumerable<DateTime> Sessions(DateTimeZone zone, DateOnly start)
    {
        var from = LocalDate.FromDateOnly(start).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        var changes = zone.GetZoneIntervals(from, from + Duration.FromDays(Weeks * 7)).Where(interval => interval.HasStart).Select(interval => interval.IsoLocalStart.Date.ToDateOnly());
        var near = changes.SelectMany(day => (DateOnly[])[day.AddDays(-1), day, day.AddDays(1)]).ToHashSet();
        return from day in Enumerable.Range(0, Weeks * 7).Select(start.AddDays)
               from time in near.Contains(day) ? NearChanges : Noon
               select day.ToDateTime(time);
    }

    // RFC 5545, section 3.3.5: of a time that occurs twice the first. Null for one that is skipped; there are no sessions then.
    private static TimeSpan? OffsetAt(DateTimeZone zone, DateTime local) =>
        zone.MapLocal(LocalDateTime.FromDateTime(local)) is { Count: > 0 } mapping ? mapping.First().Offset.ToTimeSpan() : null;
}
