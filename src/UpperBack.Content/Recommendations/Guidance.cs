using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>What is said around the exercises: warning signs, warnings, cautions, when to see someone.</summary>
internal sealed class Guidance(Catalogue catalogue, Phrases phrases)
{
    /// <summary>The warning signs to ask about, most urgent first.</summary>
    public IReadOnlyList<WarningSign> RedFlags(IReadOnlyList<Condition> conditions, IReadOnlyList<string> reported) =>
    [
        .. conditions.SelectMany(condition => condition.RedFlags).Concat(reported).Distinct()
            .Select(catalogue.Find<RedFlag>).OfType<RedFlag>()
            .OrderBy(flag => flag.Action).ThenBy(flag => flag.Slug, StringComparer.Ordinal)
            .Select(flag => new WarningSign
            {
                Slug = flag.Slug,
                Question = flag.Question,
                Action = flag.Action,
                Advice = flag.Advice,
                StopsExercise = flag.StopsExercise,
                Reported = reported.Contains(flag.Slug),
                Sources = flag.Sources,
            }),
    ];

    /// <summary>What a reported sign asks for that does not stop exercise, and what conditions ask for that a clinician should look at first.</summary>
    public IReadOnlyList<Warning> Warnings(IReadOnlyList<Condition> conditions, IReadOnlyList<WarningSign> redFlags) =>
    [
        .. redFlags.Where(flag => flag.Reported).Select(flag => new Warning { RedFlag = flag.Slug, Text = flag.Advice, Sources = flag.Sources }),
        .. conditions.Where(IsGuarded).Select(condition => new Warning { Condition = condition.Slug, Text = condition.SeekAdvice ?? phrases.AgreeFirst, Sources = condition.Sources }),
    ];

    /// <summary>A condition as it is shown.</summary>
    public static ChosenCondition Describe(Condition condition, bool supported, bool withSelfCare = true) => new()
    {
        Slug = condition.Slug,
        Name = condition.Name,
        Summary = condition.Summary,
        Supported = supported,
        ClinicianLed = condition.ClinicianLed,
        SeekAdvice = condition.SeekAdvice,
        SelfCare = withSelfCare ? condition.SelfCare : [],
    };

    /// <summary>The cautions that concern the conditions, then those that concern everybody. Where a condition is to be looked at first and the exercise says nothing about it, that is said.</summary>
    public IReadOnlyList<Caution> Cautions(Exercise exercise, IReadOnlyList<Condition> conditions)
    {
        var silent = conditions.Where(IsGuarded).Where(condition => !exercise.Cautions.Any(caution => caution.Condition == condition.Slug));
        return
        [
            .. silent.Select(condition => new Caution
            {
                Condition = condition.Slug,
                When = condition.Name,
                Advice = phrases.AgreeFirst,
                Severity = CautionSeverity.Modify,
                Sources = condition.Sources.Count > 0 ? condition.Sources : exercise.Cautions[0].Sources,
            }),
            .. Concerning(exercise.Cautions, conditions),
        ];
    }

    /// <summary>Those of the cautions that concern the conditions, then those that concern everybody.</summary>
    public static IEnumerable<Caution> Concerning(IReadOnlyList<Caution> cautions, IReadOnlyList<Condition> conditions) =>
        conditions.SelectMany(condition => cautions.Where(caution => caution.Condition == condition.Slug))
            .Concat(cautions.Where(caution => caution.Condition is null));

    // A disc, a nerve or a joint that narrows its way, and whatever a clinician should lead.
    private bool IsGuarded(Condition condition) => condition.ClinicianLed || Safety.TouchesNerveOrDisc(condition, catalogue);
}
