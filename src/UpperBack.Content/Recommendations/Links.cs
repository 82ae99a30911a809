using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>Connects the mechanisms of a condition with the targets of an exercise through the tree of muscles.</summary>
internal static class Links
{
    /// <summary>The mechanisms of the condition that the exercise acts on, each by its strongest target.</summary>
    public static IEnumerable<MechanismLink> Between(Exercise exercise, Condition condition, Catalogue catalogue)
    {
        foreach (var mechanism in condition.Mechanisms.Where(mechanism => mechanism.Muscle is not null))
        {
            var answering = exercise.Targets.Where(target =>
                Ruleset.Bearing(mechanism.Problem, target.Effect) is Bearing.Answers && catalogue.Overlap("muscles", target.Muscle, mechanism.Muscle!)).ToList();
            if (answering.Count > 0)
                yield return Of(condition, mechanism, Strongest(answering, mechanism.Muscle!, catalogue), catalogue);
        }
    }

    /// <summary>The target that reaches a muscle most strongly; on a tie the first by slug, then by effect.</summary>
    public static Target Strongest(IEnumerable<Target> targets, string muscle, Catalogue catalogue) => targets
        .OrderByDescending(target => Ruleset.Link(target.Role, IsOnlyPart(target.Muscle, muscle, catalogue)))
        .ThenBy(target => target.Muscle, StringComparer.Ordinal).ThenBy(target => target.Effect).First();

    /// <summary>True when the muscle is a proper part of the other.</summary>
    public static bool IsOnlyPart(string muscle, string other, Catalogue catalogue) =>
        muscle != other && catalogue.WithAncestors("muscles", muscle).Contains(other);

    /// <summary>The path through the tree from one muscle to an ancestor or descendant.</summary>
    public static IReadOnlyList<string> Path(string from, string to, Catalogue catalogue)
    {
        var up = catalogue.WithAncestors("muscles", from);
        return up.Contains(to)
            ? [.. up.TakeWhile(muscle => muscle != to), to]
            : [from, .. catalogue.WithAncestors("muscles", to).TakeWhile(muscle => muscle != from).Reverse()];
    }

    private static MechanismLink Of(Condition condition, Mechanism mechanism, Target target, Catalogue catalogue)
    {
        var onlyPart = IsOnlyPart(target.Muscle, mechanism.Muscle!, catalogue);
        return new()
        {
            Condition = condition.Slug,
            Mechanism = mechanism.Id,
            Muscle = target.Muscle,
            Role = target.Role,
            Effect = target.Effect,
            OnlyPart = onlyPart,
            Points = Ruleset.Link(target.Role, onlyPart),
        };
    }
}
