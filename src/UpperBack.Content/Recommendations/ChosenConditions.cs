using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>A combination of conditions, with what every recommendation for it has in common.</summary>
internal sealed class ChosenConditions
{
    public ChosenConditions(IReadOnlyList<PreparedCondition> conditions, Catalogue catalogue, Guidance guidance)
    {
        Conditions = conditions;
        Names = string.Join(", ", conditions.Select(prepared => prepared.Condition.Name));
        RedFlags = guidance.RedFlags(conditions, []);
        Warnings = Guidance.Warnings(conditions, []);
        Condition[] plain = [.. conditions.Select(prepared => prepared.Condition)];
        Techniques = [.. from technique in catalogue.All<Technique>()
                         where Screening.Allows(technique, plain)
                         let reasons = ReasonFinder.InFavour(technique, plain).ToList()
                         where reasons.Count > 0
                         orderby reasons.Sum(reason => reason.Points) descending
                         select (technique.Equipment, Describe(technique, reasons, Guidance.Cautions(technique.Cautions, conditions)))];
    }

    /// <summary>The conditions, by slug.</summary>
    public IReadOnlyList<PreparedCondition> Conditions { get; }

    /// <summary>Their names, separated by commas.</summary>
    public string Names { get; }

    /// <summary>The warning signs to ask about, most urgent first.</summary>
    public IReadOnlyList<WarningSign> RedFlags { get; }

    /// <summary>The warnings to see a clinician first.</summary>
    public IReadOnlyList<Warning> Warnings { get; }

    /// <summary>The techniques that help, with the equipment that each needs.</summary>
    public IReadOnlyList<(IReadOnlyList<string> Equipment, RecommendedTechnique Technique)> Techniques { get; }

    /// <summary>Serializes the warning signs and techniques ahead of the responses.</summary>
    public void Preserialize()
    {
        foreach (var sign in RedFlags)
            PreserializedJson.Add(sign);
        foreach (var (_, technique) in Techniques)
            PreserializedJson.Add(technique);
    }

    /// <summary>The conditions as responses show them.</summary>
    /// <param name="isSupported">Whether an exercise is suggested for a condition.</param>
    public IReadOnlyList<ChosenCondition> Described(Func<string, bool> isSupported) =>
        [.. Conditions.Select(prepared => prepared.Described(isSupported(prepared.Condition.Slug)))];

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
