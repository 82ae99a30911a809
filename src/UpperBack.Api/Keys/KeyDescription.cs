using UpperBack.Store.Keys;

namespace UpperBack.Api.Keys;

/// <summary>A key as it may be shown: everything but the key itself, which only its owner has.</summary>
public record KeyDescription
{
    /// <summary>Its id.</summary>
    /// <example>0199a1f0-5c3e-7a41-9d6b-2f0c8f6b1a11</example>
    public required Guid Id { get; init; }

    /// <summary>What it is called: the name that stands in histories and in the audit.</summary>
    /// <example>clinic website</example>
    public required string Name { get; init; }

    /// <summary>Its beginning, enough to identify it.</summary>
    /// <example>ub_3Kf9aQx2</example>
    public required string Prefix { get; init; }

    /// <summary>What it may do; <c>admin</c> stands for all.</summary>
    /// <example>["content:read-drafts","content:write"]</example>
    [ScopeNames]
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Whether it works.</summary>
    /// <example>active</example>
    public required KeyState State { get; init; }

    /// <summary>Requests a minute, if they are not the usual number.</summary>
    /// <example>12000</example>
    public int? PerMinute { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    /// <example>2026-11-20T10:00:00Z</example>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Who made it: the name of a key, or the command line.</summary>
    /// <example>command line</example>
    public required string CreatedBy { get; init; }

    /// <summary>When it stops working, in UTC. Absent when it does not by itself.</summary>
    /// <example>2027-02-18T10:00:00Z</example>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>When it was last used, to the minute, in UTC. Absent when it never was.</summary>
    /// <example>2026-11-21T08:30:00Z</example>
    public DateTime? LastUsedAt { get; init; }

    /// <summary>When it was revoked, in UTC. Absent when it was not.</summary>
    /// <example>2026-12-01T17:00:00Z</example>
    public DateTime? RevokedAt { get; init; }

    internal static KeyDescription Of(ApiKey key) => new()
    {
        Id = key.Id,
        Name = key.Name,
        Prefix = key.Prefix,
        Scopes = key.Scopes,
        State = key switch
        {
            { RevokedAt: not null } => KeyState.Revoked,
            { ExpiresAt: { } end } when end <= DateTimeOffset.UtcNow => KeyState.Expired,
            _ => KeyState.Active,
        },
        PerMinute = key.PerMinute,
        CreatedAt = key.CreatedAt.UtcDateTime,
        CreatedBy = key.CreatedBy,
        ExpiresAt = key.ExpiresAt?.UtcDateTime,
        LastUsedAt = key.LastUsedAt?.UtcDateTime,
        RevokedAt = key.RevokedAt?.UtcDateTime,
    };
}

/// <summary>Whether a key works.</summary>
public enum KeyState
{
    /// <summary>It works.</summary>
    Active,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was revoked.</summary>
    Revoked,
}

/// <summary>The keys of the service.</summary>
public sealed record KeyList
{
    /// <summary>Every key, also those that work no longer, newest first.</summary>
    public required IReadOnlyList<KeyDescription> Items { get; init; }
}
