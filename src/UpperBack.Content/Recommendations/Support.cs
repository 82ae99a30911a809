using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>What speaks for an exercise with the chosen conditions, and what does not.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Reasons">The reasons, by condition, weightiest first.</param>
/// <param name="Links">The mechanisms that it acts on; none when it is disputed.</param>
/// <param name="IsDisputed">Whether it strengthens what one of the conditions calls tight.</param>
internal sealed record Support(Exercise Exercise, IReadOnlyList<Reason> Reasons, IReadOnlyList<MechanismLink> Links, bool IsDisputed)
{
    public int Score { get; } = Reasons.Sum(reason => reason.Points);
}

/// <summary>Finds what connects exercises and techniques with conditions.</summary>
internal sealed class SupportFinder(Catalogue catalogue, Phrases phrases)
{
    public Support Find(Exercise exercise, IReadOnlyList<Condition> conditions)
    {
        var disagreements = conditions.SelectMany(condition => Disagreements(exercise, condition)).ToList();
        var isDisputed = disagreements.Count > 0;
        IReadOnlyList<MechanismLink> links = isDisputed ? [] : [.. conditions.SelectMany(condition => Links.Between(exercise, condition, catalogue))];
        var reasons = conditions.SelectMany(condition => InFavour(exercise, condition, links, isDisputed))
            .Concat(disagreements).OrderBy(reason => reason.Condition, StringComparer.Ordinal).ThenByDescending(reason => reason.Points);
        return new(exercise, [.. reasons], links, isDisputed);
    }

    public static IEnumerable<Reason> InFavour(Technique technique, IEnumerable<Condition> conditions) =>
        conditions.SelectMany(condition => technique.Indications.Where(indication => indication.Condition == condition.Slug).Select(indication => Recorded(indication, null)));

    // What editors recorded for an exercise and a condition is complete: they looked at the pair. A pair that nobody
    // recorded is derived here. An exercise that loads what is tight is derived for nothing.
    private IEnumerable<Reason> InFavour(Exercise exercise, Condition condition, IReadOnlyList<MechanismLink> links, bool isDisputed)
    {
        var recorded = exercise.Indications.Where(indication => indication.Condition == condition.Slug).ToList();
        var strongest = links.Where(link => link.Condition == condition.Slug).MaxBy(link => link.Points);
        if (recorded.Count == 0)
            return strongest is null ? [] : [Derived(exercise, condition, strongest)];
        return recorded.Where(indication => !isDisputed || indication.Basis is not Basis.Derived)
            .Select(indication => Recorded(indication, indication.Basis is Basis.Derived ? strongest : null));
    }

    private static Reason Recorded(Indication indication, MechanismLink? link) => new()
    {
        Code = indication.Basis switch
        {
            Basis.Stated => ReasonCode.Stated,
            Basis.Literature => indication.Directness is Directness.Exercise ? ReasonCode.Studied : ReasonCode.StudiedAsClass,
            _ => link is null ? ReasonCode.Derived : CodeOf(link.Effect),
        },
        Condition = indication.Condition,
        Mechanism = link?.Mechanism,
        Muscle = link?.Muscle,
        Basis = indication.Basis,
        Directness = indication.Directness,
        Certainty = indication.Certainty,
        Points = indication.Basis switch
        {
            Basis.Stated => Ruleset.Stated,
            Basis.Literature => Ruleset.Studied(indication.Directness, indication.Certainty),
            _ => link?.Points ?? Ruleset.DerivedWithoutMechanism,
        },
        Text = indication.Rationale,
        Sources = indication.Sources,
    };

    private Reason Derived(Exercise exercise, Condition condition, MechanismLink link)
    {
        var mechanism = condition.Mechanisms.First(mechanism => mechanism.Id == link.Mechanism);
        return new()
        {
            Code = CodeOf(link.Effect),
            Condition = condition.Slug,
            Mechanism = link.Mechanism,
            Muscle = link.Muscle,
            Basis = Basis.Derived,
            Points = link.Points,
            Text = phrases.Derived(link.Effect, catalogue.NameOf("muscles", link.Muscle), mechanism.Problem, catalogue.NameOf("muscles", mechanism.Muscle!), condition.Name),
            Sources = [.. mechanism.Sources.Concat(exercise.Sources).Distinct()],
        };
    }

    private IEnumerable<Reason> Disagreements(Exercise exercise, Condition condition) =>
        Safety.LoadedTightMuscles(exercise, condition, catalogue)
            .GroupBy(loaded => loaded.Tight, loaded => loaded.Loaded)
            .Select(loaded => (Tight: loaded.Key, Loaded: Links.Strongest(loaded, loaded.Key.Muscle!, catalogue)))
            .Select(loaded => new Reason
            {
                Code = ReasonCode.Disagreement,
                Condition = condition.Slug,
                Mechanism = loaded.Tight.Id,
                Muscle = loaded.Loaded.Muscle,
                Basis = Basis.Derived,
                Points = 0,
                Text = phrases.Disagreement(catalogue.NameOf("muscles", loaded.Loaded.Muscle), catalogue.NameOf("muscles", loaded.Tight.Muscle!), condition.Name),
                Sources = [.. loaded.Tight.Sources.Concat(exercise.Sources).Distinct()],
            });

    private static ReasonCode CodeOf(Effect effect) => effect switch
    {
        Effect.Lengthens => ReasonCode.Lengthens,
        Effect.Strengthens => ReasonCode.Strengthens,
        _ => ReasonCode.Activates,
    };
}
