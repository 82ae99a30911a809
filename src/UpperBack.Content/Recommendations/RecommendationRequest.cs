using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>What recommendations are asked for. Slugs only: what people call things has been looked up before. Neither order nor repetition matters.</summary>
public sealed record RecommendationRequest
{
    /// <summary>How many exercises are suggested unless the caller says otherwise.</summary>
    public const int DefaultLimit = 20;

    /// <summary>Slugs of the conditions that the caller chose; at least one.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>Slugs of the equipment at hand. Empty for none at all, null when it does not matter.</summary>
    public IReadOnlyList<string>? AvailableEquipment { get; init; }

    /// <summary>The highest level to suggest. Null when it does not matter.</summary>
    public Level? Level { get; init; }

    /// <summary>Positions that are possible. Empty when it does not matter.</summary>
    public IReadOnlyList<Position> Positions { get; init; } = [];

    /// <summary>Minutes that the routine may take. Null when it does not matter.</summary>
    public int? Minutes { get; init; }

    /// <summary>Slugs of exercises to leave out.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Slugs of the warning signs that were answered with yes.</summary>
    public IReadOnlyList<string> RedFlags { get; init; } = [];

    /// <summary>How many exercises to suggest at most.</summary>
    public int Limit { get; init; } = DefaultLimit;
}
