using System.ComponentModel.DataAnnotations;

namespace UpperBack.Content.Documents;

/// <summary>What a claim rests on.</summary>
public enum Basis
{
    /// <summary>A source says it of this very exercise and this very cause.</summary>
    Stated,

    /// <summary>It follows from two stated facts: the cause names a muscle as tight or weak, and the exercise lengthens or strengthens that muscle.</summary>
    Derived,

    /// <summary>Published research supports it.</summary>
    Literature,
}

/// <summary>Whether research studied this exercise itself.</summary>
public enum Directness
{
    /// <summary>The source studied this exercise or a close equivalent.</summary>
    Exercise,

    /// <summary>The source studied a whole programme, or the class of exercise that this one belongs to.</summary>
    Class,
}

/// <summary>How sure the evidence makes us, in the words of GRADE.</summary>
public enum Certainty
{
    /// <summary>Further research is very unlikely to change the picture.</summary>
    High,

    /// <summary>Further research may change the picture.</summary>
    Moderate,

    /// <summary>Further research is likely to change the picture.</summary>
    Low,

    /// <summary>Any estimate is very uncertain.</summary>
    VeryLow,
}

/// <summary>A reason for choosing an exercise or technique for a condition, with what it rests on.</summary>
public sealed record Indication
{
    /// <summary>Slug of the condition.</summary>
    /// <example>poor-posture</example>
    [Reference("conditions")]
    public required string Condition { get; init; }

    /// <summary>What the reason rests on.</summary>
    public required Basis Basis { get; init; }

    /// <summary>Whether research studied this exercise or only its class. Null unless the basis is literature.</summary>
    public Directness? Directness { get; init; }

    /// <summary>How sure the evidence makes us. Null where nobody graded it, as for what a single author states.</summary>
    public Certainty? Certainty { get; init; }

    /// <summary>The reason, in a sentence or two that a patient understands.</summary>
    [Descriptive]
    public required string Rationale { get; init; }

    /// <summary>Where the claim comes from; at least one.</summary>
    [MinLength(1)]
    public required IReadOnlyList<Citation> Sources { get; init; }
}

/// <summary>How strictly a caution is meant.</summary>
public enum CautionSeverity
{
    /// <summary>Leave it out.</summary>
    Avoid,

    /// <summary>Do it in the changed form that the advice describes.</summary>
    Modify,

    /// <summary>Do it, and keep an eye on what the advice names.</summary>
    Watch,
}

/// <summary>When to leave out, change or watch something.</summary>
public sealed record Caution
{
    /// <summary>Slug of the condition that calls for the caution. Null when it concerns people whatever brought them here.</summary>
    /// <example>suprascapular-nerve-irritation</example>
    [Reference("conditions")]
    public string? Condition { get; init; }

    /// <summary>The circumstance, so that a reader recognises it.</summary>
    public required string When { get; init; }

    /// <summary>What to do then.</summary>
    public required string Advice { get; init; }

    /// <summary>How strictly it is meant.</summary>
    public required CautionSeverity Severity { get; init; }

    /// <summary>Where the caution comes from; at least one.</summary>
    [MinLength(1)]
    public required IReadOnlyList<Citation> Sources { get; init; }
}

/// <summary>A sign to stop at, and what to do then.</summary>
public sealed record StopRule
{
    /// <summary>The sign and what to do, in one sentence.</summary>
    public required string Text { get; init; }

    /// <summary>Where the rule comes from; at least one.</summary>
    [MinLength(1)]
    public required IReadOnlyList<Citation> Sources { get; init; }
}
