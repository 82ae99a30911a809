using System.Globalization;
using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Caching;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Content.Documents;
using UpperBack.Drawing.Figures;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Figures;

/// <summary>GET /v1/exercises/{slug}/figure.svg: how an exercise looks, drawn from its document.</summary>
internal static class DrawFigure
{
    private const string Pose = "pose";
    private const string AllPoses = "all";
    private const string File = "/figure.svg";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead($"/v1/exercises/{{slug}}{File}", Handle)
        .Serves(Pictures.MediaType)
        .KeepsAnswers()
        .WithName("drawExerciseFigure")
        .WithTags("pictures")
        .WithSummary("How an exercise looks: a moving line figure as SVG.")
        .WithDescription("Drawn by this service from `figure` in the document, and yours to use under the licence of the content. It moves between the key poses at the exercise's own tempo (a hold is shown for five seconds at most), and shows them side by side to readers who prefer reduced motion. 404 with the code `no-figure` where nobody has drawn one yet.")
        .WithMetadata(new OperationDescription(Describe))
        .Produces<string>(StatusCodes.Status200OK, Pictures.MediaType)
        .Produces(StatusCodes.Status304NotModified)
        .Produces(StatusCodes.Status308PermanentRedirect)
        .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status410Gone, "application/problem+json");

    private static async Task<IResult> Handle(string slug, HttpContext context)
    {
        var reader = new QueryReader(context.Request.Query);
        var language = Locales.Choose(reader, context);
        var (theme, chosen) = (Themes.Of(reader), reader.Text(Pose));
        var pose = chosen is null or AllPoses ? null : NumberOf(chosen);
        if (chosen is not (null or AllPoses) && pose is null)
            reader.Add(ProblemFault.InvalidValue(Pose, chosen, $"the number of a pose, from 1, or {AllPoses}"));
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);

        var (opened, instead) = await OpenedDocument<Exercise>.OpenAsync(context, slug, language, File);
        if (opened is not { Document: var exercise })
            return instead!;
        if (pose > exercise.Figure?.Poses.Count)
            return Problems.BadParameters([ProblemFault.InvalidValue(Pose, chosen!, string.Create(CultureInfo.InvariantCulture, $"a number from 1 to {exercise.Figure.Poses.Count}, or {AllPoses}"))]);
        return FigureDrawing.Draw(exercise, new(theme, pose, Still: chosen is AllPoses)) is { } picture
            ? context.Picture(picture, exercise.Language, $"exercises exercises/{exercise.Slug}", opened.Keeping)
            : Problems.NoFigure(exercise.Slug);
    }

    private static int? NumberOf(string text) => QueryReader.TryNumber(text, out var number) && number > 0 ? number : null;

    private static void Describe(OpenApiOperation operation)
    {
        var slug = InPath("slug", "Slug of the exercise; `@` and the number of a revision pin it. What people call it answers 308.", Text(), "plank");
        var pose = Parameter(Pose, "A single pose by its number, from 1, or `all` of them side by side. When absent, the figure moves.", Text());
        pose.Example = AllPoses;
        operation.Parameters = [slug, pose, Themes.Described("Where the SVG stands in a page, the custom properties `--upperback-skin`, `-hair`, `-shirt`, `-blade`, `-trousers`, `-shoe`, `-ink`, `-metal`, `-anchor`, `-band`, `-arrow`, `-shadow`, `-side`, `-top`, `-number` and `-outline` change single ones."), Locale()];
    }
}
