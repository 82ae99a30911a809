using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>Says what the suggested exercises leave open.</summary>
internal sealed class Coverage(Catalogue catalogue, Phrases phrases)
{
    public IReadOnlyList<UncoveredMechanism> Uncovered(IReadOnlyList<Condition> conditions, Selection selection, IReadOnlyList<Support> selected)
    {
        var covered = selected.SelectMany(selection.CoveredBy).ToHashSet();
        return
        [
            .. from condition in conditions
               from mechanism in condition.Mechanisms
               where !covered.Contains((condition.Slug, mechanism.Id))
               let code = Reason(condition, mechanism, selection)
               let place = mechanism.Muscle is { } muscle ? catalogue.NameOf("muscles", muscle) : catalogue.NameOf("structures", mechanism.Structure ?? "")
               select new UncoveredMechanism { Condition = condition.Slug, Mechanism = mechanism.Id, Code = code, Detail = phrases.Uncovered(code, place) },
        ];
    }

    private UncoveredCode Reason(Condition condition, Mechanism mechanism, Selection selection)
    {
        if (mechanism.Muscle is null)
            return UncoveredCode.Structure;
        if (!Ruleset.HasAnswer(mechanism.Problem))
            return UncoveredCode.NoMatchingEffect;
        if (selection.Covers((condition.Slug, mechanism.Id)))
            return UncoveredCode.BeyondLimit;
        return catalogue.All<Exercise>().Any(exercise => Links.Between(exercise, condition, catalogue).Any(link => link.Mechanism == mechanism.Id))
            ? UncoveredCode.LeftOut
            : UncoveredCode.NoExercise;
    }
}
