using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Caching;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Drawing.MuscleMaps;
using UpperBack.Store.Reading;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.MuscleMaps;

/// <summary>GET /v1/muscles/map.svg: the body with its muscles, and the chosen ones highlighted.</summary>
internal static class DrawMuscleMap
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead("/v1/muscles/map.svg", Handle)
        .ServesMap()
        .KeepsAnswers()
        .WithName("drawMuscleMap")
        .WithSummary("The muscles on a drawing of the body.")
        .WithDescription("An SVG of the body from head to hips with the muscles of the catalogue, those highlighted that you choose. Effects differ in colour and in pattern (strengthens: filled, lengthens: striped, activates: dotted, none given: a grid), roles in how strong the filling is; a dashed outline means that the muscle lies deep. A group is shown by what belongs to it.")
        .WithMetadata(new OperationDescription(operation => operation.Parameters = [Highlight(), .. MuscleMapParameters.All()]));

    private static OpenApiParameter Highlight()
    {
        var highlight = Parameter(HighlightReader.Parameter,
            $"The muscles to highlight, by slug or by what people call them in any language of the catalogue. A role, an effect or both may follow a muscle behind colons, in any order: {string.Join(", ", HighlightReader.Words.Select(word => $"`{word}`"))}. A muscle may stand once for each effect.",
            ListOf(Text()));
        highlight.Example = "lower-trapezius:primary:strengthens,pectoralis-major:secondary:lengthens";
        return highlight;
    }

    private static async Task<IResult> Handle(HttpContext context, RecommendationCatalogueCache published)
    {
        var reader = new QueryReader(context.Request.Query);
        var map = MuscleMapParameters.Read(reader, context);
        var snapshot = await published.InAsync(map.Language, context.RequestAborted);
        map = map with { Highlights = HighlightReader.Read(reader, snapshot.Names) };
        return reader.Faults.Count > 0
            ? Problems.BadParameters(reader.Faults)
            : context.Picture(MuscleMapDrawing.Draw(map, snapshot.Catalogue), map.Language, "muscles");
    }
}
