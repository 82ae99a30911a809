using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>Conditions that were chosen together, with everything that is said whoever chooses them.</summary>
internal sealed class ChosenConditions
{
    private readonly Guidance guidance;

    public ChosenConditions(IReadOnlyList<Condition> conditions, Catalogue catalogue, Guidance guidance, IReadOnlyList<Pairing?[]> pairings)
    {
        (Conditions, Pairings, this.guidance) = (conditions, pairings, guidance);
        Names = string.Join(", ", conditions.Select(condition => condition.Name));
        RedFlags = guidance.RedFlags(conditions, []);
        Warnings = guidance.Warnings(conditions, []);
        Techniques = [.. from technique in catalogue.All<Technique>()
                         where Screening.Allows(technique, conditions)
                         let reasons = SupportFinder.InFavour(technique, conditions).ToList()
                         where reasons.Count > 0
                         orderby reasons.Sum(reason => reason.Points) descending
                         select (technique.Equipment, Describe(technique, reasons, guidance.Cautions(technique.Cautions, conditions)))];
    }

    /// <summary>The conditions, by slug.</summary>
    public IReadOnlyList<Condition> Conditions { get; }

    /// <summary>What connects each of them with the exercises of the catalogue, in its order.</summary>
    public IReadOnlyList<Pairing?[]> Pairings { get; }

    /// <summary>What they are called, in one text.</summary>
    public string Names { get; }

    /// <summary>The warning signs to ask about, most urgent first.</summary>
    public IReadOnlyList<WarningSign> RedFlags { get; }

    /// <summary>What asks for a clinician to look first.</summary>
    public IReadOnlyList<Warning> Warnings { get; }

    /// <summary>The techniques that help, with the equipment that each needs.</summary>
    public IReadOnlyList<(IReadOnlyList<string> Equipment, RecommendedTechnique Technique)> Techniques { get; }

    /// <summary>Writes what is said of them, for as long as they are remembered.</summary>
    public void KeepJson()
    {
        foreach (var (_, technique) in Techniques)
            KeptJson.Keep(technique);
    }

    /// <summary>The conditions as they are shown.</summary>
    /// <param name="isSupported">Whether something is suggested for a condition.</param>
    public IReadOnlyList<ChosenCondition> Described(Func<string, bool> isSupported) =>
        [.. Conditions.Select(condition => guidance.Describe(condition, isSupported(condition.Slug)))];

    private static RecommendedTechnique Describe(Technique technique, IReadOnlyList<Reason> reasons, IReadOnlyList<Caution> cautions) => new()
    {
        Technique = technique.Slug,
        Name = technique.Name,
        Summary = technique.Summary,
        Effect = technique.Effect,
        Limits = technique.Limits,
        Reasons = reasons,
        Cautions = cautions,
    };
}
