using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>
/// Looks up which exercises the catalogue supports for conditions that a caller chose, and says why. It reads nothing
/// but the catalogue and the question, so the same two give the same answer. docs/recommendations.md tells the rules.
/// </summary>
/// <param name="catalogue">The published catalogue, in the language of the answer.</param>
/// <param name="catalogueVersion">What tells this state of the catalogue from others.</param>
/// <param name="language">The language of the answer.</param>
public sealed class Recommender(Catalogue catalogue, string catalogueVersion, Language language)
{
    private readonly Texts texts = Texts.In(language);
    private readonly ConditionMemory memory = new(catalogue, Texts.In(language));

    /// <summary>The version of the rules.</summary>
    public static string RulesetVersion => Ruleset.Version;

    /// <summary>The exercises for the chosen conditions, with everything that belongs to them.</summary>
    /// <exception cref="ArgumentException">A condition or warning sign of the request is not in the catalogue.</exception>
    public Recommendation Recommend(RecommendationRequest request)
    {
        var conditions = ConditionsOf(request);
        if (request.RedFlags.Count == 0)
            return Suggest(request, memory.Of(conditions), redFlags: null);
        var redFlags = memory.Rules.Guidance.RedFlags(conditions, request.RedFlags);
        return redFlags.Any(flag => flag is { Reported: true, StopsExercise: true })
            ? Refer(conditions, redFlags)
            : Suggest(request, memory.Of(conditions), redFlags);
    }

    /// <summary>Why an exercise is or is not suggested for a condition; both are in the catalogue.</summary>
    public Explanation Explain(Exercise exercise, Condition condition) =>
        new Explainer(catalogue, texts, memory).Explain(exercise, condition, catalogueVersion, language);

    private List<Condition> ConditionsOf(RecommendationRequest request)
    {
        foreach (var flag in request.RedFlags)
        {
            if (catalogue.Find<RedFlag>(flag) is null)
                throw new ArgumentException($"There is no warning sign {flag}.", nameof(request));
        }

        return [.. request.Conditions.Distinct().Order(StringComparer.Ordinal).Select(slug => catalogue.Find<Condition>(slug)
            ?? throw new ArgumentException($"There is no condition {slug}.", nameof(request)))];
    }

    // Whoever reported a sign that stops exercise reads of none, not even among what was left out.
    private Recommendation Refer(List<Condition> conditions, IReadOnlyList<WarningSign> redFlags)
    {
        var reported = redFlags.Where(flag => flag is { Reported: true, StopsExercise: true }).ToList();
        var action = reported[0].Action;
        return Answer(Outcome.Refer, texts[$"Recommendations.Refer.{action}"], [.. conditions.Select(condition => memory.Rules.Guidance.Describe(condition, supported: null))], redFlags) with
        {
            Referral = new() { Action = action, Advice = [.. reported.Select(flag => flag.Advice)] },
        };
    }

    private Recommendation Suggest(RecommendationRequest request, ChosenConditions chosen, IReadOnlyList<WarningSign>? redFlags)
    {
        var candidates = new Candidates(memory.Exercises, memory.Rules.Screening, chosen, request);
        var selection = new Selection(candidates.Qualified);
        var selected = selection.Take(request.Limit);
        var outcome = selected.Count > 0 ? Outcome.Suggested : Outcome.NothingSupported;
        var message = selected.Count > 0 ? texts["Recommendations.Suggested"]
            : candidates.AnySupported ? texts["Recommendations.NothingLeft"] : texts["Recommendations.NothingSupported"];
        return Answer(outcome, message, chosen.Described(condition => selected.Any(support => support.Supports(condition))), redFlags ?? chosen.RedFlags) with
        {
            Warnings = redFlags is null ? chosen.Warnings : memory.Rules.Guidance.Warnings(chosen.Conditions, redFlags),
            Items = [.. selected.Select(support => Item(support, chosen))],
            Total = candidates.Qualified.Count,
            Excluded = candidates.Excluded,
            ExcludedTotal = candidates.ExcludedTotal,
            Uncovered = new Coverage(catalogue, texts).Uncovered(chosen, selection, selected),
            Techniques = [.. chosen.Techniques.Where(found => request.AvailableEquipment is not { } available || found.Equipment.All(available.Contains)).Select(found => found.Technique)],
            Routine = selected.Count == 0 ? null : new RoutineBuilder(texts).Build(selected, request.Minutes, chosen.Names),
        };
    }

    private Recommendation Answer(Outcome outcome, string message, IReadOnlyList<ChosenCondition> conditions, IReadOnlyList<WarningSign> redFlags) => new()
    {
        Outcome = outcome,
        RulesetVersion = RulesetVersion,
        CatalogueVersion = catalogueVersion,
        Language = language,
        Notice = texts["Recommendations.Notice"],
        Message = message,
        Conditions = conditions,
        RedFlags = redFlags,
    };

    private RecommendedExercise Item(Support support, ChosenConditions chosen) => new()
    {
        Exercise = support.Exercise.Summary,
        Dosage = support.Exercise.Dosage,
        Score = support.Score,
        Disputed = support.IsDisputed,
        Reasons = support.Reasons,
        ActsOn = support.Links,
        Cautions = memory.Rules.Guidance.Cautions(support.Exercise.Cautions, chosen.Conditions),
        StopRules = support.Exercise.StopRules,
    };
}
