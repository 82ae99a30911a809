using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Api.Recommendations;

/// <summary>The parameters of recommendations that may stand in an address that is passed on: all but warning signs.</summary>
internal class ShareableRecommendationRequest
{
    /// <summary>The conditions, by slug or by what people call them in any language of the catalogue. A name such as `disc issues` may stand for several: then all of them are meant.</summary>
    /// <example>poor-posture,trapezius-tension</example>
    [RequiredParameter("what to look up exercises for")]
    public IReadOnlyList<string> Condition { get; set; } = [];

    /// <summary>The equipment at hand; `none` for nothing. Exercises that need anything else are left out.</summary>
    public IReadOnlyList<string>? AvailableEquipment { get; set; }

    /// <summary>The highest level to suggest.</summary>
    public Level? Level { get; set; }

    /// <summary>Positions that are possible; exercises of which no source tells the position are left out then.</summary>
    public IReadOnlyList<Position>? Position { get; set; }

    /// <summary>Minutes that the routine may take. The list of exercises does not depend on it.</summary>
    [Range(RecommendationLimits.LeastMinutes, RecommendationLimits.MostMinutes)]
    public int? Minutes { get; set; }

    /// <summary>Exercises to leave out, by slug or name.</summary>
    public IReadOnlyList<string>? Exclude { get; set; }

    /// <summary>How many exercises at most.</summary>
    [Range(1, RecommendationLimits.MostItems), DefaultValue(RecommendationRequest.DefaultLimit)]
    public int? Limit { get; set; }

    /// <summary>The language of the response; Accept-Language decides when absent. Documents without a current translation come in English, and each says which language it is in.</summary>
    public Language Locale { get; set; }

    /// <summary>The question, without warning signs.</summary>
    public virtual RecommendationQuestion ToQuestion() => new()
    {
        Conditions = Condition,
        AvailableEquipment = AvailableEquipment,
        Level = Level,
        Positions = Position,
        Minutes = Minutes,
        Exclude = Exclude,
        Limit = Limit,
    };
}

/// <summary>The parameters of recommendations.</summary>
internal sealed class GetRecommendationsRequest : ShareableRecommendationRequest
{
    /// <summary>Warning signs that were answered with yes. Rather send them by POST, so that they stay out of addresses.</summary>
    public IReadOnlyList<string>? RedFlag { get; set; }

    /// <inheritdoc/>
    public override RecommendationQuestion ToQuestion() => base.ToQuestion() with { RedFlags = RedFlag };
}

/// <summary>The parameters of an explanation.</summary>
internal sealed class ExplainRecommendationRequest
{
    /// <summary>One condition, by slug or by what people call it.</summary>
    /// <example>poor-posture</example>
    [RequiredParameter("which condition")]
    public string? Condition { get; set; }

    /// <summary>One exercise, by slug or by what people call it.</summary>
    /// <example>push-up</example>
    [RequiredParameter("which exercise")]
    public string? Exercise { get; set; }

    /// <summary>The language of the response; Accept-Language decides when absent. Documents without a current translation come in English, and each says which language it is in.</summary>
    public Language Locale { get; set; }
}
