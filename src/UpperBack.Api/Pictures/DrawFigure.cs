using System.Globalization;
using UpperBack.Api.Documents;
using UpperBack.Content.Documents;
using UpperBack.Drawing.Figures;

namespace UpperBack.Api.Pictures;

/// <summary>GET /v1/exercises/{slug}/figure.svg: how an exercise looks, drawn from its document.</summary>
internal sealed class DrawFigure(DocumentLookup lookup) : ApiEndpoint<DrawFigureRequest>
{
    private const string File = "/figure.svg";

    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Get($"/v1/exercises/{{slug}}{File}")
        .Named("drawExerciseFigure", "pictures")
        .Describe(
            "How an exercise looks: a moving line figure as SVG.",
            "Drawn by this service from `figure` in the document, and yours to use under the licence of the content. It moves between the key poses at the exercise's own tempo (a hold is shown for five seconds at most), and shows them side by side to readers who prefer reduced motion. 404 with the code `no-figure` where nobody has drawn one yet.")
        .ReturnsFile(SvgResults.MediaType, "An SVG document with a title and a description, and without script.")
        .Redirects()
        .ShowsMoreWith(Scope.ReadDrafts)
        .Problems(StatusCodes.Status404NotFound, StatusCodes.Status410Gone)
        .CacheUntilCatalogueChanges();

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(DrawFigureRequest req, CancellationToken ct)
    {
        var (found, instead) = await lookup.FindAsync<Exercise>(HttpContext, req.Slug, req.Locale, File);
        if (found is not { Document: var exercise })
            return instead!;
        if (req.Pose?.Number is { } number && number > exercise.Figure?.Poses.Count)
            return ProblemResults.BadParameters([ProblemFault.InvalidValue("pose", number.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"a number from 1 to {exercise.Figure.Poses.Count}, or {Pose.All}"))]);
        return FigureDrawing.Draw(exercise, new(req.Theme, req.Pose?.Number, Still: req.Pose is { Number: null })) is { } picture
            ? HttpContext.Svg(picture, exercise.Language, CacheDependencies.Of("exercises", exercise.Slug), found.Lifetime)
            : ProblemResults.NoFigure(exercise.Slug);
    }
}
