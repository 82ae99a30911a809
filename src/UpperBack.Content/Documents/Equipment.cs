namespace UpperBack.Content.Documents;

/// <summary>A thing that an exercise or technique needs or uses.</summary>
public sealed record Equipment : Document
{
    /// <summary>What sort of thing it is.</summary>
    public required EquipmentKind Kind { get; init; }

    /// <summary>What can stand in for it.</summary>
    public IReadOnlyList<Substitute> Substitutes { get; init; } = [];

    /// <summary>What to check before use.</summary>
    public IReadOnlyList<string> Safety { get; init; } = [];
}

/// <summary>Sorts of equipment.</summary>
public enum EquipmentKind
{
    /// <summary>Gives resistance.</summary>
    Resistance,

    /// <summary>Something to lean on, sit on or lie on.</summary>
    Support,

    /// <summary>Holds other equipment in place.</summary>
    Anchor,

    /// <summary>Presses on muscles.</summary>
    Massage,
}

/// <summary>What can stand in for a piece of equipment.</summary>
public sealed record Substitute
{
    /// <summary>Slug of equipment in the catalogue. Null when it is a household thing that <see cref="Description"/> names.</summary>
    [Reference("equipment")]
    public string? Equipment { get; init; }

    /// <summary>What it is and how it differs in use.</summary>
    public required string Description { get; init; }
}
