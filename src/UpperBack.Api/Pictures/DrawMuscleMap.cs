using UpperBack.Drawing.MuscleMaps;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Pictures;

/// <summary>GET /v1/muscles/map.svg: the body with its muscles, and the chosen ones highlighted.</summary>
internal sealed class DrawMuscleMap(RecommendationCatalogueCache published) : ApiEndpoint<DrawMuscleMapRequest>
{
    /// <summary>What is in a muscle map, for API users.</summary>
    public const string Contents = "An SVG document with a title, a description and a legend, and without script.";

    private static readonly CacheDependencies Dependencies = new(["muscles"]);

    private RecommendationCatalogue snapshot = null!;
    private IReadOnlyList<MuscleHighlight> highlights = [];

    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Get("/v1/muscles/map.svg")
        .Named("drawMuscleMap", "pictures")
        .Describe(
            "The muscles on a drawing of the body.",
            "An SVG of the body from head to hips with the muscles of the catalogue, those highlighted that you choose. Effects differ in colour and in pattern (strengthens: filled, lengthens: striped, activates: dotted, none given: a grid), roles in how strong the filling is; a dashed outline means that the muscle lies deep. A group is shown by what belongs to it.")
        .ReturnsFile(SvgResults.MediaType, Contents)
        .CacheUntilCatalogueChanges();

    /// <inheritdoc/>
    public override async Task OnBeforeValidateAsync(DrawMuscleMapRequest req, CancellationToken ct)
    {
        snapshot = await published.InAsync(req.Locale, ct);
        (highlights, var faults) = Highlights.Parse(req.Highlight ?? [], snapshot.Names);
        AddFaults(faults);
    }

    /// <inheritdoc/>
    public override Task<IResult> ExecuteAsync(DrawMuscleMapRequest req, CancellationToken ct)
    {
        var map = req.ToMap() with { Highlights = highlights };
        return Task.FromResult(HttpContext.Svg(MuscleMapDrawing.Draw(map, snapshot.Catalogue), map.Language, Dependencies));
    }
}
