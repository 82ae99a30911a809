using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>Says what the suggested exercises leave open.</summary>
internal sealed class Coverage(Catalogue catalogue, Texts texts)
{
    public IReadOnlyList<UncoveredMechanism> Uncovered(ChosenConditions chosen, Selection selection, IReadOnlyList<Support> selected)
    {
        var covered = selection.CoveredBy(selected);
        return
        [
            .. from index in Enumerable.Range(0, chosen.Conditions.Count)
               let condition = chosen.Conditions[index]
               from mechanism in condition.Mechanisms
               where !covered.Contains((condition.Slug, mechanism.Id))
               let code = Reason(condition, mechanism, selection, chosen.Pairings[index])
               let place = mechanism.Muscle is { } muscle ? catalogue.NameOf("muscles", muscle) : catalogue.NameOf("structures", mechanism.Structure ?? "")
               select new UncoveredMechanism { Condition = condition.Slug, Mechanism = mechanism.Id, Code = code, Detail = texts[$"Recommendations.Uncovered.{code}", place] },
        ];
    }

    private static UncoveredCode Reason(Condition condition, Mechanism mechanism, Selection selection, Pairing?[] pairings)
    {
        if (mechanism.Muscle is null)
            return UncoveredCode.Structure;
        if (!Ruleset.HasAnswer(mechanism.Problem))
            return UncoveredCode.NoMatchingEffect;
        if (selection.Covers((condition.Slug, mechanism.Id)))
            return UncoveredCode.BeyondLimit;
        return Array.Exists(pairings, pairing => pairing is not null && pairing.Links.Any(link => link.Mechanism == mechanism.Id))
            ? UncoveredCode.LeftOut
            : UncoveredCode.NoExercise;
    }
}
