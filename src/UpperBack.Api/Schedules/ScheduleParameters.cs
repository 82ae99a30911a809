using Microsoft.OpenApi;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Schedules;

/// <summary>The parameters of a schedule as the OpenAPI document has them.</summary>
internal static class ScheduleParameters
{
    public static IEnumerable<IOpenApiParameter> All()
    {
        var start = Parameter("start", "The first day that a session may be on. Required, so that the answer does not depend on the day it is asked on.", new() { Type = JsonSchemaType.String, Format = "date" });
        (start.Required, start.Example) = (true, "2026-12-01");
        var time = Parameter("time", "When the first session of a day begins, as HH:mm. Several sessions a day are spread evenly over twelve hours from then, or over what is left of the day. Without it, the entries are for the whole day, one a day.", new() { Type = JsonSchemaType.String, Pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$" });
        time.Example = "08:30";
        var zone = Parameter("tz", "IANA name of the time zone that `time` is in. Sessions keep their time when the clocks change. Without it, they are at local time wherever the calendar is.", Text());
        zone.Example = "Europe/Copenhagen";
        return
        [
            InPath("slug", "Slug of the routine; `@` and the number of a revision pin it.", Text(), "desk-break"),
            start,
            Parameter("weeks", "For how many weeks. As many as the routine says when absent, or 4 where it leaves that open.", Number(1, ScheduleQuestion.MostWeeks)),
            time,
            zone,
            Parameter("days", "The days of the week. When absent, as many as the routine says: five from Monday to Friday, any other number spread evenly from `start`. Required for a routine that leaves it open.", ListOf(Choice(ScheduleQuestion.DayNames))),
            Locale(),
        ];
    }
}
