using System.Globalization;
using NodaTime;
using UpperBack.Api.Http;

namespace UpperBack.Api.Schedules;

/// <summary>What a person wants to know of a routine's schedule.</summary>
/// <param name="Start">The first day that a session may be on.</param>
/// <param name="Weeks">For how many weeks. Null for as long as the routine says.</param>
/// <param name="Time">When the first session of a day begins. Null for any time of the day.</param>
/// <param name="Zone">The time zone of the time. Null for local time, wherever the calendar is.</param>
/// <param name="Days">The days of the week. Null for as many as the routine says.</param>
internal sealed record ScheduleQuestion(DateOnly Start, int? Weeks, TimeOnly? Time, DateTimeZone? Zone, IReadOnlyList<DayOfWeek>? Days)
{
    public const int MostWeeks = 52;

    private const string DateFormat = "yyyy-MM-dd";
    private const string TimeFormat = "HH:mm";

    /// <summary>The days of the week as questions have them, Monday first.</summary>
    public static IReadOnlyList<string> DayNames { get; } = [.. Enumerable.Range(1, 7).Select(day => NameOf((DayOfWeek)(day % 7)))];

    /// <summary>The question in a query; faults are collected in the reader.</summary>
    public static ScheduleQuestion Read(QueryReader reader)
    {
        if (!reader.Has("start"))
            reader.Add(ProblemFault.MissingParameter("start", "on which day the schedule begins, such as 2026-12-01"));
        if (reader.Has("tz") && !reader.Has("time"))
            reader.Add(ProblemFault.MissingParameter("time", "at what time of day in that zone, such as 08:30"));
        return new(
            reader.Text("start") is { } start ? Date(reader, start) : default,
            reader.Number("weeks", 1, MostWeeks),
            reader.Text("time") is { } time ? TimeOfDay(reader, time) : null,
            reader.Text("tz") is { } zone ? TimeZone(reader, zone) : null,
            reader.List("days") is { } days ? DaysOfWeek(reader, days) : null);
    }

    /// <summary>What tells this question from others, so that the same one always makes the same events.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Start:yyyy-MM-dd} {Weeks} {Time:HH:mm} {Zone?.Id} {string.Join(',', (Days ?? []).Select(NameOf).Order(StringComparer.Ordinal))}");

    private static DateOnly Date(QueryReader reader, string text)
    {
        if (DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and < 2100)
            return date;
        reader.Add(ProblemFault.InvalidValue("start", text, "a day that there is, from 2000 to 2099, such as 2026-12-01"));
        return default;
    }

    private static TimeOnly? TimeOfDay(QueryReader reader, string text)
    {
        if (TimeOnly.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        reader.Add(ProblemFault.InvalidValue("time", text, "a time of day from 00:00 to 23:59, such as 08:30"));
        return null;
    }

    private static DateTimeZone? TimeZone(QueryReader reader, string text)
    {
        // A plus in a query is a space to those who decode it; no name of a zone has a space.
        var name = text.Replace(' ', '+');
        var zones = DateTimeZoneProviders.Tzdb;
        if (zones.Ids.Contains(name))
            return zones[name];
        reader.Add(ProblemFault.UnknownValue("tz", text, zones.Ids));
        return null;
    }

    private static List<DayOfWeek> DaysOfWeek(QueryReader reader, IReadOnlyList<string> names)
    {
        foreach (var name in names.Where(name => !DayNames.Contains(name)))
            reader.Add(ProblemFault.UnknownValue("days", name, DayNames));
        return [.. Enum.GetValues<DayOfWeek>().Where(day => names.Contains(NameOf(day)))];
    }

    private static string NameOf(DayOfWeek day) => day.ToString().ToLowerInvariant();
}
