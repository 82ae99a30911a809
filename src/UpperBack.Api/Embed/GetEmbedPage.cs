namespace UpperBack.Api.Embed;

/// <summary>The base of GET /embed/…: pages to put into other pages. Faults are pages for browsers, and problems for programs.</summary>
internal abstract class GetEmbedPage<TRequest>(EmbedPages pages) : ApiEndpoint<TRequest> where TRequest : class, IPageRequest, new()
{
    private const string Html = "text/html";

    private TRequest request = null!;

    /// <summary>Declares what every page has in common.</summary>
    protected static Operation Declare(Operation operation, string id, string summary, string description) => operation
        .Named(id, "embed")
        .Describe(summary, $"{description} Errors are pages for browsers and problem documents for programs.")
        .ReturnsFile(Html, "The page.")
        .Problems(StatusCodes.Status404NotFound, StatusCodes.Status410Gone)
        .CacheUntilCatalogueChanges(perOrigin: true);

    /// <summary>The address of the page.</summary>
    protected abstract EmbedAddress AddressOf(TRequest req);

    /// <inheritdoc/>
    public sealed override void OnBeforeValidate(TRequest req) => request = req;

    /// <inheritdoc/>
    public sealed override Task<IResult> ExecuteAsync(TRequest req, CancellationToken ct) => pages.GetAsync(HttpContext, AddressOf(req), req);

    /// <inheritdoc/>
    protected sealed override IResult ResultOf(IResult problem) => pages.Instead(HttpContext, EmbedPages.FrameOf(HttpContext, request), problem);
}

/// <summary>GET /embed/routines/{slug}: the page of a routine.</summary>
internal sealed class GetRoutinePage(EmbedPages pages) : GetEmbedPage<RoutinePageRequest>(pages)
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => Declare(
        operation.Get("/embed/routines/{slug}"), "getRoutinePage", "A routine as a page to embed.",
        "The whole routine with pictures, warning signs and rules to stop at; it works without script, and on paper. `desk-break@7` pins a revision.").Redirects();

    /// <inheritdoc/>
    protected override EmbedAddress AddressOf(RoutinePageRequest req) => new(EmbedAddress.Routines, req.Slug);
}

/// <summary>GET /embed/exercises/{slug}: the page of an exercise.</summary>
internal sealed class GetExercisePage(EmbedPages pages) : GetEmbedPage<ExercisePageRequest>(pages)
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => Declare(
        operation.Get("/embed/exercises/{slug}"), "getExercisePage", "An exercise as a page to embed.",
        "How to do it, with pictures, warning signs and rules to stop at. `plank@7` pins a revision.").Redirects();

    /// <inheritdoc/>
    protected override EmbedAddress AddressOf(ExercisePageRequest req) => new(EmbedAddress.Exercises, req.Slug);
}

/// <summary>GET /embed/recommendations: the page of recommendations.</summary>
internal sealed class GetRecommendationPage(EmbedPages pages) : GetEmbedPage<RecommendationPageRequest>(pages)
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => Declare(
        operation.Get("/embed/recommendations"), "getRecommendationPage", "Recommendations as a page to embed.",
        "What the catalogue supports for chosen conditions, with the reasons and with what was left out. It takes no reported warning signs: those do not belong in addresses.")
        .Problems(StatusCodes.Status422UnprocessableEntity);

    /// <inheritdoc/>
    protected override EmbedAddress AddressOf(RecommendationPageRequest req) => EmbedAddress.Recommendations;
}
