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
        .. conditions.Where(IsGuarded).Select(condition => new Warning
        {
            Condition = condition.Slug,
            Text = $"{phrases.SeeSomeoneFirst(condition.Name)} {condition.SeekAdvice}".TrimEnd(),
            Sources = Literature(condition),
        }),
    ];

    /// <summary>A condition as it is shown; where no exercise was looked for, without what people can do themselves.</summary>
    public static ChosenCondition Describe(Condition condition, bool? supported) => new()
    {
        Slug = condition.Slug,
        Name = condition.Name,
        Summary = condition.Summary,
        Supported = supported,
        ClinicianLed = condition.ClinicianLed,
        SeekAdvice = condition.SeekAdvice,
        SelfCare = supported is null ? [] : condition.SelfCare,
    };

    /// <summary>The cautions that concern the conditions, what is to be agreed first; then those that concern everybody.</summary>
    public IReadOnlyList<Caution> Cautions(IReadOnlyList<Caution> own, IReadOnlyList<Condition> conditions) =>
        Together(own, conditions.SelectMany(condition => Cautions(own, condition)), own.Where(caution => caution.Condition is null));

    /// <summary>The same of cautions that have been found already.</summary>
    public static IReadOnlyList<Caution> Together(IReadOnlyList<Caution> own, IEnumerable<Caution> forConditions, IEnumerable<Caution> forEverybody) =>
        [.. forConditions.OrderBy(own.Contains), .. forEverybody];

    /// <summary>The cautions that concern a condition; failing that, for one that somebody should look at first, that it is to be agreed.</summary>
    public IReadOnlyList<Caution> Cautions(IReadOnlyList<Caution> own, Condition condition)
    {
        var named = own.Where(caution => caution.Condition == condition.Slug).ToArray();
        return named.Length == 0 && IsGuarded(condition) ? [Agree(condition)] : named;
    }

    /// <summary>A disc, a nerve or a joint that narrows its way, and whatever a clinician should lead.</summary>
    public bool IsGuarded(Condition condition) => condition.ClinicianLed || Safety.TouchesNerveOrDisc(condition, catalogue);

    private Caution Agree(Condition condition) => new()
    {
        Condition = condition.Slug,
        When = condition.Name,
        Advice = phrases.AgreeFirst,
        Severity = CautionSeverity.Modify,
        Sources = WhatGuards(condition),
    };

    // What says that a structure is involved is why somebody should look first.
    private IReadOnlyList<Citation> WhatGuards(Condition condition)
    {
        var citations = condition.Mechanisms.Where(mechanism => mechanism.Structure is not null).SelectMany(mechanism => mechanism.Sources).Distinct().ToList();
        return citations.Count > 0 ? citations : Literature(condition);
    }

    // A terminology says what a condition is called, not why somebody should look at it.
    private IReadOnlyList<Citation> Literature(Condition condition) =>
        [.. condition.Sources.Where(citation => catalogue.Find<Source>(citation.Source)?.Kind is not SourceKind.Terminology).DistinctBy(citation => citation.Source)];
}
