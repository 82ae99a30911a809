using System.Globalization;
using NodaTime;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Schedules;

/// <summary>
/// On which days and at which times the sessions of a routine are. Five days are those from Monday to Friday; any other
/// number is spread evenly over the week, beginning on the first day. Several times a day divide twelve hours evenly, or
/// what is left of the day; without a time, they are one entry for the day.
/// </summary>
/// <param name="Days">The days of the first seven that have sessions, in order; every week after is like them.</param>
/// <param name="Times">When the sessions of a day begin. Null when that is left open.</param>
/// <param name="Weeks">For how many weeks.</param>
internal sealed record SessionPlan(IReadOnlyList<DateOnly> Days, IReadOnlyList<TimeOnly>? Times, int Weeks)
{
    private const int UsualWeeks = 4;
    private const int DaysAWeek = 7;
    private const int WorkingDays = 5;
    private static readonly TimeSpan WakingDay = TimeSpan.FromHours(12);
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(5);

    /// <summary>The plan for a request, or what in the request does not fit the routine.</summary>
    public static (SessionPlan? Plan, ProblemFault? Fault) Of(Routine routine, ScheduleRequest request)
    {
        var frequency = routine.Frequency;
        if ((request.DaysOfWeek?.Count ?? frequency.DaysPerWeek) is not { } daysPerWeek)
            return (null, ProblemFault.MissingParameter("days", "on which days of the week, which this routine leaves to the person"));
        IReadOnlyList<TimeOnly>? times = null;
        if (request.Time is { } time)
        {
            times = [.. TimesFrom(time, frequency.TimesPerDay ?? 1, routine.Minutes ?? 0)];
            if (times.Count == 0)
                return (null, ProblemFault.InvalidValue("time", Text(time), string.Create(CultureInfo.InvariantCulture, $"early enough for {frequency.TimesPerDay} sessions of {routine.Minutes} minutes on one day")));
        }

        var plan = new SessionPlan([.. DaysFrom(request.Start, daysPerWeek, request.DaysOfWeek)], times, request.Weeks ?? frequency.Weeks ?? UsualWeeks);
        return request.Zone is { } zone && plan.Skipped(zone) is { } skipped
            ? (null, ProblemFault.InvalidValue("time", Text(request.Time!.Value), string.Create(CultureInfo.InvariantCulture, $"another time, or other days, because {skipped:uuuu-MM-dd HH:mm} is skipped when the clocks change in {zone.Id}")))
            : (plan, null);
    }

    private static IEnumerable<DateOnly> DaysFrom(DateOnly start, int daysPerWeek, IReadOnlyList<DayOfWeek>? chosen) => chosen is null && daysPerWeek != WorkingDays
        ? Enumerable.Range(0, daysPerWeek).Select(day => start.AddDays(day * DaysAWeek / daysPerWeek))
        : Enumerable.Range(0, DaysAWeek).Select(start.AddDays)
            .Where(day => chosen?.Contains(day.DayOfWeek) ?? day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    // None when they do not fit into the day.
    private static IEnumerable<TimeOnly> TimesFrom(TimeOnly first, int times, int minutes)
    {
        var left = TimeSpan.FromDays(1) - first.ToTimeSpan();
        var apart = (left < WakingDay ? left : WakingDay) / times;
        apart = new(apart.Ticks / Round.Ticks * Round.Ticks);
        return times > 1 && apart < TimeSpan.FromMinutes(Math.Max(minutes, 1)) ? [] : Enumerable.Range(0, times).Select(session => first.Add(session * apart));
    }

    // The first session that would be at a time which no clock there shows.
    private LocalDateTime? Skipped(DateTimeZone zone)
    {
        var starts = from week in Enumerable.Range(0, Weeks)
                     from day in Days
                     from time in Times!
                     select LocalDate.FromDateOnly(day.AddDays(week * DaysAWeek)) + LocalTime.FromTimeOnly(time);
        return starts.Cast<LocalDateTime?>().FirstOrDefault(start => zone.MapLocal(start!.Value).Count == 0);
    }

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
