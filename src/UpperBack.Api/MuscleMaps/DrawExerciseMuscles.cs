using System.Text.Json;
using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Api.Http.Caching;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Content.MuscleMaps;
using UpperBack.Store.Reading;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.MuscleMaps;

/// <summary>GET /v1/exercises/{slug}/muscles.svg: the muscles that an exercise works on.</summary>
internal static class DrawExerciseMuscles
{
    private const string Rest = "/muscles.svg";

    private static readonly Collection Exercises = CollectionRegistry.For(typeof(Exercise));

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead($"/v1/exercises/{{slug}}{Rest}", Handle)
        .ServesMap()
        .KeepsAnswers()
        .WithName("drawExerciseMuscles")
        .WithSummary("The muscles of one exercise on a drawing of the body.")
        .WithDescription("The muscle map with the `targets` of the exercise highlighted. What people call the exercise works too: it answers 308 with the place of its map. A slug with a revision behind it, such as `plank@7`, shows the targets of that revision on the body as it is drawn today.")
        .WithMetadata(new OperationDescription(operation => operation.Parameters = [Slug(), .. MuscleMapParameters.All()]))
        .Produces(StatusCodes.Status308PermanentRedirect)
        .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status410Gone, "application/problem+json");

    private static OpenApiParameter Slug()
    {
        var slug = Parameter("slug", "Slug of the exercise; `@` and the number of a revision pin it.", Text());
        (slug.In, slug.Required, slug.Example) = (ParameterLocation.Path, true, "plank");
        return slug;
    }

    private static async Task<IResult> Handle(string slug, HttpContext context, DocumentStore store, DocumentHistory history, PublishedCatalogue published)
    {
        var reader = new QueryReader(context.Request.Query);
        var map = MuscleMapParameters.Read(reader, context);
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);
        if (RevisionAddress.IsPinned(slug))
            return await Pinned(RevisionAddress.Pinned(Exercises, slug), map, context, history, published);
        var found = await store.FindAsync(Exercises, slug, map.Language, context.RequestAborted);
        if (found.RetiredAt is { } retiredAt)
            return Problems.Retired(Exercises.Name, slug, found.ReplacedBy, retiredAt, found.RetirementReason);
        return found.Body is { } body
            ? await Draw(slug, body, map, context, published, Keeping.Shortly)
            : await Missing.Document(context, store, Exercises, slug, Rest);
    }

    private static async Task<IResult> Pinned(RevisionAddress address, MuscleMap map, HttpContext context, DocumentHistory history, PublishedCatalogue published)
    {
        context.DependsOnKey();
        var found = address.Number is { } number
            ? await history.FindAsync(Exercises, address.Slug, [number], context.May(Scopes.ReadDrafts), context.RequestAborted)
            : [];
        if (found is not [var revision])
            return await Missing.Revision(context, address, $"@{Uri.EscapeDataString(address.Revision)}{Rest}");
        if (revision.Body is not { } body)
            return Problems.Retired(Exercises.Name, address.Slug, revision.ReplacedBy, revision.PublishedAt, revision.Comment);
        body = await history.TranslateAsync(Exercises, address.Slug, body, map.Language, context.RequestAborted) ?? body;
        // The revision stays as it is; the body that it is shown on may be drawn anew.
        return await Draw(address.Slug, body, map, context, published, revision.PublishedAt is null ? Keeping.Never : Keeping.Shortly);
    }

    private static async Task<IResult> Draw(string slug, byte[] body, MuscleMap map, HttpContext context, PublishedCatalogue published, Keeping keeping)
    {
        var exercise = JsonSerializer.Deserialize<PicturedExercise>(body, DocumentJson.Compact)!;
        var snapshot = await published.InAsync(map.Language, context.RequestAborted);
        map = map with
        {
            Subject = exercise.Name,
            Highlights = [.. exercise.Targets.OrderBy(target => target.Role).Select(target => new MuscleHighlight(target.Muscle, target.Role, target.Effect))],
        };
        return context.Picture(MuscleMapDrawing.Draw(map, snapshot.Catalogue), map.Language, $"{Exercises.Name} {Exercises.Name}/{slug} muscles", keeping);
    }

    // What a map needs of an exercise. A revision of the past may lack what was added since.
    private sealed record PicturedExercise(string Name, IReadOnlyList<Target> Targets);
}
