using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>
/// Recommends exercises for conditions that a caller chose, with reasons. A pure function of catalogue and request; what it
/// derives from the catalogue is cached. docs/recommendations.md has the rules.
/// </summary>
/// <param name="catalogue">The published catalogue, in the language of the response.</param>
/// <param name="catalogueVersion">The version of the catalogue.</param>
/// <param name="language">The language of the response.</param>
public sealed class Recommender(Catalogue catalogue, string catalogueVersion, Language language)
{
    private readonly Texts texts = Texts.In(language);
    private readonly RecommendationCache cache = new(catalogue, Texts.In(language));

    /// <summary>The version of the rules.</summary>
    public static string RulesetVersion => Ruleset.Version;

    /// <summary>Recommends exercises for the chosen conditions.</summary>
    /// <exception cref="ArgumentException">A condition or warning sign of the request is not in the catalogue.</exception>
    public Recommendation Recommend(RecommendationRequest request)
    {
        var conditions = ConditionsOf(request);
        if (request.RedFlags.Count == 0)
            return Suggest(request, cache.Get(conditions), redFlags: null);
        var redFlags = cache.Rules.Guidance.RedFlags(conditions, request.RedFlags);
        return redFlags.Any(flag => flag is { Reported: true, StopsExercise: true })
            ? Refer(conditions, redFlags)
            : Suggest(request, cache.Get(conditions), redFlags);
    }

    /// <summary>Explains why an exercise is or is not suggested for a condition. Both must be in the catalogue.</summary>
    public Explanation Explain(Exercise exercise, Condition condition) =>
        new Explainer(catalogue, texts, cache).Explain(exercise, condition, catalogueVersion, language);

    private List<PreparedCondition> ConditionsOf(RecommendationRequest request)
    {
        foreach (var flag in request.RedFlags)
        {
            if (catalogue.Find<RedFlag>(flag) is null)
                throw new ArgumentException($"There is no warning sign {flag}.", nameof(request));
        }

        return [.. request.Conditions.Distinct().Order(StringComparer.Ordinal).Select(slug => cache.Get(catalogue.Find<Condition>(slug)
            ?? throw new ArgumentException($"There is no condition {slug}.", nameof(request))))];
    }

    // A reported sign that stops exercise names no exercise anywhere, not even among the excluded.
    private Recommendation Refer(List<PreparedCondition> conditions, IReadOnlyList<WarningSign> redFlags)
    {
        var reported = redFlags.Where(flag => flag is { Reported: true, StopsExercise: true }).ToList();
        var action = reported[0].Action;
        return Respond(Outcome.Refer, texts[$"Recommendations.Refer.{action}"], [.. conditions.Select(condition => condition.Described(null))], redFlags) with
        {
            Referral = new() { Action = action, Advice = [.. reported.Select(flag => flag.Advice)] },
        };
    }

    private Recommendation Suggest(RecommendationRequest request, ChosenConditions chosen, IReadOnlyList<WarningSign>? redFlags)
    {
        var candidates = new Candidates(cache.Exercises, cache.Rules.Screening, chosen, request);
        var selection = new Selection(candidates.Qualified);
        var selected = selection.Take(request.Limit);
        var outcome = selected.Count > 0 ? Outcome.Suggested : Outcome.NothingSupported;
        var message = selected.Count > 0 ? texts["Recommendations.Suggested"]
            : candidates.AnySupported ? texts["Recommendations.NothingLeft"] : texts["Recommendations.NothingSupported"];
        return Respond(outcome, message, chosen.Described(condition => selected.Any(candidate => candidate.Supports(condition))), redFlags ?? chosen.RedFlags) with
        {
            Warnings = redFlags is null ? chosen.Warnings : Guidance.Warnings(chosen.Conditions, redFlags),
            Items = [.. selected.Select(candidate => Item(candidate, chosen))],
            Total = candidates.Qualified.Count,
            Excluded = candidates.Excluded,
            ExcludedTotal = candidates.ExcludedTotal,
            Uncovered = new Coverage(catalogue, texts).Uncovered(chosen, selection, selected),
            Techniques = [.. chosen.Techniques.Where(found => request.AvailableEquipment is not { } available || found.Equipment.All(available.Contains)).Select(found => found.Technique)],
            Routine = selected.Count == 0 ? null : new RoutineBuilder(texts).Build(selected, request.Minutes, chosen.Names),
        };
    }

    private Recommendation Respond(Outcome outcome, string message, IReadOnlyList<ChosenCondition> conditions, IReadOnlyList<WarningSign> redFlags) => new()
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

    private static RecommendedExercise Item(Candidate candidate, ChosenConditions chosen) => new()
    {
        Exercise = candidate.Exercise.Summary,
        Dosage = candidate.Exercise.Dosage,
        Score = candidate.Score,
        Disputed = candidate.IsDisputed,
        Reasons = candidate.Reasons,
        ActsOn = candidate.Links,
        Cautions = Guidance.Cautions(candidate.Exercise.Cautions, chosen.Conditions),
        StopRules = candidate.Exercise.StopRules,
    };
}
