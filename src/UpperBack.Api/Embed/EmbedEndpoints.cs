using Microsoft.OpenApi;
using UpperBack.Api.Embed.Contents;
using UpperBack.Api.Embed.OEmbed;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Caching;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Api.Http.Recommending;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Embed;

/// <summary>Pages to embed: GET /embed/…, and GET /oembed, which describes them.</summary>
internal static class EmbedEndpoints
{
    private const string Html = "text/html";
    private const string Tag = "embed";

    /// <summary>Registers the services of the pages.</summary>
    /// <exception cref="SettingException">A setting is invalid.</exception>
    public static void AddEmbedding(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(EmbedSettings.Of(builder.Configuration));
        builder.Services.AddSingleton<PageModelLoader>();
        builder.Services.AddSingleton<EmbedPages>();
    }

    /// <summary>Maps the pages, their files, and oEmbed.</summary>
    public static void MapEmbedding(this IEndpointRouteBuilder routes)
    {
        Describe(
            routes.MapRead("/embed/routines/{slug}", (string slug, HttpContext context, EmbedPages pages) => pages.AnswerAsync(context, new(EmbedAddress.Routines, slug))),
            "getRoutinePage", "A routine as a page to embed.", "The whole routine with pictures, warning signs and rules to stop at; it works without script, and on paper. `desk-break@7` pins a revision.", () => [Slug("desk-break"), .. Looks()])
            .Produces(StatusCodes.Status308PermanentRedirect);
        Describe(
            routes.MapRead("/embed/exercises/{slug}", (string slug, HttpContext context, EmbedPages pages) => pages.AnswerAsync(context, new(EmbedAddress.Exercises, slug))),
            "getExercisePage", "An exercise as a page to embed.", "How to do it, with pictures, warning signs and rules to stop at. `plank@7` pins a revision.", () => [Slug("plank"), .. Looks()])
            .Produces(StatusCodes.Status308PermanentRedirect);
        Describe(
            routes.MapRead("/embed/recommendations", (HttpContext context, EmbedPages pages) => pages.AnswerAsync(context, EmbedAddress.Recommendations)),
            "getRecommendationPage", "Recommendations as a page to embed.", "What the catalogue supports for chosen conditions, with the reasons and with what was left out. It takes no reported warning signs: those do not belong in addresses.",
            () => [.. RecommendationParameters.Shareable(), .. Looks().Where(parameter => parameter.Name != Locales.Parameter)])
            .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, "application/problem+json");
        EmbedAssets.Map(routes);
        DescribeEmbedding.Map(routes);
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder page, string name, string summary, string description, Func<IEnumerable<IOpenApiParameter>> parameters) => page
        .Serves(Html)
        .KeepsAnswersForEachOrigin()
        .WithName(name)
        .WithTags(Tag)
        .WithSummary(summary)
        .WithDescription($"{description} Errors are pages for browsers and problem documents for programs.")
        .WithMetadata(new OperationDescription(operation => operation.Parameters = [.. parameters()]))
        .Produces<string>(StatusCodes.Status200OK, Html)
        .Produces(StatusCodes.Status304NotModified)
        .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status410Gone, "application/problem+json");

    private static OpenApiParameter Slug(string example) => InPath("slug", "Slug of the document; `@` and the number of a revision pin it.", Text(), example);

    private static IEnumerable<IOpenApiParameter> Looks() =>
    [
        Themes.Described("The pictures follow."),
        Parameter(Look.AccentParameter, "The one colour, as six hexadecimal digits. It is mixed with black or white as far as it takes to be readable.", new() { Type = JsonSchemaType.String, Pattern = "^[0-9a-fA-F]{6}$" }),
        Locale(),
    ];
}
