namespace UpperBack.Content.Documents;

/// <summary>One step of an exercise.</summary>
public sealed record Instruction
{
    /// <summary>The part of the exercise that the step belongs to.</summary>
    public required InstructionPhase Phase { get; init; }

    /// <summary>The step, addressed to the person doing it.</summary>
    public required string Text { get; init; }
}

/// <summary>The parts of an exercise, in order.</summary>
public enum InstructionPhase
{
    /// <summary>Getting into place.</summary>
    SetUp,

    /// <summary>The movement itself.</summary>
    Move,

    /// <summary>Staying in the end position.</summary>
    Hold,

    /// <summary>Coming back.</summary>
    Return,

    /// <summary>Repeating, changing sides, ending.</summary>
    Repeat,
}
