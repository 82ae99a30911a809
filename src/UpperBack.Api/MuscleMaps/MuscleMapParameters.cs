using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Content.Documents;
using UpperBack.Drawing.MuscleMaps;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.MuscleMaps;

/// <summary>What all muscle maps have in common: parameters, and how they describe themselves.</summary>
internal static class MuscleMapParameters
{
    private const string View = "view";
    private const string Legend = "legend";

    /// <summary>How a map is to look; faults are collected in the reader.</summary>
    public static MuscleMap Read(QueryReader reader, HttpContext context) => new(Locales.Choose(reader, context))
    {
        View = reader.Choice<BodyView>(View),
        Theme = Themes.Of(reader),
        HasLegend = reader.Flag(Legend) ?? true,
    };

    /// <summary>The parameters as the OpenAPI document has them.</summary>
    public static IEnumerable<IOpenApiParameter> All()
    {
        return
        [
            Parameter(View, "The side that the body is seen from; both, next to each other, when absent.", Choice(Enum.GetNames<BodyView>().Select(DocumentJson.NameOf))),
            Parameter(Legend, "Whether to draw the legend, the numbers that lead to it, and what the views are called. Without it the map suits a small place beside a list of the muscles; the description says it all in any case.", new() { Type = JsonSchemaType.Boolean, Default = true }),
            Themes.Described("Where the SVG stands in a page, the custom properties `--upperback-paper`, `-ink`, `-soft`, `-body`, `-muscle`, `-line`, `-contour`, `-strengthens`, `-lengthens`, `-activates` and `-highlight` change single ones."),
            Parameter(Locales.Parameter, "The language of title, description and legend; Accept-Language decides when absent.", Choice(Locales.Codes)),
        ];
    }

    /// <summary>Describes an endpoint that answers with a map.</summary>
    public static RouteHandlerBuilder ServesMap(this RouteHandlerBuilder endpoint) => endpoint
        .Serves(Pictures.MediaType)
        .WithTags("pictures")
        .Produces(StatusCodes.Status304NotModified)
        .WithMetadata(new OperationDescription(operation => operation.Responses!["200"] = new OpenApiResponse
        {
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                [Pictures.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "An SVG document with a title, a description and a legend, and without script." } },
            },
        }));
}
