using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>Says what the suggested exercises leave open.</summary>
internal sealed class Coverage(Catalogue catalogue, Phrases phrases)
{
    public IReadOnlyList<UncoveredMechanism> Uncovered(IReadOnlyList<Condition> conditions, IReadOnlyList<Support> selected, IReadOnlyList<Support> qualified) =>
    [
        .. from condition in conditions
           from mechanism in condition.Mechanisms
           where !IsCovered(condition, mechanism, selected)
           let code = Reason(condition, mechanism, qualified)
           let place = mechanism.Muscle is { } muscle ? catalogue.NameOf("muscles", muscle) : catalogue.NameOf("structures", mechanism.Structure ?? "")
           select new UncoveredMechanism { Condition = condition.Slug, Mechanism = mechanism.Id, Code = code, Detail = phrases.Uncovered(code, place) },
    ];

    private UncoveredCode Reason(Condition condition, Mechanism mechanism, IReadOnlyList<Support> qualified)
    {
        if (mechanism.Muscle is null)
            return UncoveredCode.Structure;
        if (!Ruleset.HasAnswer(mechanism.Problem))
            return UncoveredCode.NoMatchingEffect;
        if (IsCovered(condition, mechanism, qualified))
            return UncoveredCode.BeyondLimit;
        return catalogue.All<Exercise>().Any(exercise => Links.Between(exercise, condition, catalogue).Any(link => link.Mechanism == mechanism.Id))
            ? UncoveredCode.LeftOut
            : UncoveredCode.NoExercise;
    }

    private static bool IsCovered(Condition condition, Mechanism mechanism, IReadOnlyList<Support> by) =>
        by.Any(support => support.Links.Any(link => link.Condition == condition.Slug && link.Mechanism == mechanism.Id));
}
