namespace UpperBack.Content.Documents;

/// <summary>How one exercise relates to another.</summary>
public sealed record ExerciseRelation
{
    /// <summary>What the other exercise is to this one.</summary>
    public required RelationType Type { get; init; }

    /// <summary>Slug of the other exercise.</summary>
    /// <example>wall-push-up</example>
    [Reference("exercises")]
    public required string Exercise { get; init; }

    /// <summary>What makes the difference. Null when the names say it.</summary>
    [Descriptive]
    public string? Note { get; init; }
}

/// <summary>What another exercise is to this one.</summary>
public enum RelationType
{
    /// <summary>Harder.</summary>
    Progression,

    /// <summary>Easier.</summary>
    Regression,

    /// <summary>The same idea in another form.</summary>
    Variation,

    /// <summary>Another way to the same end.</summary>
    Alternative,
}
