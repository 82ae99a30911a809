using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>Finds the mechanisms that no suggested exercise acts on.</summary>
internal sealed class Coverage(Catalogue catalogue, Texts texts)
{
    public IReadOnlyList<UncoveredMechanism> Uncovered(ChosenConditions chosen, Selection selection, IReadOnlyList<Candidate> selected)
    {
        var covered = selection.CoveredBy(selected);
        return
        [
            .. from prepared in chosen.Conditions
               let condition = prepared.Condition
               from mechanism in condition.Mechanisms
               where !covered.Contains((condition.Slug, mechanism.Id))
               let code = Reason(condition, mechanism, selection, prepared.Matches)
               let place = mechanism.Muscle is { } muscle ? catalogue.NameOf("muscles", muscle) : catalogue.NameOf("structures", mechanism.Structure ?? "")
               select new UncoveredMechanism { Condition = condition.Slug, Mechanism = mechanism.Id, Code = code, Detail = texts[$"Recommendations.Uncovered.{code}", place] },
        ];
    }

    private static UncoveredCode Reason(Condition condition, Mechanism mechanism, Selection selection, ExerciseConditionMatch?[] matches)
    {
        if (mechanism.Muscle is null)
            return UncoveredCode.Structure;
        if (!Ruleset.HasAnswer(mechanism.Problem))
            return UncoveredCode.NoMatchingEffect;
        if (selection.Covers((condition.Slug, mechanism.Id)))
            return UncoveredCode.BeyondLimit;
        return Array.Exists(matches, match => match is not null && match.Links.Any(link => link.Mechanism == mechanism.Id))
            ? UncoveredCode.LeftOut
            : UncoveredCode.NoExercise;
    }
}
