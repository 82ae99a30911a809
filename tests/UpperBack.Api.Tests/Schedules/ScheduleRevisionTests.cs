using System.Net;

namespace UpperBack.Api.Tests.Schedules;

public sealed class ScheduleRevisionTests(ApiFixture api) : HistoryTest(api)
{
    private const string Question = "/schedule.ics?start=2026-12-01&time=08:30";

    [Fact]
    public async Task The_same_address_gives_the_same_events_and_a_new_revision_updates_them()
    {
        var before = await File($"/v1/routines/evening-stretches{Question}");
        Assert.Equal("1", before.Text("SEQUENCE"));
        var routine = Seed("routines", "evening-stretches");
        routine["name"] = "Quiet evening stretches";
        await Publish("routines", routine);

        var after = await File($"/v1/routines/evening-stretches{Question}");
        Assert.Equal(("2", "Quiet evening stretches"), (after.Text("SEQUENCE"), after.Text("SUMMARY")));
        Assert.Equal(before.Text("UID"), after.Text("UID"));
        Assert.True(string.CompareOrdinal(before.Text("DTSTAMP"), after.Text("DTSTAMP")) <= 0);
        var pinned = await File($"/v1/routines/evening-stretches@1{Question}");
        Assert.Equal(("1", "Evening stretches", before.Text("UID")), (pinned.Text("SEQUENCE"), pinned.Text("SUMMARY"), pinned.Text("UID")));
        Assert.Equal(before.Text("DTSTAMP"), pinned.Text("DTSTAMP"));
        Assert.EndsWith("/embed/routines/evening-stretches@1", pinned.Text("URL"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_plan_makes_other_events_and_another_language_the_same()
    {
        var path = $"/v1/routines/scapular-control{Question}";
        var id = (await File(path)).Text("UID");
        Assert.Equal(id, (await File($"{path}&locale=de")).Text("UID"));
        foreach (var other in (string[])["&weeks=3", "&tz=Europe/Berlin", "&days=monday"])
            Assert.NotEqual(id, (await File(path + other)).Text("UID"));
    }

    [Fact]
    public async Task A_matching_ETag_of_a_schedule_answers_304()
    {
        using var response = await Api.Get($"/v1/routines/desk-break{Question}");
        using var again = await Api.Get($"/v1/routines/desk-break{Question}", ("If-None-Match", response.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var head = await Api.Send(HttpMethod.Head, $"/v1/routines/desk-break{Question}");
        Assert.Equal((response.Headers.ETag, response.Content.Headers.ContentType), (head.Headers.ETag, head.Content.Headers.ContentType));
    }

    [Fact]
    public async Task A_routine_that_leaves_its_days_open_asks_for_them()
    {
        var routine = Seed("routines", "no-equipment-basics");
        routine["slug"] = "as-you-like";
        routine["aliases"] = new System.Text.Json.Nodes.JsonArray();
        routine["frequency"]!.AsObject().Remove("daysPerWeek");
        routine["frequency"]!.AsObject().Remove("timesPerDay");
        await Publish("routines", routine);
        var problem = await (await Api.Get($"/v1/routines/as-you-like{Question}")).Problem(HttpStatusCode.BadRequest, "missing-parameter");
        Assert.Equal("days", problem.Errors!.Single().Parameter);
        Assert.Equal(8, (await File($"/v1/routines/as-you-like{Question}&days=monday,friday")).Sessions.Count);
    }

    [Fact]
    public async Task What_people_call_a_routine_leads_to_its_schedule_with_the_question()
    {
        using var response = await Api.Get($"/v1/routines/office-break{Question}");
        Assert.Equal((HttpStatusCode.PermanentRedirect, $"/v1/routines/desk-break{Question}"), (response.StatusCode, response.Headers.Location?.ToString()));
        using var pinned = await Api.Get($"/v1/routines/office-break@1{Question}");
        Assert.Equal($"/v1/routines/desk-break@1{Question}", pinned.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_retired_routine_answers_410_and_what_never_was_404()
    {
        await Retire("routines", "band-only-strength", "no-equipment-basics", "Described twice.");
        var problem = await (await Api.Get($"/v1/routines/band-only-strength{Question}")).Problem(HttpStatusCode.Gone, "document-retired");
        Assert.Equal("no-equipment-basics", problem.ReplacedBy);
        await (await Api.Get($"/v1/routines/band-only-strength@2{Question}")).Problem(HttpStatusCode.Gone, "document-retired");
        Assert.Equal("1", (await File($"/v1/routines/band-only-strength@1{Question}")).Text("SEQUENCE"));
        await (await Api.Get($"/v1/routines/zebra{Question}")).Problem(HttpStatusCode.NotFound, "unknown-document");
        await (await Api.Get($"/v1/routines/desk-break@9{Question}")).Problem(HttpStatusCode.NotFound, "unknown-revision");
    }

    [Theory]
    [InlineData("weeks=4", "missing-parameter", "start", null)]
    [InlineData("start=2026-02-30", "invalid-value", "start", null)]
    [InlineData("start=2026-12-01&weeks=53", "invalid-value", "weeks", null)]
    [InlineData("start=2026-12-01&time=24:00", "invalid-value", "time", null)]
    [InlineData("start=2026-12-01&time=23:57", "invalid-value", "time", null)]
    [InlineData("start=2026-12-01&tz=Europe/Berlin", "missing-parameter", "time", null)]
    [InlineData("start=2026-12-01&time=08:30&tz=Europe/Copenhagn", "unknown-value", "tz", "Europe/Copenhagen")]
    [InlineData("start=2026-12-01&time=08:30&tz=europe/berlin", "unknown-value", "tz", "Europe/Berlin")]
    [InlineData("start=2026-12-01&days=mon", "unknown-value", "days", "monday")]
    [InlineData("start=2026-12-01&week=4", "unknown-parameter", "week", "weeks")]
    [InlineData("start=2027-03-22&time=02:30&tz=Europe/Copenhagen&days=sunday", "invalid-value", "time", null)]
    public async Task A_question_that_makes_no_sense_answers_400_with_the_parameter_and_the_nearest_value(string question, string code, string parameter, string? suggestion)
    {
        using var response = await Api.Get($"/v1/routines/desk-break/schedule.ics?{question}");
        var error = (await response.Problem(HttpStatusCode.BadRequest, code)).Errors!.Single();
        Assert.Equal((parameter, suggestion), (error.Parameter, error.Suggestion));
    }

    [Fact]
    public async Task An_Accept_header_that_rules_calendars_out_answers_406() =>
        await (await Api.Get($"/v1/routines/desk-break{Question}", ("Accept", "text/html"))).Problem(HttpStatusCode.NotAcceptable, "not-acceptable");

    private async Task<CalendarFile> File(string path)
    {
        using var response = await Api.Get(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
