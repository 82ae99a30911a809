using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FastEndpoints;
using Microsoft.OpenApi;
using NodaTime;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Schedules;

/// <summary>The parameters of a schedule.</summary>
internal sealed class ScheduleRequest
{
    /// <summary>For how many weeks a schedule may be.</summary>
    public const int MostWeeks = 52;

    /// <summary>The days of the week in requests, Monday first.</summary>
    public static readonly IReadOnlyList<string> DayNames = [.. Enumerable.Range(1, 7).Select(day => NameOf((DayOfWeek)(day % 7)))];

    /// <summary>Slug of the routine; `@` and the number of a revision pin it.</summary>
    /// <example>desk-break</example>
    [RouteParam]
    public string Slug { get; set; } = "";

    /// <summary>The first day that a session may be on. Required, so that the response does not depend on the day of the request.</summary>
    /// <example>2026-12-01</example>
    [RequiredParameter("on which day the schedule begins, such as 2026-12-01"), Date]
    public DateOnly Start { get; set; }

    /// <summary>For how many weeks. As many as the routine says when absent, or 4 where it leaves that open.</summary>
    [Range(1, MostWeeks)]
    public int? Weeks { get; set; }

    /// <summary>When the first session of a day begins, as HH:mm. Several sessions a day are spread evenly over twelve hours from then, or over what is left of the day. Without it, the entries are for the whole day, one a day.</summary>
    /// <example>08:30</example>
    [TimeOfDay]
    public TimeOnly? Time { get; set; }

    /// <summary>IANA name of the time zone that `time` is in. Sessions keep their time when the clocks change. Of a time that clocks there show twice, the first is meant; one that they skip is refused. Without it, they are at local time wherever the calendar is.</summary>
    /// <example>Europe/Copenhagen</example>
    [BindFrom("tz"), TimeZone]
    public DateTimeZone? Zone { get; set; }

    /// <summary>The days of the week. When absent, as many as the routine says: five from Monday to Friday, any other number spread evenly from `start`. Required for a routine that leaves it open.</summary>
    [DayNames]
    public IReadOnlyList<string>? Days { get; set; }

    /// <summary>The language of the texts; Accept-Language decides when absent. A routine without a current translation comes in English.</summary>
    public Language Locale { get; set; }

    /// <summary>The days of the week. Null for as many as the routine says.</summary>
    public IReadOnlyList<DayOfWeek>? DaysOfWeek => Days is null ? null : [.. Enum.GetValues<DayOfWeek>().Where(day => Days.Contains(NameOf(day)))];

    /// <summary>What tells this schedule from others of the same routine: events with the same identity are updated.</summary>
    public string Identity => string.Create(CultureInfo.InvariantCulture,
        $"{Start:yyyy-MM-dd} {Weeks} {Time:HH:mm} {Zone?.Id} {string.Join(',', (DaysOfWeek ?? []).Select(NameOf).Order(StringComparer.Ordinal))}");

    private static string NameOf(DayOfWeek day) => day.ToString().ToLowerInvariant();
}

/// <summary>A day from 2000 to 2099.</summary>
internal sealed class DateAttribute : ParameterTypeAttribute
{
    /// <inheritdoc/>
    public override ParameterType Type { get; } = new(static (reader, name) => Read(reader, name), static _ => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" });

    private static DateOnly? Read(ParameterReader reader, string name)
    {
        if (reader.Text(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and < 2100)
            return date;
        reader.Add(ProblemFault.InvalidValue(name, text, "a day that there is, from 2000 to 2099, such as 2026-12-01"));
        return null;
    }
}

/// <summary>A time of day in minutes.</summary>
internal sealed class TimeOfDayAttribute : ParameterTypeAttribute
{
    /// <inheritdoc/>
    public override ParameterType Type { get; } =
        new(static (reader, name) => Read(reader, name), static _ => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$" });

    private static TimeOnly? Read(ParameterReader reader, string name)
    {
        if (reader.Text(name) is not { } text)
            return null;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        reader.Add(ProblemFault.InvalidValue(name, text, "a time of day from 00:00 to 23:59, such as 08:30"));
        return null;
    }
}

/// <summary>The IANA name of a time zone.</summary>
internal sealed class TimeZoneAttribute : ParameterTypeAttribute
{
    /// <inheritdoc/>
    public override ParameterType Type { get; } = new(Read, static _ => Schemas.Text());

    private static DateTimeZone? Read(ParameterReader reader, string parameter)
    {
        if (reader.Text(parameter) is not { } text)
            return null;
        // A plus in a query is decoded as a space; no name of a zone has a space.
        var name = text.Replace(' ', '+');
        var zones = DateTimeZoneProviders.Tzdb;
        if (zones.Ids.Contains(name))
            return zones[name];
        reader.Add(ProblemFault.UnknownValue(parameter, text, zones.Ids));
        return null;
    }
}

/// <summary>The values are days of the week.</summary>
internal sealed class DayNamesAttribute : VocabularyAttribute
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> ValuesOf(Collection? collection) => ScheduleRequest.DayNames;

    /// <inheritdoc/>
    public override (string Name, string Description) SchemaOf(Collection? collection) => ("Weekday", "A day of the week.");
}
