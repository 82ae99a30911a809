using System.Globalization;
using UpperBack.Api.Documents;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Schedules;

/// <summary>GET /v1/routines/{slug}/schedule.ics: when to do a routine, for a calendar to import.</summary>
internal sealed class GetSchedule(DocumentLookup lookup, DocumentHistory history, RecommendationCatalogueCache published) : ApiEndpoint<ScheduleRequest>
{
    private const string MediaType = "text/calendar";
    private const string File = "/schedule.ics";
    private static readonly Collection Routines = CollectionRegistry.For(typeof(Routine));

    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Get($"/v1/{Routines.Name}/{{slug}}{File}")
        .Named("getRoutineSchedule", Routines.Name)
        .Describe(
            "When to do a routine, as a calendar to import.",
            "An iCalendar file (RFC 5545) with one repeating event for each session of a day, or one for the day without a `time`: what to do, what to mind, when to stop. The same address gives the same events, with the revision of the routine as their sequence, so that importing it again updates them. They are private, leave the person free for others, and bring no alarm of their own.")
        .ReturnsFile(MediaType, "An iCalendar file (RFC 5545).")
        .Redirects()
        .Problems(StatusCodes.Status404NotFound, StatusCodes.Status410Gone)
        .CacheUntilCatalogueChanges(perOrigin: true);

    /// <inheritdoc/>
    public override void OnBeforeValidate(ScheduleRequest req)
    {
        if (req.Zone is not null && !HttpContext.Request.Query.ContainsKey("time"))
            AddFault(ProblemFault.MissingParameter("time", "at what time of day in that zone, such as 08:30"));
    }

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(ScheduleRequest req, CancellationToken ct)
    {
        var (found, instead) = await lookup.FindAsync<Routine>(HttpContext, req.Slug, req.Locale, File, withDrafts: false);
        if (found is not { Document: var routine, Revision: var revision })
            return instead!;
        if (await PublicationOf(routine, revision, ct) is not { } publishedAt)
            return ProblemResults.UnknownRevision(Routines.Name, routine.Slug, revision.ToString(CultureInfo.InvariantCulture));
        var (plan, fault) = SessionPlan.Of(routine, req);
        if (plan is null)
            return ProblemResults.BadParameters([fault!]);
        var snapshot = await published.InAsync(routine.Language, ct);
        var calendar = ScheduleCalendar.Write(routine, (revision, publishedAt), snapshot.Catalogue, req, plan, PageOf(HttpContext.Request, req.Slug, routine.Language));
        HttpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{routine.Slug}.ics\"";
        var dependencies = new CacheDependencies([Routines.Name, "exercises"], $"{Routines.Name}/{routine.Slug}");
        return HttpContext.Cacheable(calendar, revision, routine.Language, dependencies, CacheLifetime.Short, ScheduleCalendar.MediaType);
    }

    // Null for a draft, which does not belong into a calendar.
    private async Task<DateTimeOffset?> PublicationOf(Routine routine, int revision, CancellationToken ct) =>
        await history.FindAsync(Routines, routine.Slug, [revision], withDrafts: false, ct) is [var publication] ? publication.PublishedAt : null;

    // The page of what was asked for, pinned or not. Its address is not known without a host.
    private static string? PageOf(HttpRequest request, string slug, Language language) => !request.NamesHost ? null
        : $"{request.BaseUrl}/embed/routines/{slug}{(language is Language.En ? "" : $"?{Locales.Parameter}={DocumentJson.NameOf(language.ToString())}")}";
}
