using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>A condition with everything that recommendations derive from it alone.</summary>
internal sealed class PreparedCondition
{
    private readonly ChosenCondition supported, unsupported, undetermined;
    private readonly Lazy<ExerciseConditionMatch?[]> matches;

    /// <param name="condition">The condition.</param>
    /// <param name="guidance">Finds cautions and warnings.</param>
    /// <param name="match">Matches the exercises of the catalogue with a condition, in their order.</param>
    public PreparedCondition(Condition condition, Guidance guidance, Func<Condition, ExerciseConditionMatch?[]> match)
    {
        Condition = condition;
        matches = new(() => match(condition));
        (supported, unsupported, undetermined) = (Describe(true), Describe(false), Describe(null));
        if (guidance.IsGuarded(condition))
            (AgreeFirst, SeeFirst) = (PreserializedJson.Add(guidance.AgreeFirst(condition)), PreserializedJson.Add(guidance.SeeFirst(condition)));
    }

    /// <summary>The condition itself.</summary>
    public Condition Condition { get; }

    /// <summary>Its match with each exercise of the catalogue, in their order. Null where nothing connects them.</summary>
    public ExerciseConditionMatch?[] Matches => matches.Value;

    /// <summary>The caution to agree exercises with a clinician. Null unless the condition is guarded.</summary>
    public Caution? AgreeFirst { get; }

    /// <summary>The warning to see a clinician first. Null unless the condition is guarded.</summary>
    public Warning? SeeFirst { get; }

    /// <summary>The condition as responses show it.</summary>
    /// <param name="isSupported">Whether an exercise is suggested for it. Null when none was looked for.</param>
    public ChosenCondition Described(bool? isSupported) => isSupported switch { true => supported, false => unsupported, null => undetermined };

    private ChosenCondition Describe(bool? isSupported) => PreserializedJson.Add(new ChosenCondition
    {
        Slug = Condition.Slug,
        Name = Condition.Name,
        Summary = Condition.Summary,
        Supported = isSupported,
        ClinicianLed = Condition.ClinicianLed,
        SeekAdvice = Condition.SeekAdvice,
        SelfCare = isSupported is null ? [] : Condition.SelfCare,
    });
}
