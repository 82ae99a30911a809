using System.Globalization;
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
    private const string File = "/schedule.ics";
    private static readonly Collection Routines = CollectionRegistry.For(typeof(Routine));

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead($"/v1/{Routines.Name}/{{slug}}{File}", Handle)
        .Serves(MediaType)
        .KeepsAnswersForEachOrigin()
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

    private static async Task<IResult> Handle(string slug, HttpContext context, DocumentHistory history, RecommendationCatalogueCache published)
    {
        var reader = new QueryReader(context.Request.Query);
        var language = Locales.Choose(reader, context);
        var question = ScheduleQuestion.Read(reader);
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);
        var (opened, instead) = await OpenedDocument<Routine>.OpenAsync(context, slug, language, File, withDrafts: false);
        if (opened is not { Document: var routine, Revision: var revision })
            return instead!;
        if (await PublicationOf(routine, revision, history, context.RequestAborted) is not { } publishedAt)
            return Problems.UnknownRevision(Routines.Name, routine.Slug, revision.ToString(CultureInfo.InvariantCulture));
        var (plan, fault) = SessionPlan.Of(routine, question);
        if (plan is null)
            return Problems.BadParameters([fault!]);
        var snapshot = await published.InAsync(routine.Language, context.RequestAborted);
        var calendar = ScheduleCalendar.Write(routine, (revision, publishedAt), snapshot.Catalogue, question, plan, PageOf(context.Request, slug, routine.Language));
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{routine.Slug}.ics\"";
        return context.Answer(calendar, revision, routine.Language, $"{Routines.Name} exercises {Routines.Name}/{routine.Slug}", Keeping.Shortly, $"{MediaType}; charset=utf-8");
    }

    // Null for a draft: nobody puts that into a calendar.
    private static async Task<DateTimeOffset?> PublicationOf(Routine routine, int revision, DocumentHistory history, CancellationToken cancellationToken) =>
        await history.FindAsync(Routines, routine.Slug, [revision], withDrafts: false, cancellationToken) is [var published] ? published.PublishedAt : null;

    // The page of what was asked for, pinned or not. Without a usable Host header nobody knows its address.
    private static string? PageOf(HttpRequest request, string slug, Language language) => !Uri.IsWellFormedUriString(request.Origin, UriKind.Absolute) ? null
        : $"{request.Origin}/embed/routines/{slug}{(language is Language.En ? "" : $"?{Locales.Parameter}={DocumentJson.NameOf(language.ToString())}")}";
}
