using System.Globalization;
using System.Text.Json;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Caching;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Schedules;

/// <summary>GET /v1/routines/{slug}/schedule.ics: when to do a routine, for a calendar to import.</summary>
internal static class GetSchedule
{
    private const string MediaType = "text/calendar";
    private const string Rest = "/schedule.ics";
    private static readonly Collection Routines = CollectionRegistry.For(typeof(Routine));

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead($"/v1/{Routines.Name}/{{slug}}{Rest}", Handle)
        .Serves(MediaType)
        .KeepsAnswersByPlace()
        .WithName("getRoutineSchedule")
        .WithTags(Routines.Name)
        .WithSummary("When to do a routine, as a calendar to import.")
        .WithDescription("An iCalendar file (RFC 5545) with one repeating event for each session of a day, or one for the day without a `time`: what to do, what to mind, when to stop. The same address gives the same events, with the revision of the routine as their sequence, so that importing it again updates them. They are private, leave the person free for others, and bring no alarm of their own.")
        .WithMetadata(new OperationDescription(operation => operation.Parameters = [.. ScheduleParameters.All()]))
        .Produces<string>(StatusCodes.Status200OK, MediaType)
        .Produces(StatusCodes.Status304NotModified)
        .Produces(StatusCodes.Status308PermanentRedirect)
        .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status410Gone, "application/problem+json");

    private static async Task<IResult> Handle(string slug, HttpContext context, DocumentStore store, DocumentHistory history, PublishedCatalogue published)
    {
        var reader = new QueryReader(context.Request.Query);
        var language = Locales.Choose(reader, context);
        var question = ScheduleQuestion.Read(reader, context.Request.Query);
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);
        var (address, problem) = RevisionAddress.IsPinned(slug) ? (RevisionAddress.Pinned(Routines, slug), null) : await Newest(slug, context, store);
        if (address is null)
            return problem!;
        var found = address.Number is { } number ? await history.FindAsync(Routines, address.Slug, [number], withDrafts: false, context.RequestAborted) : [];
        if (found is not [{ PublishedAt: { } publishedAt } revision])
            return await Missing.Revision(context, address, $"@{Uri.EscapeDataString(address.Revision)}{Rest}");
        if (revision.Body is null)
            return Problems.Retired(Routines.Name, address.Slug, revision.ReplacedBy, publishedAt, revision.Comment);

        var translated = await history.TranslateAsync(Routines, address.Slug, revision.Body, language, context.RequestAborted);
        var routine = JsonSerializer.Deserialize<Routine>(translated ?? revision.Body, DocumentJson.Compact)!;
        var (plan, fault) = SessionPlan.Of(routine, question);
        if (plan is null)
            return Problems.BadParameters([fault!]);
        var snapshot = await published.InAsync(routine.Language, context.RequestAborted);
        var calendar = ScheduleCalendar.Write(routine, (revision.Number, publishedAt), snapshot.Catalogue, question, plan, PageOf(context.Request, slug, routine.Language));
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{routine.Slug}.ics\"";
        return context.Answer(calendar, revision.Number, routine.Language, $"{Routines.Name} exercises {Routines.Name}/{routine.Slug}", Keeping.Shortly, $"{MediaType}; charset=utf-8");
    }

    private static async Task<(RevisionAddress? Address, IResult? Problem)> Newest(string slug, HttpContext context, DocumentStore store)
    {
        var found = await store.FindAsync(Routines, slug, cancellationToken: context.RequestAborted);
        if (found.RetiredAt is { } retiredAt)
            return (null, Problems.Retired(Routines.Name, slug, found.ReplacedBy, retiredAt, found.RetirementReason));
        return found.Body is null
            ? (null, await Missing.Document(context, store, Routines, slug, Rest))
            : (new(Routines, slug, found.Revision.ToString(CultureInfo.InvariantCulture)), null);
    }

    // The page of what was asked for, pinned or not. Without a usable Host header nobody knows its address.
    private static string? PageOf(HttpRequest request, string slug, Language language) => !Uri.IsWellFormedUriString(request.Origin, UriKind.Absolute) ? null
        : $"{request.Origin}/embed/routines/{slug}{(language is Language.En ? "" : $"?{Locales.Parameter}={DocumentJson.NameOf(language.ToString())}")}";
}
