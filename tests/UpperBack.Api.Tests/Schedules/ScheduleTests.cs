using System.Net;
using System.Text.Json;

namespace UpperBack.Api.Tests.Schedules;

public sealed class ScheduleTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string DeskBreak = "/v1/routines/desk-break/schedule.ics?start=2026-12-01";

    public static TheoryData<string> Routines => [.. Repository.Documents("routines").Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory, MemberData(nameof(Routines))]
    public async Task Every_routine_has_as_many_sessions_as_it_says_in_every_week(string slug)
    {
        var routine = await api.GetJson($"/v1/routines/{slug}");
        var frequency = routine.GetProperty("frequency");
        var first = new DateTime(2026, 12, 2);
        foreach (var (time, timesPerDay) in ((string, int)[])[("&time=08:30", Number(frequency, "timesPerDay") ?? 1), ("", 1)])
        {
            var file = await File($"/v1/routines/{slug}/schedule.ics?start=2026-12-02{time}");
            var weeks = file.Sessions.CountBy(session => (session - first).Days / 7).ToDictionary();
            Assert.Equal(Enumerable.Range(0, Number(frequency, "weeks") ?? 4), weeks.Keys.Order());
            Assert.All(weeks.Values, sessions => Assert.Equal(Number(frequency, "daysPerWeek") * timesPerDay, sessions));
            Assert.All(file.Of("VCALENDAR/VEVENT", "DURATION"), duration => Assert.Equal($"PT{Number(routine, "minutes")}M", duration));
            Assert.Equal(time is "" ? 0 : timesPerDay, file.Of("VCALENDAR/VEVENT", "DURATION").Count);
        }
    }

    [Theory]
    [InlineData("desk-break?start=2026-12-05", "Mon Tue Wed Thu Fri")]
    [InlineData("band-only-strength?start=2026-11-30", "Mon Wed Fri")]
    [InlineData("band-only-strength?start=2026-12-01", "Tue Thu Sat")]
    [InlineData("whole-upper-back-basics?start=2026-11-30", "Mon Thu")]
    [InlineData("whole-upper-back-basics?start=2026-11-30&days=saturday,tuesday,sunday", "Tue Sat Sun")]
    public async Task Days_are_spread_over_the_week_unless_they_are_chosen(string question, string days)
    {
        var file = await File($"/v1/routines/{question.Replace("?", "/schedule.ics?weeks=1&", StringComparison.Ordinal)}");
        Assert.Equal(days, string.Join(' ', file.Sessions.Select(session => session.ToString("ddd", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("08:30", "08:30 14:30")]
    [InlineData("20:00", "20:00 22:00")]
    [InlineData("23:50", "23:50 23:55")]
    public async Task Several_sessions_a_day_divide_what_is_left_of_it(string time, string times)
    {
        var file = await File($"{DeskBreak}&weeks=1&days=tuesday&time={time}");
        Assert.Equal(times, string.Join(' ', file.Sessions.Select(session => $"{session:HH:mm}")));
        Assert.Distinct(file.Of("VCALENDAR/VEVENT", "UID"));
    }

    [Fact]
    public async Task A_session_keeps_its_time_when_the_clocks_change_and_the_file_says_when_they_do()
    {
        var file = await File("/v1/routines/band-only-strength/schedule.ics?start=2027-03-22&time=08:30&tz=Europe/Copenhagen");
        Assert.Equal("TZID=Europe/Copenhagen", file.StartParameters);
        Assert.All(file.Sessions, session => Assert.Equal(new TimeSpan(8, 30, 0), session.TimeOfDay));
        Assert.Contains(file.Sessions, session => session > new DateTime(2027, 3, 28));
        Assert.Equal("20270328T020000", file.Of("VCALENDAR/VTIMEZONE/DAYLIGHT", "DTSTART").Single());
        Assert.Equal(["+0100", "+0200"], file.Of("VCALENDAR/VTIMEZONE", "TZOFFSETTO").Distinct().Order());
        Assert.Equal("Europe/Copenhagen", file.Of("VCALENDAR/VTIMEZONE", "TZID").Single());
    }

    [Theory]
    [InlineData("&time=08:30", "", "20261201T083000")]
    [InlineData("", "VALUE=DATE", "20261201")]
    [InlineData("&time=08:30&tz=UTC", "", "20261201T083000Z")]
    [InlineData("&time=08:30&tz=Asia/Tokyo", "TZID=Asia/Tokyo", "20261201T083000")]
    public async Task Without_a_zone_times_are_local_and_without_a_time_entries_are_for_the_day(string question, string parameters, string start)
    {
        var file = await File(DeskBreak + question);
        Assert.Equal((parameters, start), (file.StartParameters, file.Of("VCALENDAR/VEVENT1", "DTSTART").Single()));
        Assert.Equal(parameters.StartsWith("TZID", StringComparison.Ordinal) ? 1 : 0, file.Of("VCALENDAR/VTIMEZONE", "TZID").Count);
    }

    [Theory]
    [InlineData("en", "Exercises", "Educational content. It is not a diagnosis")]
    [InlineData("de", "Übungen", "Das ist keine Diagnose")]
    [InlineData("es", "Ejercicios", "No es un diagnóstico")]
    [InlineData("fr", "Exercices", "Ce n’est pas un diagnostic")]
    [InlineData("da", "Øvelser", "Det er ikke en diagnose")]
    public async Task An_entry_says_in_the_language_of_its_reader_what_to_do_what_to_mind_and_when_to_stop(string locale, string heading, string notice)
    {
        var file = await File($"{DeskBreak}&time=08:30&locale={locale}");
        var routine = await api.GetJson($"/v1/routines/desk-break?locale={locale}");
        var exercise = await api.GetJson($"/v1/exercises/chin-retraction?locale={locale}");
        var text = file.Text("DESCRIPTION");
        Assert.Equal(routine.GetProperty("name").GetString(), file.Text("SUMMARY"));
        Assert.Equal(routine.GetProperty("name").GetString(), file.Of("VCALENDAR", "X-WR-CALNAME").Single());
        var colon = locale is "fr" ? "\u00a0:" : ":";
        Assert.Contains($"{heading}\n1. {exercise.GetProperty("name").GetString()}{colon} {exercise.GetProperty("dosage").GetProperty("asWritten").GetString()}", text, StringComparison.Ordinal);
        Assert.Contains(notice, text, StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", text, StringComparison.Ordinal);
        Assert.All(routine.GetProperty("cautions").EnumerateArray(), caution => Assert.Contains(caution.GetProperty("advice").GetString()!, text, StringComparison.Ordinal));
        Assert.All(exercise.GetProperty("stopRules").EnumerateArray(), rule => Assert.Contains(rule.GetProperty("text").GetString()!, text, StringComparison.Ordinal));
        var page = new Uri(api.Client.BaseAddress!, $"/embed/routines/desk-break{(locale is "en" ? "" : $"?locale={locale}")}");
        Assert.Equal(page.ToString(), file.Text("URL"));
    }

    [Fact]
    public async Task An_entry_is_private_leaves_the_person_free_and_brings_no_alarm()
    {
        var file = await File($"{DeskBreak}&time=08:30");
        Assert.Equal(("PRIVATE", "TRANSPARENT"), (file.Text("CLASS"), file.Text("TRANSP")));
        Assert.Empty(file.Of("VCALENDAR", "ACTION"));
        Assert.Equal(("PUBLISH", "2.0"), (file.Of("VCALENDAR", "METHOD").Single(), file.Of("VCALENDAR", "VERSION").Single()));
    }

    [Fact]
    public async Task The_answer_is_a_file_with_the_name_of_the_routine_and_its_method_in_the_media_type()
    {
        using var response = await api.Get(DeskBreak, ("Accept-Encoding", "gzip"));
        Assert.Equal("text/calendar; charset=utf-8; method=PUBLISH", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment; filename=\"desk-break.ics\"", response.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal("gzip", response.Content.Headers.ContentEncoding.Single());
        Assert.Equal("routines exercises routines/desk-break", response.Headers.GetValues("Surrogate-Key").Single());
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    private static int? Number(JsonElement element, string member) => element.TryGetProperty(member, out var number) ? number.GetInt32() : null;

    private async Task<CalendarFile> File(string path)
    {
        using var response = await api.Get(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
