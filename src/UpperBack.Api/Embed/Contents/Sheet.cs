using UpperBack.Content;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Api.Embed.Contents;

/// <summary>What a page shows.</summary>
public abstract record Sheet
{
    /// <summary>What stands around it.</summary>
    public required PageFrame Frame { get; init; }

    /// <summary>What it is about.</summary>
    public required EmbedAddress Address { get; init; }

    /// <summary>Its query, with a question mark; empty when there is none.</summary>
    public required string Query { get; init; }

    /// <summary>Its heading.</summary>
    public required string Title { get; init; }

    /// <summary>Where the names of what it mentions are looked up.</summary>
    public required Catalogue Catalogue { get; init; }

    /// <summary>The warning signs to ask about first, most urgent first.</summary>
    public required IReadOnlyList<RedFlag> Signs { get; init; }

    /// <summary>The exercises that it shows, in order.</summary>
    public required IReadOnlyList<Part> Parts { get; init; }

    /// <summary>The publications that it names, each once.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>Whether a machine has translated any of it.</summary>
    public required bool IsMachineTranslated { get; init; }

    /// <summary>The documents that it is about, for programs that read the page.</summary>
    public abstract IEnumerable<Document> Subjects { get; }

    /// <summary>The collections that it is made of, and its document, as the names under which caches may be told to forget it.</summary>
    public abstract string SurrogateKeys { get; }

    /// <summary>The rules of all exercises to stop at, each once.</summary>
    public IReadOnlyList<string> StopRules => [.. Parts.SelectMany(part => part.Exercise.StopRules).Select(rule => rule.Text).Distinct()];

    /// <summary>The address of the page on this service.</summary>
    public string Url => $"{Frame.Origin}{Address.Path}{Query}";

    /// <summary>The address at which programs ask how to embed the page.</summary>
    public string OEmbedUrl => $"{Frame.Origin}/oembed?url={Uri.EscapeDataString(Url)}&format=json";

    /// <summary>What is needed for all of it, by name; what is only useful is marked.</summary>
    public IReadOnlyList<(string Name, bool IsRequired)> Equipment => EquipmentOf(Parts);

    /// <summary>What is needed for these exercises, by name; what is only useful is marked.</summary>
    public IReadOnlyList<(string Name, bool IsRequired)> EquipmentOf(IEnumerable<Part> parts) =>
    [
        .. parts.SelectMany(part => part.Exercise.Equipment).GroupBy(equipment => equipment.Equipment)
            .Select(same => (Name: Catalogue.NameOf("equipment", same.Key), IsRequired: same.Any(equipment => equipment.Required)))
            .OrderByDescending(equipment => equipment.IsRequired),
    ];
}

/// <summary>An exercise on a page.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Dosage">How much of it here. Null where nothing says.</param>
public sealed record Part(Exercise Exercise, Dosage? Dosage)
{
    /// <summary>Seconds of rest afterwards. Null for none in particular.</summary>
    public int? RestSeconds { get; init; }

    /// <summary>A remark for this place.</summary>
    public string? Note { get; init; }

    /// <summary>Its place among those that somebody follows along, from 0. Null when it is not among them.</summary>
    public int? Order { get; init; }

    /// <summary>Why it is suggested, where it was looked up.</summary>
    public RecommendedExercise? Suggestion { get; init; }

    /// <summary>What to mind here.</summary>
    public IReadOnlyList<Caution> Cautions => Suggestion?.Cautions ?? Exercise.Cautions;
}

/// <summary>The page of a routine.</summary>
public sealed record RoutineSheet : Sheet
{
    private const string MadeOf = "routines exercises conditions muscles equipment red-flags sources";

    /// <summary>The routine.</summary>
    public required Routine Routine { get; init; }

    /// <summary>Its parts in order.</summary>
    public required IReadOnlyList<(RoutinePhase Phase, IReadOnlyList<Part> Parts)> Blocks { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Document> Subjects => [Routine];

    /// <inheritdoc/>
    public override string SurrogateKeys => $"{MadeOf} routines/{Routine.Slug}";
}

/// <summary>The page of an exercise.</summary>
public sealed record ExerciseSheet : Sheet
{
    private const string MadeOf = "exercises conditions muscles equipment red-flags sources";

    /// <summary>The exercise.</summary>
    public Part Part => Parts[0];

    /// <inheritdoc/>
    public override IEnumerable<Document> Subjects => [Part.Exercise];

    /// <inheritdoc/>
    public override string SurrogateKeys => $"{MadeOf} exercises/{Part.Exercise.Slug}";
}

/// <summary>The page of what was looked up for conditions.</summary>
public sealed record RecommendationSheet : Sheet
{
    /// <summary>What was looked up.</summary>
    public required Recommendation Recommendation { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Document> Subjects => Recommendation.Conditions.Select(condition => Catalogue.Find<Condition>(condition.Slug)).OfType<Condition>();

    /// <inheritdoc/>
    public override string SurrogateKeys => "exercises conditions muscles structures techniques equipment red-flags sources";
}
