using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>
/// docs/recommendations.md implemented a second time, plainly and without optimisation, to compare responses with. It
/// shares no code with the recommender.
/// </summary>
internal sealed class ReferenceRecommender(Question question)
{
    private static readonly Dictionary<TargetRole, int> RolePoints = new() { [TargetRole.Primary] = 16, [TargetRole.Secondary] = 8, [TargetRole.Stabiliser] = 4 };

    private static readonly Dictionary<Certainty, int> StudyPoints = new() { [Certainty.High] = 50, [Certainty.Moderate] = 40, [Certainty.Low] = 30, [Certainty.VeryLow] = 16 };

    private readonly Dictionary<string, string?> partOf = question.Documents.OfType<Muscle>().ToDictionary(muscle => muscle.Slug, muscle => muscle.PartOf);

    private IReadOnlyList<Condition> Conditions => question.Conditions;

    /// <summary>What an exercise comes to: its points, the mechanisms that it acts on with theirs, and whether it is disputed.</summary>
    public sealed record Weighed(Exercise Exercise, int Score, IReadOnlyDictionary<(string, string), int> Links, bool IsDisputed);

    /// <summary>Everything that qualifies, by slug.</summary>
    public IReadOnlyList<Weighed> Qualified => field ??=
        [.. question.Documents.OfType<Exercise>().Where(exercise => Excluded(exercise) is null).Select(Weigh).Where(weighed => weighed.Score > 0).OrderBy(weighed => weighed.Exercise.Slug, StringComparer.Ordinal)];

    /// <summary>What is left out, in order, with the code.</summary>
    public IReadOnlyList<(string Exercise, ExclusionCode Code)> LeftOut =>
    [
        .. from exercise in question.Documents.OfType<Exercise>().OrderBy(exercise => exercise.Slug, StringComparer.Ordinal)
           let code = Excluded(exercise)
           where code is not null
           let score = Weigh(exercise).Score
           let isSafety = code is ExclusionCode.AvoidedForCondition or ExclusionCode.LoadsTightMuscle
           where isSafety || score > 0
           orderby isSafety descending, isSafety ? 0 : -score
           select (exercise.Slug, code.Value),
    ];

    /// <summary>The mechanisms that an exercise covers, with its points.</summary>
    public IReadOnlyDictionary<(string, string), int> Covered(Weighed weighed) =>
        weighed.Links.Where(link => link.Value >= Qualified.Max(other => other.Links.GetValueOrDefault(link.Key)) / 2.0).ToDictionary();

    /// <summary>What an exercise adds to those placed before it.</summary>
    public int Added(Weighed weighed, IEnumerable<Weighed> before)
    {
        var known = before.SelectMany(other => Covered(other).Keys).ToHashSet();
        return Covered(weighed).Where(link => !known.Contains(link.Key)).Sum(link => link.Value);
    }

    /// <summary>The exercises that the answer should hold, in order.</summary>
    public IEnumerable<string> Items()
    {
        var chosen = Placed(Qualified, (added, score) => (added, score)).Take(question.Request.Limit).ToList();
        return Placed(chosen, (added, score) => (score, added)).Select(weighed => weighed.Exercise.Slug);
    }

    public IEnumerable<string> Contradicted(Exercise exercise, Condition condition) =>
        from mechanism in condition.Mechanisms
        where mechanism.Problem == MechanismProblem.Tight && exercise.Targets.Any(target => target.Effect == Effect.Strengthens && Meet(target.Muscle, mechanism.Muscle))
        select mechanism.Id;

    private List<Weighed> Placed(IReadOnlyList<Weighed> all, Func<int, int, (int, int)> rank)
    {
        var placed = new List<Weighed>();
        while (all.Except(placed).Where(weighed => Added(weighed, placed) > 0).ToList() is { Count: > 0 } adding)
            placed.Add(adding.OrderByDescending(weighed => rank(Added(weighed, placed), weighed.Score)).ThenBy(weighed => weighed.Exercise.Slug, StringComparer.Ordinal).First());
        placed.AddRange(all.Except(placed).OrderBy(weighed => weighed.IsDisputed).ThenByDescending(weighed => weighed.Score).ThenBy(weighed => weighed.Exercise.Slug, StringComparer.Ordinal).ToList());
        return placed;
    }

    private Weighed Weigh(Exercise exercise)
    {
        var isDisputed = Conditions.Any(condition => Contradicted(exercise, condition).Any());
        var links = new Dictionary<(string, string), int>();
        foreach (var condition in Conditions.Where(_ => !isDisputed))
        {
            foreach (var mechanism in condition.Mechanisms)
            {
                var points = exercise.Targets.Where(target => Answers(mechanism.Problem, target.Effect) && Meet(target.Muscle, mechanism.Muscle))
                    .Select(target => target.Muscle != mechanism.Muscle && Holds(mechanism.Muscle!, target.Muscle) ? RolePoints[target.Role] / 2 : RolePoints[target.Role]);
                if (points.Any())
                    links[(condition.Slug, mechanism.Id)] = points.Max();
            }
        }

        return new(exercise, Conditions.Sum(condition => Points(exercise, condition, isDisputed, links)), links, isDisputed);
    }

    private static int Points(Exercise exercise, Condition condition, bool isDisputed, Dictionary<(string Condition, string), int> links)
    {
        var strongest = links.Where(link => link.Key.Condition == condition.Slug).Select(link => link.Value).Append(0).Max();
        var recorded = exercise.Indications.Where(indication => indication.Condition == condition.Slug).ToList();
        return recorded.Count == 0 ? strongest : recorded.Sum(indication => indication.Basis switch
        {
            Basis.Stated => 30,
            Basis.Literature => (indication.Certainty is { } certainty ? StudyPoints[certainty] : 20) / (indication.Directness is Directness.Exercise ? 1 : 2),
            _ => isDisputed ? 0 : strongest > 0 ? strongest : 4,
        });
    }

    private ExclusionCode? Excluded(Exercise exercise)
    {
        var request = question.Request;
        bool Holds(ExclusionCode code) => code switch
        {
            ExclusionCode.AvoidedForCondition => exercise.Cautions.Any(caution => caution.Severity == CautionSeverity.Avoid && request.Conditions.Contains(caution.Condition)),
            ExclusionCode.LoadsTightMuscle => Conditions.Any(condition => Contradicted(exercise, condition).Any()
                && !exercise.Indications.Any(indication => indication.Condition == condition.Slug && indication.Directness == Directness.Exercise)),
            ExclusionCode.ExcludedByRequest => request.Exclude.Contains(exercise.Slug),
            ExclusionCode.EquipmentMissing => request.AvailableEquipment is { } atHand && exercise.Equipment.Any(thing => thing.Required && !atHand.Contains(thing.Equipment)),
            ExclusionCode.LevelTooHigh => request.Level is { } level && exercise.Level > level,
            ExclusionCode.PositionUnknown => request.Positions.Count > 0 && exercise.Positions.Count == 0,
            _ => request.Positions.Count > 0 && !exercise.Positions.Any(request.Positions.Contains),
        };
        return Enum.GetValues<ExclusionCode>().Select(code => (ExclusionCode?)code).FirstOrDefault(code => Holds(code!.Value));
    }

    private static bool Answers(MechanismProblem problem, Effect effect) => problem switch
    {
        MechanismProblem.Tight => effect == Effect.Lengthens,
        MechanismProblem.Weak or MechanismProblem.Underactive => effect != Effect.Lengthens,
        _ => false,
    };

    private bool Meet(string target, string? muscle) => muscle is not null && (Holds(target, muscle) || Holds(muscle, target));

    private bool Holds(string whole, string part)
    {
        var current = part;
        for (var steps = 0; current is not null && steps <= partOf.Count; steps++, current = partOf.GetValueOrDefault(current))
        {
            if (current == whole)
                return true;
        }

        return false;
    }
}
