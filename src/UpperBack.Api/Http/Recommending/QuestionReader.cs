using System.Globalization;
using UpperBack.Content;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Http.Recommending;

/// <summary>Reads a question off a query string or a body.</summary>
internal static class QuestionReader
{
    /// <summary>The question in a query string but for reported warning signs, which not every address takes; faults are collected in the reader.</summary>
    public static RecommendationQuestion FromQuery(QueryReader reader)
    {
        var conditions = reader.List("condition");
        if (!reader.Has("condition"))
            reader.Add(ProblemFault.MissingParameter("condition", "what to look up exercises for"));
        return new()
        {
            Conditions = conditions ?? [],
            AvailableEquipment = reader.List("availableEquipment"),
            Level = reader.Choice<Level>("level"),
            Positions = reader.Choices<Position>("position"),
            Minutes = reader.Number("minutes", RecommendationLimits.LeastMinutes, RecommendationLimits.MostMinutes),
            Exclude = reader.List("exclude"),
            Limit = reader.Number("limit", 1, RecommendationLimits.MostItems),
        };
    }

    /// <summary>The question in a body, or what is wrong with the body.</summary>
    public static Task<(RecommendationQuestion? Question, IResult? Problem)> FromBodyAsync(HttpContext context) =>
        JsonBody.ReadAsync<RecommendationQuestion>(context, """{"conditions": ["poor-posture"]}""", question => [.. TooMany(question), .. UnknownLocale(question)]);

    private static IEnumerable<Fault> TooMany(RecommendationQuestion question) =>
        from list in new (string Member, int? Count)[]
        {
            ("conditions", question.Conditions.Count), ("availableEquipment", question.AvailableEquipment?.Count), ("positions", question.Positions?.Count),
            ("exclude", question.Exclude?.Count), ("redFlags", question.RedFlags?.Count),
        }
        where list.Count > RecommendationLimits.MostNames
        select new Fault($"/{list.Member}", "too-many", string.Create(CultureInfo.InvariantCulture, $"\"{list.Member}\" has {list.Count} values; at most {RecommendationLimits.MostNames} are read."));

    private static IEnumerable<Fault> UnknownLocale(RecommendationQuestion question) =>
        question.Locale is { } locale && Locales.Parse(locale) is null
            ? [new("/locale", "unknown-value", $"This is none of {string.Join(", ", Locales.Codes)}.", Nearest.To(locale, Locales.Codes))]
            : [];
}
