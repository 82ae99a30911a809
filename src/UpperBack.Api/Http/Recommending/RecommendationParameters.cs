using Microsoft.OpenApi;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Http.Recommending;

/// <summary>The query parameters of recommendations as the OpenAPI document has them.</summary>
internal static class RecommendationParameters
{
    private const string RedFlag = "redFlag";

    /// <summary>Those that may stand in an address that is handed on.</summary>
    public static IEnumerable<IOpenApiParameter> Shareable() => All().Where(parameter => parameter.Name != RedFlag);

    /// <summary>All of them.</summary>
    public static IEnumerable<IOpenApiParameter> All()
    {
        var condition = Parameter("condition", "The conditions, by slug or by what people call them in any language of the catalogue. A name such as `disc issues` may stand for several: then all of them are meant.", ListOf(Text()));
        condition.Required = true;
        condition.Example = "poor-posture,trapezius-tension";
        return
        [
            condition,
            Parameter("availableEquipment", "The equipment at hand; `none` for nothing. Exercises that need anything else are left out.", ListOf(Text())),
            Parameter("level", "The highest level to suggest.", Choice(Enum.GetNames<Level>().Select(DocumentJson.NameOf))),
            Parameter("position", "Positions that are possible; exercises of which no source tells the position are left out then.", ListOf(Choice(Enum.GetNames<Position>().Select(DocumentJson.NameOf)))),
            Parameter("minutes", "Minutes that the routine may take. The list of exercises does not depend on it.", Number(RecommendationLimits.LeastMinutes, RecommendationLimits.MostMinutes)),
            Parameter("exclude", "Exercises to leave out, by slug or name.", ListOf(Text())),
            Parameter(RedFlag, "Warning signs that were answered with yes. Rather send them by POST, so that they stay out of addresses.", ListOf(Text())),
            Parameter("limit", "How many exercises at most.", Number(1, RecommendationLimits.MostItems, RecommendationRequest.DefaultLimit)),
            Locale(),
        ];
    }
}
