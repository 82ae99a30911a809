using UpperBack.Api.Recommendations;
using UpperBack.Content;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Api.Embed.Contents;

/// <summary>The content of a page.</summary>
public abstract record PageModel
{
    /// <summary>The surroundings: texts, appearance, base URL.</summary>
    public required PageFrame Frame { get; init; }

    /// <summary>The path of the page.</summary>
    public required EmbedAddress Address { get; init; }

    /// <summary>The query with its question mark; empty when there is none.</summary>
    public required string Query { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The catalogue that names are looked up in.</summary>
    public required Catalogue Catalogue { get; init; }

    /// <summary>The warning signs to ask about first, most urgent first.</summary>
    public required IReadOnlyList<RedFlag> Signs { get; init; }

    /// <summary>The exercises in order.</summary>
    public required IReadOnlyList<Part> Parts { get; init; }

    /// <summary>The cited publications, each once.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>Whether any text is machine-translated.</summary>
    public required bool IsMachineTranslated { get; init; }

    /// <summary>The documents that the page describes, for its linked data.</summary>
    public abstract IEnumerable<Document> Subjects { get; }

    /// <summary>What the page is made of.</summary>
    internal abstract CacheDependencies Dependencies { get; }

    /// <summary>The stop rules of all exercises, each once.</summary>
    public IReadOnlyList<string> StopRules => [.. Parts.SelectMany(part => part.Exercise.StopRules).Select(rule => rule.Text).Distinct()];

    /// <summary>The address of the page on this service.</summary>
    public string Url => $"{Frame.BaseUrl}{Address.Path}{Query}";

    /// <summary>The oEmbed address of the page.</summary>
    public string OEmbedUrl => $"{Frame.BaseUrl}/oembed?url={Uri.EscapeDataString(Url)}&format=json";

    /// <summary>The equipment of all exercises by name, required equipment first.</summary>
    public IReadOnlyList<(string Name, bool IsRequired)> Equipment => EquipmentOf(Parts);

    /// <summary>The equipment of these exercises by name, required equipment first.</summary>
    public IReadOnlyList<(string Name, bool IsRequired)> EquipmentOf(IEnumerable<Part> parts) =>
    [
        .. parts.SelectMany(part => part.Exercise.Equipment).GroupBy(equipment => equipment.Equipment)
            .Select(same => (Name: Catalogue.NameOf("equipment", same.Key), IsRequired: same.Any(equipment => equipment.Required)))
            .OrderByDescending(equipment => equipment.IsRequired),
    ];
}

/// <summary>An exercise on a page.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Dosage">The dosage on this page. Null when unknown.</param>
public sealed record Part(Exercise Exercise, Dosage? Dosage)
{
    /// <summary>Seconds of rest afterwards. Null when unspecified.</summary>
    public int? RestSeconds { get; init; }

    /// <summary>A remark about the exercise on this page.</summary>
    public string? Note { get; init; }

    /// <summary>The index in the follow-along mode, from 0. Null when it is not part of it.</summary>
    public int? Order { get; init; }

    /// <summary>The recommendation that it comes from. Null on other pages.</summary>
    public RecommendedExercise? Suggestion { get; init; }

    /// <summary>The cautions.</summary>
    public IReadOnlyList<Caution> Cautions => Suggestion?.Cautions ?? Exercise.Cautions;
}

/// <summary>The page of a routine.</summary>
public sealed record RoutinePageModel : PageModel
{
    private static readonly string[] Collections = ["routines", "exercises", "conditions", "muscles", "equipment", "red-flags", "sources"];

    /// <summary>The routine.</summary>
    public required Routine Routine { get; init; }

    /// <summary>The blocks in order.</summary>
    public required IReadOnlyList<(RoutinePhase Phase, IReadOnlyList<Part> Parts)> Blocks { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Document> Subjects => [Routine];

    /// <inheritdoc/>
    internal override CacheDependencies Dependencies => new(Collections, $"routines/{Routine.Slug}");
}

/// <summary>The page of an exercise.</summary>
public sealed record ExercisePageModel : PageModel
{
    private static readonly string[] Collections = ["exercises", "conditions", "muscles", "equipment", "red-flags", "sources"];

    /// <summary>The exercise.</summary>
    public Part Part => Parts[0];

    /// <inheritdoc/>
    public override IEnumerable<Document> Subjects => [Part.Exercise];

    /// <inheritdoc/>
    internal override CacheDependencies Dependencies => new(Collections, $"exercises/{Part.Exercise.Slug}");
}

/// <summary>The page of a recommendation.</summary>
public sealed record RecommendationPageModel : PageModel
{
    /// <summary>The recommendation.</summary>
    public required Recommendation Recommendation { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Document> Subjects => Recommendation.Conditions.Select(condition => Catalogue.Find<Condition>(condition.Slug)).OfType<Condition>();

    /// <inheritdoc/>
    internal override CacheDependencies Dependencies => RecommendationResults.Dependencies;
}
