using UpperBack.Content.Documents;

namespace UpperBack.Content.Collections;

/// <summary>The safety rules that concern an exercise and a condition together.</summary>
internal static class Safety
{
    private static readonly StructureKind[] NerveOrDisc = [StructureKind.Disc, StructureKind.Nerve, StructureKind.NerveRoot];

    /// <summary>True when the condition involves a nerve or a disc.</summary>
    public static bool TouchesNerveOrDisc(Condition condition, Catalogue catalogue) =>
        condition.Structures.Concat(condition.Mechanisms.Select(mechanism => mechanism.Structure)).OfType<string>()
            .Any(slug => catalogue.Find<Structure>(slug) is { } structure && NerveOrDisc.Contains(structure.Kind));

    /// <summary>The mechanisms of the condition that call a muscle tight which the exercise strengthens, or a part of it, or what it is part of.</summary>
    public static IEnumerable<(Mechanism Tight, Target Loaded)> LoadedTightMuscles(Exercise exercise, Condition condition, Catalogue catalogue) =>
        from mechanism in condition.Mechanisms
        where mechanism is { Problem: MechanismProblem.Tight, Muscle: not null }
        from target in exercise.Targets
        where target.Effect is Effect.Strengthens && catalogue.Overlap("muscles", target.Muscle, mechanism.Muscle!)
        select (mechanism, target);

    /// <summary>True when the exercise strengthens a muscle that the condition calls tight, or a part of it, or what it is part of.</summary>
    public static bool LoadsTightMuscle(Exercise exercise, string condition, Catalogue catalogue) =>
        catalogue.Find<Condition>(condition) is { } found && LoadedTightMuscles(exercise, found, catalogue).Any();

    /// <summary>True when a publication studied this exercise, or a close equivalent, for this condition.</summary>
    public static bool IsStudied(Exercise exercise, string condition) =>
        exercise.Indications.Any(indication => indication.Condition == condition
            && indication is { Basis: Basis.Literature, Directness: Directness.Exercise });
}
