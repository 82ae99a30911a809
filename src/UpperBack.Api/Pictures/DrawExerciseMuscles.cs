using UpperBack.Api.Documents;
using UpperBack.Content.Documents;
using UpperBack.Drawing.MuscleMaps;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Pictures;

/// <summary>GET /v1/exercises/{slug}/muscles.svg: the muscles that an exercise works on.</summary>
internal sealed class DrawExerciseMuscles(DocumentLookup lookup, RecommendationCatalogueCache published) : ApiEndpoint<DrawExerciseMusclesRequest>
{
    private const string File = "/muscles.svg";

    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Get($"/v1/exercises/{{slug}}{File}")
        .Named("drawExerciseMuscles", "pictures")
        .Describe(
            "The muscles of one exercise on a drawing of the body.",
            "The muscle map with the `targets` of the exercise highlighted. What people call the exercise works too: it answers 308 with the place of its map. A slug with a revision behind it, such as `plank@7`, shows the targets of that revision on the body as it is drawn today.")
        .ReturnsFile(SvgResults.MediaType, DrawMuscleMap.Contents)
        .Redirects()
        .ShowsMoreWith(Scope.ReadDrafts)
        .Problems(StatusCodes.Status404NotFound, StatusCodes.Status410Gone)
        .CacheUntilCatalogueChanges();

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(DrawExerciseMusclesRequest req, CancellationToken ct)
    {
        var (found, instead) = await lookup.FindAsync<Exercise>(HttpContext, req.Slug, req.Locale, File);
        if (found is not { Document: var exercise })
            return instead!;
        var snapshot = await published.InAsync(req.Locale, ct);
        var map = req.ToMap() with
        {
            Subject = exercise.Name,
            Highlights = [.. exercise.Targets.OrderBy(target => target.Role).Select(target => new MuscleHighlight(target.Muscle, target.Role, target.Effect))],
        };
        // A pinned revision is immutable; the body that it is shown on is not.
        var dependencies = new CacheDependencies(["exercises", "muscles"], $"exercises/{exercise.Slug}");
        return HttpContext.Svg(MuscleMapDrawing.Draw(map, snapshot.Catalogue), map.Language, dependencies, found.Lifetime);
    }
}
