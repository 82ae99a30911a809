using System.ComponentModel.DataAnnotations;

namespace UpperBack.Content.Documents;

/// <summary>Something that causes upper-back trouble, or the trouble itself, as people and sources name it. Content to look up, not a diagnosis.</summary>
public sealed record Condition : Document
{
    /// <summary>Whether it is thought of as a cause or as what is felt.</summary>
    public required ConditionKind Kind { get; init; }

    /// <summary>How sources explain it, one muscle or structure at a time.</summary>
    public IReadOnlyList<Mechanism> Mechanisms { get; init; } = [];

    /// <summary>Slugs of the structures involved.</summary>
    [Reference("structures")]
    public IReadOnlyList<string> Structures { get; init; } = [];

    /// <summary>What people tend to notice.</summary>
    public IReadOnlyList<string> Symptoms { get; init; } = [];

    /// <summary>What makes it more likely.</summary>
    [Descriptive]
    public IReadOnlyList<string> RiskFactors { get; init; } = [];

    /// <summary>Slugs of the warning signs to ask about first.</summary>
    [Reference("red-flags")]
    public IReadOnlyList<string> RedFlags { get; init; } = [];

    /// <summary>What people can do themselves beside exercise.</summary>
    public IReadOnlyList<string> SelfCare { get; init; } = [];

    /// <summary>When and whom to ask for help. Null where the warning signs say it all.</summary>
    public string? SeekAdvice { get; init; }

    /// <summary>What published evidence says about exercise here, and where it ends.</summary>
    [Descriptive]
    public string? EvidenceSummary { get; init; }

    /// <summary>True when a clinician should lead and the content here only accompanies.</summary>
    public bool ClinicianLed { get; init; }

    /// <summary>Identifiers that were checked.</summary>
    public IReadOnlyList<Code> Codes { get; init; } = [];
}

/// <summary>Cause or symptom.</summary>
public enum ConditionKind
{
    /// <summary>Something that brings about complaints.</summary>
    Cause,

    /// <summary>The complaint itself.</summary>
    Symptom,
}

/// <summary>One link in how a condition is explained: a muscle or a structure, and what is wrong with it.</summary>
public sealed record Mechanism
{
    /// <summary>Permanent name within the condition, in kebab-case.</summary>
    /// <example>pectorals-tight</example>
    [RegularExpression(Document.SlugPattern), MaxLength(80)]
    public required string Id { get; init; }

    /// <summary>Slug of the muscle. Null when the mechanism concerns a structure: exactly one of the two is given.</summary>
    /// <example>pectorals</example>
    [Reference("muscles")]
    public string? Muscle { get; init; }

    /// <summary>Slug of the structure. Null when the mechanism concerns a muscle.</summary>
    [Reference("structures")]
    public string? Structure { get; init; }

    /// <summary>What is wrong with it.</summary>
    public required MechanismProblem Problem { get; init; }

    /// <summary>How that leads to the condition.</summary>
    [Descriptive]
    public required string Explanation { get; init; }

    /// <summary>What the claim rests on.</summary>
    public required Basis Basis { get; init; }

    /// <summary>Where the claim comes from; at least one.</summary>
    [MinLength(1)]
    public required IReadOnlyList<Citation> Sources { get; init; }
}

/// <summary>What is wrong with a muscle or structure.</summary>
public enum MechanismProblem
{
    /// <summary>Held short, resists lengthening.</summary>
    Tight,

    /// <summary>Cannot produce enough force.</summary>
    Weak,

    /// <summary>Switches on too late or too little.</summary>
    Underactive,

    /// <summary>Sore from too much work.</summary>
    Overloaded,

    /// <summary>Pressed upon.</summary>
    Compressed,

    /// <summary>Sensitive or inflamed.</summary>
    Irritated,

    /// <summary>Changed by wear and age.</summary>
    Degenerated,

    /// <summary>Placed under strain by the shape of the curve it lies in.</summary>
    Strained,
}
