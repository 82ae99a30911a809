using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>Decides what may not be suggested: for safety, whoever asks, and by the limits of the caller.</summary>
internal sealed class Screening(Catalogue catalogue, Phrases phrases)
{
    /// <summary>Why the exercise is unsafe with one of the conditions, or null.</summary>
    public ExcludedExercise? Unsafe(Exercise exercise, IReadOnlyList<Condition> conditions) =>
        Avoided(exercise, conditions) ?? LoadsTight(exercise, conditions);

    /// <summary>Why the exercise is outside what the caller can or wants to do, or null.</summary>
    public ExcludedExercise? OutsideLimits(Exercise exercise, RecommendationRequest request)
    {
        if (request.Exclude.Contains(exercise.Slug))
            return Excluded(exercise, ExclusionCode.ExcludedByRequest, phrases.ExcludedByRequest);
        if (Missing(ExerciseCollection.Needed(exercise), request) is { Count: > 0 } missing)
            return Excluded(exercise, ExclusionCode.EquipmentMissing, phrases.EquipmentMissing(string.Join(", ", missing)));
        if (exercise.Level > request.Level)
            return Excluded(exercise, ExclusionCode.LevelTooHigh, phrases.LevelTooHigh);
        if (request.Positions.Count == 0 || exercise.Positions.Intersect(request.Positions).Any())
            return null;
        return exercise.Positions.Count == 0
            ? Excluded(exercise, ExclusionCode.PositionUnknown, phrases.PositionUnknown)
            : Excluded(exercise, ExclusionCode.PositionNotPossible, phrases.PositionNotPossible);
    }

    /// <summary>True when the technique can be used with all of the conditions and what is at hand.</summary>
    public static bool Allows(Technique technique, IReadOnlyList<Condition> conditions, RecommendationRequest request) =>
        !technique.Cautions.Any(caution => caution.Severity is CautionSeverity.Avoid && conditions.Any(condition => condition.Slug == caution.Condition))
        && (request.AvailableEquipment is null || technique.Equipment.All(request.AvailableEquipment.Contains));

    private static ExcludedExercise? Avoided(Exercise exercise, IReadOnlyList<Condition> conditions) =>
        conditions.SelectMany(condition => exercise.Cautions.Where(caution => caution.Severity is CautionSeverity.Avoid && caution.Condition == condition.Slug))
            .Select(caution => Excluded(exercise, ExclusionCode.AvoidedForCondition, $"{caution.When} {caution.Advice}", caution.Condition, caution.Sources)).FirstOrDefault();

    private ExcludedExercise? LoadsTight(Exercise exercise, IReadOnlyList<Condition> conditions) =>
        conditions.Where(condition => !Safety.IsStudied(exercise, condition.Slug))
            .SelectMany(condition => Safety.LoadedTightMuscles(exercise, condition, catalogue).Select(loaded => Excluded(
                exercise,
                ExclusionCode.LoadsTightMuscle,
                phrases.LoadsTight(catalogue.NameOf("muscles", loaded.Loaded.Muscle), catalogue.NameOf("muscles", loaded.Tight.Muscle!), condition.Name),
                condition.Slug,
                [.. loaded.Tight.Sources.Concat(exercise.Sources).Distinct()]))).FirstOrDefault();

    private List<string> Missing(IEnumerable<string> needed, RecommendationRequest request) => request.AvailableEquipment is { } available
        ? [.. needed.Except(available).Select(equipment => catalogue.NameOf("equipment", equipment))]
        : [];

    private static ExcludedExercise Excluded(Exercise exercise, ExclusionCode code, string detail, string? condition = null, IReadOnlyList<Citation>? sources = null) => new()
    {
        Exercise = exercise.Slug,
        Name = exercise.Name,
        Code = code,
        Condition = condition,
        Detail = detail,
        Sources = sources ?? [],
    };
}
