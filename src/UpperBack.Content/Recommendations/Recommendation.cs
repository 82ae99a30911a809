using System.ComponentModel.DataAnnotations;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>
/// Exercises that the catalogue supports for the chosen conditions, with the reasons; or why there are none. Content
/// that was looked up, not a diagnosis. The same question to the same catalogue gives the same answer, byte for byte.
/// </summary>
public sealed record Recommendation
{
    /// <summary>What came of it.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Version of the rules that chose and ranked. It changes when the same catalogue may give another answer.</summary>
    /// <example>1.0</example>
    public required string RulesetVersion { get; init; }

    /// <summary>Version of the catalogue that was looked at. It changes with every publication.</summary>
    /// <example>4f0c2d9a81b6</example>
    public required string CatalogueVersion { get; init; }

    /// <summary>The language of the texts.</summary>
    public required Language Language { get; init; }

    /// <summary>What this is and is not, to be shown with it.</summary>
    public required string Notice { get; init; }

    /// <summary>The outcome in a few sentences.</summary>
    public required string Message { get; init; }

    /// <summary>The conditions as they were understood, by slug. An everyday name may have led to several.</summary>
    public required IReadOnlyList<ChosenCondition> Conditions { get; init; }

    /// <summary>What to read before anything else: what a reported sign that does not stop exercise asks for, then for each condition of a disc, of a nerve or led by a clinician to see one first.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>Whom to see and how soon. Absent unless the outcome is refer.</summary>
    public Referral? Referral { get; init; }

    /// <summary>The warning signs to ask about first, most urgent first: those of the conditions, and those reported.</summary>
    public required IReadOnlyList<WarningSign> RedFlags { get; init; }

    /// <summary>The exercises, in the order in which to consider them: first those that serve what is not served yet, then by score. Empty unless the outcome is suggested.</summary>
    public IReadOnlyList<RecommendedExercise> Items { get; init; } = [];

    /// <summary>How many exercises qualify, before the limit.</summary>
    /// <example>6</example>
    public int Total { get; init; }

    /// <summary>What was left out although it is supported or concerned, and why; at most 100.</summary>
    public IReadOnlyList<ExcludedExercise> Excluded { get; init; } = [];

    /// <summary>How many exercises were left out in all.</summary>
    /// <example>2</example>
    public int ExcludedTotal { get; init; }

    /// <summary>What no suggested exercise acts on, and why.</summary>
    public IReadOnlyList<UncoveredMechanism> Uncovered { get; init; } = [];

    /// <summary>What else is chosen for these conditions, beside exercise.</summary>
    public IReadOnlyList<RecommendedTechnique> Techniques { get; init; } = [];

    /// <summary>The exercises as one session. Absent unless the outcome is suggested.</summary>
    public RecommendedRoutine? Routine { get; init; }
}

/// <summary>What came of looking for exercises.</summary>
public enum Outcome
{
    /// <summary>There are exercises with support.</summary>
    Suggested,

    /// <summary>A warning sign was reported: see someone first. No exercise is named anywhere in the answer.</summary>
    Refer,

    /// <summary>No exercise has support, or everything that has was left out.</summary>
    NothingSupported,
}

/// <summary>A condition that was chosen.</summary>
public sealed record ChosenCondition
{
    /// <summary>Its slug.</summary>
    /// <example>trapezius-tension</example>
    public required string Slug { get; init; }

    /// <summary>Its name.</summary>
    /// <example>Upper trapezius tension</example>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required string Summary { get; init; }

    /// <summary>True when at least one of the suggested exercises has support for it. Absent when none was looked for, because a warning sign was reported.</summary>
    public bool? Supported { get; init; }

    /// <summary>True when a clinician should lead.</summary>
    public required bool ClinicianLed { get; init; }

    /// <summary>When and whom to ask for help. Absent where the warning signs say it all.</summary>
    public string? SeekAdvice { get; init; }

    /// <summary>What people can do themselves beside exercise. Empty when the outcome is refer.</summary>
    public IReadOnlyList<string> SelfCare { get; init; } = [];
}

/// <summary>What to read before anything else.</summary>
public sealed record Warning
{
    /// <summary>Slug of the condition that it belongs to. Absent when it belongs to a warning sign.</summary>
    /// <example>disc-herniation</example>
    public string? Condition { get; init; }

    /// <summary>Slug of the reported warning sign that it belongs to. Absent when it belongs to a condition.</summary>
    /// <example>between-shoulders</example>
    public string? RedFlag { get; init; }

    /// <summary>What to do first.</summary>
    public required string Text { get; init; }

    /// <summary>Where it comes from.</summary>
    public required IReadOnlyList<Citation> Sources { get; init; }
}

/// <summary>Whom to see, and how soon.</summary>
public sealed record Referral
{
    /// <summary>The most urgent action that the reported signs call for.</summary>
    public required RedFlagAction Action { get; init; }

    /// <summary>What to do, most urgent first: the advice of each reported sign that stops exercise.</summary>
    [MinLength(1)]
    public required IReadOnlyList<string> Advice { get; init; }
}

/// <summary>A warning sign to ask about.</summary>
public sealed record WarningSign
{
    /// <summary>Its slug: what to send as reported.</summary>
    /// <example>cord-signs</example>
    public required string Slug { get; init; }

    /// <summary>The question to ask, answered by yes or no.</summary>
    public required string Question { get; init; }

    /// <summary>How fast to seek help when the answer is yes.</summary>
    public required RedFlagAction Action { get; init; }

    /// <summary>What to do when the answer is yes.</summary>
    public required string Advice { get; init; }

    /// <summary>True when a yes stops exercise until someone has looked. False when it asks for advice before starting.</summary>
    public required bool StopsExercise { get; init; }

    /// <summary>True when the caller reported it.</summary>
    public required bool Reported { get; init; }

    /// <summary>Where it comes from.</summary>
    public required IReadOnlyList<Citation> Sources { get; init; }
}
