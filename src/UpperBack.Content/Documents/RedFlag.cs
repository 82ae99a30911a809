namespace UpperBack.Content.Documents;

/// <summary>A warning sign to ask about before any exercise, and what to do when the answer is yes.</summary>
[Clinical]
public sealed record RedFlag : Document
{
    /// <summary>The question to ask, answered by yes or no.</summary>
    public required string Question { get; init; }

    /// <summary>How fast to seek help when the answer is yes. Ordered: emergency, urgent, clinician.</summary>
    public required RedFlagAction Action { get; init; }

    /// <summary>What to do when the answer is yes.</summary>
    public required string Advice { get; init; }

    /// <summary>True when a yes stops exercise until someone has looked. False when it asks for advice before starting.</summary>
    public required bool StopsExercise { get; init; }
}

/// <summary>How fast to seek help.</summary>
public enum RedFlagAction
{
    /// <summary>Call the emergency number or go to an emergency department now.</summary>
    Emergency,

    /// <summary>Speak to a doctor or an urgent advice line today.</summary>
    Urgent,

    /// <summary>See a doctor, physiotherapist or other clinician before going on.</summary>
    Clinician,
}
