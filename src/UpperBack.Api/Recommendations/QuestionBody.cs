using System.Globalization;
using UpperBack.Content;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Recommendations;

/// <summary>Reads a question from the body of a request.</summary>
internal static class QuestionBody
{
    /// <summary>The question, or the problem of the body.</summary>
    public static Task<(RecommendationQuestion? Question, IResult? Problem)> ReadAsync(HttpContext context) =>
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
