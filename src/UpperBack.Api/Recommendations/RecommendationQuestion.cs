using System.ComponentModel.DataAnnotations;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Api.Recommendations;

/// <summary>A question for exercises. Nothing of it is stored or logged.</summary>
public sealed record RecommendationQuestion
{
    /// <summary>The conditions, by slug or by what people call them in any language of the catalogue; at least one. A name such as "disc issues" may stand for several: then all of them are meant.</summary>
    /// <example>["slipped disc","poor-posture"]</example>
    [MinLength(1)]
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>The equipment at hand, by slug or name. An empty list for nothing at hand; leave it out when it does not matter.</summary>
    /// <example>["chair","wall"]</example>
    public IReadOnlyList<string>? AvailableEquipment { get; init; }

    /// <summary>The highest level to suggest. Leave it out when it does not matter.</summary>
    public Level? Level { get; init; }

    /// <summary>Positions that are possible; exercises of which no source tells the position are left out then. Leave it out when it does not matter.</summary>
    public IReadOnlyList<Position>? Positions { get; init; }

    /// <summary>Minutes that the routine may take, 1 to 600. Leave it out when it does not matter. The list of exercises does not depend on it.</summary>
    /// <example>10</example>
    [Range(RecommendationLimits.LeastMinutes, RecommendationLimits.MostMinutes)]
    public int? Minutes { get; init; }

    /// <summary>Exercises to leave out, by slug or name.</summary>
    /// <example>["push-up"]</example>
    public IReadOnlyList<string>? Exclude { get; init; }

    /// <summary>Warning signs that were answered with yes, by slug or name. One that stops exercise turns the answer into a referral.</summary>
    /// <example>["between-shoulders"]</example>
    public IReadOnlyList<string>? RedFlags { get; init; }

    /// <summary>How many exercises at most, 1 to 100; 20 when it is left out.</summary>
    /// <example>5</example>
    [Range(1, RecommendationLimits.MostItems)]
    public int? Limit { get; init; }

    /// <summary>The language to answer in; the Accept-Language header decides when it is left out.</summary>
    /// <example>de</example>
    public string? Locale { get; init; }
}

/// <summary>The bounds of a question.</summary>
internal static class RecommendationLimits
{
    public const int LeastMinutes = 1;
    public const int MostMinutes = 600;
    public const int MostItems = 100;
    public const int MostNames = 100;
    public const int BodyBytes = 64 * 1024;
}
