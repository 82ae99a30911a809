using UpperBack.Content.Documents;

namespace UpperBack.Content.Collections;

/// <summary>The safety rules that concern an exercise and a condition together.</summary>
internal static class Safety
{
    /// <summary>True when the exercise strengthens a muscle that the condition calls tight, or a part of it, or what it is part of.</summary>
    public static bool LoadsTightMuscle(Exercise exercise, string condition, Catalogue catalogue) =>
        TightMuscles(condition, catalogue).Any(tight => exercise.Targets.Any(target =>
            target.Effect is Effect.Strengthens && catalogue.Overlap("muscles", target.Muscle, tight)));

    /// <summary>True when a publication studied this exercise, or a close equivalent, for this condition.</summary>
    public static bool IsStudied(Exercise exercise, string condition) =>
        exercise.Indications.Any(indication => indication.Condition == condition
            && indication is { Basis: Basis.Literature, Directness: Directness.Exercise });

    private static IEnumerable<string> TightMuscles(string condition, Catalogue catalogue) =>
        (catalogue.Find<Condition>(condition)?.Mechanisms ?? [])
            .Where(mechanism => mechanism.Problem is MechanismProblem.Tight)
            .Select(mechanism => mechanism.Muscle).OfType<string>();
}
