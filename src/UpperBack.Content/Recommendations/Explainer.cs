using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>Lays open why an exercise is or is not suggested for a condition, by the very code that decides it.</summary>
internal sealed class Explainer(Catalogue catalogue, Texts texts, ConditionMemory memory)
{
    private readonly Guidance guidance = memory.Rules.Guidance;

    public Explanation Explain(Exercise exercise, Condition condition, string catalogueVersion, Language language)
    {
        var pairing = memory.Of(exercise, condition);
        var exclusion = pairing.Exclusion is null ? null : pairing.Danger;
        var redFlags = guidance.RedFlags([condition], []);
        var verdict = VerdictOf(pairing);
        var isSuggested = verdict is Verdict.Suggested or Verdict.Disputed;
        return new()
        {
            Verdict = verdict,
            RulesetVersion = Ruleset.Version,
            CatalogueVersion = catalogueVersion,
            Language = language,
            Notice = texts["Recommendations.Notice"],
            Message = exclusion?.Detail ?? texts[$"Recommendations.Verdict.{verdict}", exercise.Name, condition.Name],
            Condition = guidance.Describe(condition, isSuggested),
            Exercise = ExerciseSummary.Of(exercise),
            Warnings = guidance.Warnings([condition], redFlags),
            RedFlags = redFlags,
            Score = isSuggested ? pairing.Points(pairing.IsDisputed) : 0,
            Reasons = pairing.Reasons(pairing.IsDisputed),
            Exclusion = exclusion,
            Mechanisms = [.. condition.Mechanisms.Select(mechanism => Held(mechanism, exercise))],
            Cautions = guidance.Cautions(exercise.Cautions, [condition]),
        };
    }

    private static Verdict VerdictOf(Pairing pairing) => pairing switch
    {
        { Exclusion: ExclusionCode.AvoidedForCondition } => Verdict.AvoidedForCondition,
        { Exclusion: ExclusionCode.LoadsTightMuscle } => Verdict.LoadsTightMuscle,
        _ when pairing.Points(pairing.IsDisputed) == 0 => Verdict.NoSupport,
        { IsDisputed: true } => Verdict.Disputed,
        _ => Verdict.Suggested,
    };

    private ExplainedMechanism Held(Mechanism mechanism, Exercise exercise) => new()
    {
        Mechanism = mechanism.Id,
        Muscle = mechanism.Muscle,
        Structure = mechanism.Structure,
        Problem = mechanism.Problem,
        Explanation = mechanism.Explanation,
        Basis = mechanism.Basis,
        Sources = mechanism.Sources,
        Targets = mechanism.Muscle is { } muscle
            ? [.. exercise.Targets.Where(target => catalogue.Overlap("muscles", target.Muscle, muscle)).Select(target => Held(mechanism.Problem, muscle, target, exercise))]
            : [],
    };

    private ExplainedTarget Held(MechanismProblem problem, string muscle, Target target, Exercise exercise)
    {
        var bearing = Ruleset.Bearing(problem, target.Effect);
        return new()
        {
            Muscle = target.Muscle,
            Path = Links.Path(target.Muscle, muscle, catalogue),
            Role = target.Role,
            Effect = target.Effect,
            Bearing = bearing,
            Points = bearing is Bearing.Answers ? Ruleset.Link(target.Role, Links.IsOnlyPart(target.Muscle, muscle, catalogue)) : 0,
            Sources = exercise.Sources,
        };
    }
}
