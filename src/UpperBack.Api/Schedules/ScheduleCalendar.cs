using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using UpperBack.Content;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Schedules;

/// <summary>Writes a schedule as an iCalendar file (RFC 5545): one repeating event for each session of a day, or one for the day when the time is left open.</summary>
internal static class ScheduleCalendar
{
    /// <summary>The media type of the file, with the METHOD that is in it (RFC 5546).</summary>
    public const string MediaType = $"text/calendar; charset=utf-8; method={CalendarMethods.Publish}";

    /// <summary>The file. The same request for the same revision gives the same bytes.</summary>
    /// <param name="routine">The routine in the language of the reader.</param>
    /// <param name="revision">Its number and when it was published: what tells calendars which of two files is the newer one.</param>
    /// <param name="catalogue">Its exercises, in the same language.</param>
    /// <param name="request">The parameters.</param>
    /// <param name="plan">When the sessions are.</param>
    /// <param name="page">The page about the routine. Null when nobody knows its address.</param>
    public static byte[] Write(Routine routine, (int Number, DateTimeOffset PublishedAt) revision, Catalogue catalogue, ScheduleRequest request, SessionPlan plan, string? page)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//UpperBack API//Schedules//EN", Method = CalendarMethods.Publish };
        calendar.AddProperty("X-WR-CALNAME", routine.Name);
        if (request.Zone is { } zone && zone.Id != CalDateTime.UtcTzId)
            calendar.AddTimeZone(ScheduleTimeZone.Of(zone, plan.Days[0]));
        var description = SessionText.Of(routine, catalogue, page);
        var sessions = plan.Times?.Select(time => (TimeOnly?)time) ?? [null];
        calendar.Events.AddRange(sessions.Select((time, session) => new CalendarEvent
        {
            Uid = IdOf(routine.Slug, request, session),
            Sequence = revision.Number,
            DtStamp = new(revision.PublishedAt.UtcDateTime),
            Start = time is { } begin ? new(plan.Days[0], begin, request.Zone?.Id) : new(plan.Days[0]),
            Duration = time is not null && routine.Minutes is { } minutes ? Duration.FromMinutes(minutes) : null,
            RecurrenceRule = EveryWeek(plan),
            Summary = routine.Name,
            Description = description,
            Url = page is null ? null : new(page),
            Categories = [Texts.In(routine.Language)["Schedules.Category"]],
            // What somebody does for their back is nobody else's business, and keeps nobody from a meeting.
            Class = "PRIVATE",
            Transparency = TransparencyType.Transparent,
        }));
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static RecurrenceRule EveryWeek(SessionPlan plan) => new(FrequencyType.Weekly, interval: 1)
    {
        Count = plan.Weeks * plan.Days.Count,
        ByDay = [.. plan.Days.Select(day => day.DayOfWeek).OrderBy(day => ((int)day + 6) % 7).Select(day => new WeekDay(day))],
    };

    // Importing the same address again changes the events that are there; another address makes others. The language is left
    // out: whoever changes it wants the same events in it.
    private static string IdOf(string slug, ScheduleRequest request, int session) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{slug} {request.Identity} {session}"))).AsSpan(0, 16)).ToString();
}
