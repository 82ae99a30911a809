using System.Text.Json.Serialization;
using JasperFx.Metadata;

namespace UpperBack.Store.Keys;

/// <summary>An API key as it is stored. The key itself is kept nowhere.</summary>
public sealed record ApiKey : IVersioned
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name, which stands in histories and in the audit.</summary>
    public required string Name { get; init; }

    /// <summary>The beginning of the key, enough to identify it.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the whole key.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>What it may do.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Requests a minute. Null for the default.</summary>
    public int? PerMinute { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who created it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it expires. Null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was last used, to the minute. Null when it never was.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>When it was revoked. Null while it is valid.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Marten's version of this record, for optimistic concurrency.</summary>
    [JsonIgnore]
    public Guid Version { get; set; }
}
