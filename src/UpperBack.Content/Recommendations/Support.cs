using System.Collections.Concurrent;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>What speaks for an exercise with the chosen conditions, and what does not.</summary>
internal sealed class Support
{
    private readonly List<Pairing> pairings;

    /// <param name="exercise">The exercise.</param>
    /// <param name="pairings">What connects it with the conditions, in their order.</param>
    public Support(PreparedExercise exercise, List<Pairing> pairings)
    {
        (Exercise, this.pairings) = (exercise, pairings);
        IsDisputed = pairings.Exists(pairing => pairing.IsDisputed);
        foreach (var pairing in pairings)
            Score += pairing.Points(IsDisputed);
    }

    public PreparedExercise Exercise { get; }

    /// <summary>Whether it strengthens what one of the conditions calls tight.</summary>
    public bool IsDisputed { get; }

    public int Score { get; }

    /// <summary>The reasons, by condition, weightiest first.</summary>
    public IReadOnlyList<Reason> Reasons => [.. pairings.SelectMany(pairing => pairing.Reasons(IsDisputed))];

    /// <summary>The mechanisms that it acts on; none when it is disputed.</summary>
    public IReadOnlyList<MechanismLink> Links => IsDisputed ? [] : [.. pairings.SelectMany(pairing => pairing.Links)];

    /// <summary>Whether anything speaks for it with a condition.</summary>
    /// <param name="condition">Slug of the condition.</param>
    public bool Supports(string condition) => pairings.Exists(pairing => pairing.Condition == condition && pairing.Points(IsDisputed) > 0);
}

/// <summary>Finds what connects exercises and techniques with conditions.</summary>
internal sealed class SupportFinder(Catalogue catalogue, Texts texts)
{
    // There are few, and very many exercises share them.
    private readonly ConcurrentDictionary<MechanismLink, MechanismLink> known = [];

    /// <summary>The mechanisms of a condition that an exercise acts on.</summary>
    public IReadOnlyList<MechanismLink> LinksBetween(Exercise exercise, Condition condition) =>
        Links.Between(exercise, condition, catalogue).Select(Known).ToArray();

    /// <summary>What speaks for an exercise with a condition and what does not, weightiest first.</summary>
    public IReadOnlyList<Reason> Reasons(Exercise exercise, Condition condition, IReadOnlyList<MechanismLink> links, bool isDisputed) =>
        [.. InFavour(exercise, condition, links, isDisputed).Concat(Disagreements(exercise, condition)).OrderByDescending(reason => reason.Points)];

    public static IEnumerable<Reason> InFavour(Technique technique, IEnumerable<Condition> conditions) =>
        conditions.SelectMany(condition => technique.Indications.Where(indication => indication.Condition == condition.Slug).Select(indication => Recorded(indication, null)));

    private MechanismLink Known(MechanismLink link) => known.GetOrAdd(link, KeptJson.Keep);

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
            Text = texts[$"Recommendations.Derived.{mechanism.Problem}.{link.Effect}", catalogue.NameOf("muscles", link.Muscle), catalogue.NameOf("muscles", mechanism.Muscle!), condition.Name],
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
                Text = texts["Recommendations.Disagreement", catalogue.NameOf("muscles", loaded.Loaded.Muscle), catalogue.NameOf("muscles", loaded.Tight.Muscle!), condition.Name],
                Sources = [.. loaded.Tight.Sources.Concat(exercise.Sources).Distinct()],
            });

    private static ReasonCode CodeOf(Effect effect) => effect switch
    {
        Effect.Lengthens => ReasonCode.Lengthens,
        Effect.Strengthens => ReasonCode.Strengthens,
        _ => ReasonCode.Activates,
    };
}
