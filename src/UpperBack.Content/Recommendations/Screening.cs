using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>Decides what may not be suggested: for safety, whoever asks, and by the limits of the caller.</summary>
internal sealed class Screening(Catalogue catalogue, Texts texts)
{
    /// <summary>Why the exercise is unsafe with the condition, or null.</summary>
    public ExcludedExercise? Unsafe(Exercise exercise, Condition condition) => Avoided(exercise, condition) ?? LoadsTight(exercise, condition);

    /// <summary>True when the exercise strengthens what the condition calls tight.</summary>
    public bool LoadsTightMuscle(Exercise exercise, Condition condition) => Safety.LoadedTightMuscles(exercise, condition, catalogue).Any();

    /// <summary>True when the exercise is outside what the caller can or wants to do.</summary>
    public static bool IsOutsideLimits(PreparedExercise exercise, RecommendationRequest request) => LimitOf(exercise, request) is not null;

    /// <summary>Why the exercise is outside what the caller can or wants to do, or null.</summary>
    public ExcludedExercise? OutsideLimits(PreparedExercise exercise, RecommendationRequest request) => LimitOf(exercise, request) switch
    {
        ExclusionCode.EquipmentMissing => Excluded(exercise.Exercise, ExclusionCode.EquipmentMissing, texts["Recommendations.Excluded.EquipmentMissing",
            string.Join(", ", exercise.Needed.Except(request.AvailableEquipment!).Select(equipment => catalogue.NameOf("equipment", equipment)))]),
        { } limit => Excluded(exercise.Exercise, limit, texts[$"Recommendations.Excluded.{limit}"]),
        null => null,
    };

    /// <summary>True when the technique can be used with all of the conditions.</summary>
    public static bool Allows(Technique technique, IReadOnlyList<Condition> conditions) =>
        !technique.Cautions.Any(caution => caution.Severity is CautionSeverity.Avoid && conditions.Any(condition => condition.Slug == caution.Condition));

    private static ExclusionCode? LimitOf(PreparedExercise prepared, RecommendationRequest request)
    {
        var exercise = prepared.Exercise;
        if (request.Exclude.Contains(exercise.Slug))
            return ExclusionCode.ExcludedByRequest;
        if (request.AvailableEquipment is { } available && !Array.TrueForAll(prepared.Needed, available.Contains))
            return ExclusionCode.EquipmentMissing;
        if (exercise.Level > request.Level)
            return ExclusionCode.LevelTooHigh;
        if (request.Positions.Count == 0 || exercise.Positions.Any(request.Positions.Contains))
            return null;
        return exercise.Positions.Count == 0 ? ExclusionCode.PositionUnknown : ExclusionCode.PositionNotPossible;
    }

    private static ExcludedExercise? Avoided(Exercise exercise, Condition condition) =>
        exercise.Cautions.Where(caution => caution.Severity is CautionSeverity.Avoid && caution.Condition == condition.Slug)
            .Select(caution => Excluded(exercise, ExclusionCode.AvoidedForCondition, $"{caution.When} {caution.Advice}", caution.Condition, caution.Sources)).FirstOrDefault();

    private ExcludedExercise? LoadsTight(Exercise exercise, Condition condition) => Safety.IsStudied(exercise, condition.Slug) ? null
        : Safety.LoadedTightMuscles(exercise, condition, catalogue).Select(loaded => Excluded(
            exercise,
            ExclusionCode.LoadsTightMuscle,
            texts["Recommendations.Excluded.LoadsTightMuscle", catalogue.NameOf("muscles", loaded.Loaded.Muscle), catalogue.NameOf("muscles", loaded.Tight.Muscle!), condition.Name],
            condition.Slug,
            [.. loaded.Tight.Sources.Concat(exercise.Sources).Distinct()])).FirstOrDefault();

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
