namespace UpperBack.Store.Audit;

/// <summary>An entry of the audit: who did what to what, and when.</summary>
public sealed record AuditEntry
{
    /// <summary>Its number. Later entries have higher numbers.</summary>
    public long Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who: the name of a key, or what acted on the command line.</summary>
    public required string Actor { get; init; }

    /// <summary>With which key. Null on the command line.</summary>
    public Guid? KeyId { get; init; }

    /// <summary>What, such as document.published.</summary>
    public required string Action { get; init; }

    /// <summary>To what, such as exercises/plank.</summary>
    public required string Target { get; init; }

    /// <summary>What else is worth knowing: a JSON object as text, so that the order of its members is kept. Null for nothing.</summary>
    public string? Detail { get; init; }
}
