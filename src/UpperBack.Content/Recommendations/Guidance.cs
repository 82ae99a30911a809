using System.Collections.Concurrent;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>What is said around the exercises: warning signs, warnings, cautions, when to see someone.</summary>
internal sealed class Guidance(Catalogue catalogue, Texts texts)
{
    // The same for every exercise, and whatever else was chosen.
    private readonly ConcurrentDictionary<string, Caution?> toAgree = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Warning?> seeFirst = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Slug, bool Reported), WarningSign> signs = [];
    private readonly ConcurrentDictionary<(string Slug, bool? Supported), ChosenCondition> described = [];

    /// <summary>The warning signs to ask about, most urgent first.</summary>
    public IReadOnlyList<WarningSign> RedFlags(IReadOnlyList<Condition> conditions, IReadOnlyList<string> reported) =>
    [
        .. conditions.SelectMany(condition => condition.RedFlags).Concat(reported).Distinct()
            .Select(catalogue.Find<RedFlag>).OfType<RedFlag>()
            .OrderBy(flag => flag.Action).ThenBy(flag => flag.Slug, StringComparer.Ordinal)
            .Select(flag => Sign(flag, reported.Contains(flag.Slug))),
    ];

    /// <summary>What a reported sign asks for that does not stop exercise, and what conditions ask for that a clinician should look at first.</summary>
    public IReadOnlyList<Warning> Warnings(IReadOnlyList<Condition> conditions, IReadOnlyList<WarningSign> redFlags) =>
    [
        .. redFlags.Where(flag => flag.Reported).Select(flag => new Warning { RedFlag = flag.Slug, Text = flag.Advice, Sources = flag.Sources }),
        .. conditions.Select(SeeFirst).OfType<Warning>(),
    ];

    /// <summary>A condition as it is shown; where no exercise was looked for, without what people can do themselves.</summary>
    public ChosenCondition Describe(Condition condition, bool? supported) => described.GetOrAdd((condition.Slug, supported), _ => KeptJson.Keep(new ChosenCondition
    {
        Slug = condition.Slug,
        Name = condition.Name,
        Summary = condition.Summary,
        Supported = supported,
        ClinicianLed = condition.ClinicianLed,
        SeekAdvice = condition.SeekAdvice,
        SelfCare = supported is null ? [] : condition.SelfCare,
    }));

    /// <summary>
    /// The cautions that concern the conditions, then those that concern everybody. Before them, for a condition that
    /// somebody should look at first and that none of the cautions names, that it is to be agreed.
    /// </summary>
    public IReadOnlyList<Caution> Cautions(IReadOnlyList<Caution> own, IReadOnlyList<Condition> conditions) =>
    [
        .. conditions.Where(condition => !own.Any(caution => caution.Condition == condition.Slug)).Select(ToAgree).OfType<Caution>(),
        .. conditions.SelectMany(condition => own.Where(caution => caution.Condition == condition.Slug)),
        .. own.Where(caution => caution.Condition is null),
    ];

    private Caution? ToAgree(Condition condition) => toAgree.GetOrAdd(condition.Slug, _ => !IsGuarded(condition) ? null : KeptJson.Keep(new Caution
    {
        Condition = condition.Slug,
        When = condition.Name,
        Advice = texts["Recommendations.AgreeWithClinician"],
        Severity = CautionSeverity.Modify,
        Sources = WhatGuards(condition),
    }));

    private Warning? SeeFirst(Condition condition) => seeFirst.GetOrAdd(condition.Slug, _ => !IsGuarded(condition) ? null : KeptJson.Keep(new Warning
    {
        Condition = condition.Slug,
        Text = $"{texts["Recommendations.SeeClinicianFirst", condition.Name]} {condition.SeekAdvice}".TrimEnd(),
        Sources = Literature(condition),
    }));

    private WarningSign Sign(RedFlag flag, bool isReported) => signs.GetOrAdd((flag.Slug, isReported), _ => KeptJson.Keep(new WarningSign
    {
        Slug = flag.Slug,
        Question = flag.Question,
        Action = flag.Action,
        Advice = flag.Advice,
        StopsExercise = flag.StopsExercise,
        Reported = isReported,
        Sources = flag.Sources,
    }));

    // A disc, a nerve or a joint that narrows its way, and whatever a clinician should lead.
    private bool IsGuarded(Condition condition) => condition.ClinicianLed || Safety.TouchesNerveOrDisc(condition, catalogue);

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
