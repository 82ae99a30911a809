using UpperBack.Api.Http;
using UpperBack.Api.Http.Caching;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Content.Documents;
using UpperBack.Drawing.MuscleMaps;
using UpperBack.Store.Reading;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.MuscleMaps;

/// <summary>GET /v1/exercises/{slug}/muscles.svg: the muscles that an exercise works on.</summary>
internal static class DrawExerciseMuscles
{
    private const string Rest = "/muscles.svg";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead($"/v1/exercises/{{slug}}{Rest}", Handle)
        .ServesMap()
        .KeepsAnswers()
        .WithName("drawExerciseMuscles")
        .WithSummary("The muscles of one exercise on a drawing of the body.")
        .WithDescription("The muscle map with the `targets` of the exercise highlighted. What people call the exercise works too: it answers 308 with the place of its map. A slug with a revision behind it, such as `plank@7`, shows the targets of that revision on the body as it is drawn today.")
        .WithMetadata(new OperationDescription(operation => operation.Parameters =
            [InPath("slug", "Slug of the exercise; `@` and the number of a revision pin it.", Text(), "plank"), .. MuscleMapParameters.All()]))
        .Produces(StatusCodes.Status308PermanentRedirect)
        .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status410Gone, "application/problem+json");

    private static async Task<IResult> Handle(string slug, HttpContext context, RecommendationCatalogueCache published)
    {
        var reader = new QueryReader(context.Request.Query);
        var map = MuscleMapParameters.Read(reader, context);
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);
        var (opened, instead) = await OpenedDocument<Exercise>.OpenAsync(context, slug, map.Language, Rest);
        if (opened is not { Document: var exercise })
            return instead!;
        var snapshot = await published.InAsync(map.Language, context.RequestAborted);
        map = map with
        {
            Subject = exercise.Name,
            Highlights = [.. exercise.Targets.OrderBy(target => target.Role).Select(target => new MuscleHighlight(target.Muscle, target.Role, target.Effect))],
        };
        // A pinned revision stays as it is; the body that it is shown on may be drawn anew.
        return context.Picture(MuscleMapDrawing.Draw(map, snapshot.Catalogue), map.Language, $"exercises exercises/{exercise.Slug} muscles", opened.Keeping);
    }
}
