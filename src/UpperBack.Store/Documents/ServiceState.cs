namespace UpperBack.Store.Documents;

/// <summary>What the service remembers in the database, by name.</summary>
public sealed record ServiceState
{
    /// <summary>The build that made the schema and the renderings.</summary>
    public const string Build = "build";

    /// <summary>The version of the way in which documents are kept.</summary>
    public const string SchemaVersion = "schema-version";

    /// <summary>The digest of the seed content that was imported last.</summary>
    public const string SeedContent = "seed-content";

    /// <summary>The name.</summary>
    public required string Id { get; init; }

    /// <summary>The value.</summary>
    public required string Value { get; init; }
}
