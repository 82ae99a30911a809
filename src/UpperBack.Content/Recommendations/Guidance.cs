using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>Finds the warning signs, warnings and cautions that belong to conditions and exercises.</summary>
internal sealed class Guidance(Catalogue catalogue, Texts texts)
{
    /// <summary>The warning signs to ask about, most urgent first.</summary>
    public IReadOnlyList<WarningSign> RedFlags(IEnumerable<PreparedCondition> conditions, IReadOnlyList<string> reported) =>
    [
        .. conditions.SelectMany(prepared => prepared.Condition.RedFlags).Concat(reported).Distinct()
            .Select(catalogue.Find<RedFlag>).OfType<RedFlag>()
            .OrderBy(flag => flag.Action).ThenBy(flag => flag.Slug, StringComparer.Ordinal)
            .Select(flag => Sign(flag, reported.Contains(flag.Slug))),
    ];

    /// <summary>The warnings of reported signs that do not stop exercise, then those of conditions that need a clinician first.</summary>
    public static IReadOnlyList<Warning> Warnings(IEnumerable<PreparedCondition> conditions, IReadOnlyList<WarningSign> redFlags) =>
    [
        .. redFlags.Where(flag => flag.Reported).Select(flag => new Warning { RedFlag = flag.Slug, Text = flag.Advice, Sources = flag.Sources }),
        .. conditions.Select(condition => condition.SeeFirst).OfType<Warning>(),
    ];

    /// <summary>
    /// The cautions about the conditions, then the general ones. Before them, for a guarded condition that none of the cautions
    /// is about, to agree exercises with a clinician.
    /// </summary>
    public static IReadOnlyList<Caution> Cautions(IReadOnlyList<Caution> own, IReadOnlyList<PreparedCondition> conditions) =>
    [
        .. conditions.Where(prepared => !own.Any(caution => caution.Condition == prepared.Condition.Slug)).Select(prepared => prepared.AgreeFirst).OfType<Caution>(),
        .. conditions.SelectMany(prepared => own.Where(caution => caution.Condition == prepared.Condition.Slug)),
        .. own.Where(caution => caution.Condition is null),
    ];

    /// <summary>Whether a clinician should look at the condition first: it is led by clinicians, or involves a disc, a nerve or a joint that narrows its path.</summary>
    public bool IsGuarded(Condition condition) => condition.ClinicianLed || Safety.TouchesNerveOrDisc(condition, catalogue);

    /// <summary>The caution to agree exercises with a clinician.</summary>
    public Caution AgreeFirst(Condition condition) => new()
    {
        Condition = condition.Slug,
        When = condition.Name,
        Advice = texts["Recommendations.AgreeWithClinician"],
        Severity = CautionSeverity.Modify,
        Sources = Involvement(condition),
    };

    /// <summary>The warning to see a clinician first.</summary>
    public Warning SeeFirst(Condition condition) => new()
    {
        Condition = condition.Slug,
        Text = $"{texts["Recommendations.SeeClinicianFirst", condition.Name]} {condition.SeekAdvice}".TrimEnd(),
        Sources = Literature(condition),
    };

    private static WarningSign Sign(RedFlag flag, bool isReported) => new()
    {
        Slug = flag.Slug,
        Question = flag.Question,
        Action = flag.Action,
        Advice = flag.Advice,
        StopsExercise = flag.StopsExercise,
        Reported = isReported,
        Sources = flag.Sources,
    };

    // The sources that say that a structure is involved.
    private IReadOnlyList<Citation> Involvement(Condition condition)
    {
        var citations = condition.Mechanisms.Where(mechanism => mechanism.Structure is not null).SelectMany(mechanism => mechanism.Sources).Distinct().ToList();
        return citations.Count > 0 ? citations : Literature(condition);
    }

    // A terminology defines the name of a condition and is no evidence for a warning.
    private IReadOnlyList<Citation> Literature(Condition condition) =>
        [.. condition.Sources.Where(citation => catalogue.Find<Source>(citation.Source)?.Kind is not SourceKind.Terminology).DistinctBy(citation => citation.Source)];
}
