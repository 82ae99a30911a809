using System.ComponentModel.DataAnnotations;

namespace UpperBack.Content.Documents;

/// <summary>A movement or position that a person can do for the upper back, with how, how much, for what and on what evidence.</summary>
public sealed record Exercise : Document
{
    /// <summary>What it is good for in training terms, without a promise.</summary>
    [Descriptive]
    public required string Purpose { get; init; }

    /// <summary>What it mainly trains.</summary>
    public required ExerciseKind Kind { get; init; }

    /// <summary>How demanding the basic version is. Our editors' judgement: the sources do not grade it.</summary>
    public required Level Level { get; init; }

    /// <summary>Body positions it can be done in. Empty where the source does not say.</summary>
    public IReadOnlyList<Position> Positions { get; init; } = [];

    /// <summary>Whether it works both sides at once, one side, or sides in turn.</summary>
    public required Laterality Laterality { get; init; }

    /// <summary>What is needed or useful. Empty when nothing is.</summary>
    public IReadOnlyList<ExerciseEquipment> Equipment { get; init; } = [];

    /// <summary>The muscles it works on and what it does to each; at least one.</summary>
    [MinLength(1)]
    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>How much, as the source gives it. Null where it gives nothing.</summary>
    public Dosage? Dosage { get; init; }

    /// <summary>The steps in order; at least one.</summary>
    [MinLength(1)]
    public required IReadOnlyList<Instruction> Instructions { get; init; }

    /// <summary>How it looks: what the picture at <c>/v1/exercises/{slug}/figure.svg</c> is drawn from. Null where nobody has drawn it yet.</summary>
    public Figure? Figure { get; init; }

    /// <summary>How to breathe. Null where no source says.</summary>
    public string? Breathing { get; init; }

    /// <summary>Short reminders of good form.</summary>
    public IReadOnlyList<string> Cues { get; init; } = [];

    /// <summary>What often goes wrong and what to do instead.</summary>
    public IReadOnlyList<string> CommonMistakes { get; init; } = [];

    /// <summary>The conditions it is chosen for, with the reason and what that rests on. Empty where nothing supports it for any.</summary>
    public IReadOnlyList<Indication> Indications { get; init; } = [];

    /// <summary>When to leave it out, change it or watch something; at least one.</summary>
    [MinLength(1)]
    public required IReadOnlyList<Caution> Cautions { get; init; }

    /// <summary>Easier, harder and similar exercises.</summary>
    public IReadOnlyList<ExerciseRelation> Relations { get; init; } = [];

    /// <summary>Signs to stop at; at least one.</summary>
    [MinLength(1)]
    public required IReadOnlyList<StopRule> StopRules { get; init; }
}

/// <summary>What an exercise mainly trains.</summary>
public enum ExerciseKind
{
    /// <summary>Muscles work against a load or body weight.</summary>
    Strength,

    /// <summary>Muscles are lengthened and held.</summary>
    Stretch,

    /// <summary>Joints are moved through their range.</summary>
    Mobility,

    /// <summary>Small, precise movements train which muscle works when.</summary>
    MotorControl,
}

/// <summary>How demanding an exercise or routine is. Ordered: beginner, intermediate, advanced.</summary>
public enum Level
{
    /// <summary>For people new to exercise.</summary>
    Beginner,

    /// <summary>For people who exercise now and then.</summary>
    Intermediate,

    /// <summary>For people who train regularly.</summary>
    Advanced,
}

/// <summary>A body position.</summary>
public enum Position
{
    /// <summary>On the feet.</summary>
    Standing,

    /// <summary>On a chair or stool.</summary>
    Sitting,

    /// <summary>On the knees.</summary>
    Kneeling,

    /// <summary>On hands or forearms and feet or knees, facing down.</summary>
    FrontSupport,

    /// <summary>On one forearm or hand and the side of the foot.</summary>
    SideSupport,

    /// <summary>Lying face down.</summary>
    Prone,

    /// <summary>Lying face up.</summary>
    Supine,
}

/// <summary>Which sides of the body an exercise works.</summary>
public enum Laterality
{
    /// <summary>Both sides at once.</summary>
    Bilateral,

    /// <summary>One side, then the other.</summary>
    Unilateral,

    /// <summary>Sides in turn from repetition to repetition.</summary>
    Alternating,
}

/// <summary>One piece of equipment and its part in an exercise.</summary>
public sealed record ExerciseEquipment
{
    /// <summary>Slug of the equipment.</summary>
    /// <example>exercise-band</example>
    [Reference("equipment")]
    public required string Equipment { get; init; }

    /// <summary>True when the exercise cannot be done without it or one of its substitutes.</summary>
    public required bool Required { get; init; }

    /// <summary>What it is used for.</summary>
    /// <example>resistance, anchored at elbow height</example>
    [Descriptive]
    public string? Role { get; init; }
}
