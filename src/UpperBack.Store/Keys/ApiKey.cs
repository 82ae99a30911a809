namespace UpperBack.Store.Keys;

/// <summary>A key as it may be shown: everything but the key itself, which only its owner has.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called: the name that stands in histories and in the audit.</param>
/// <param name="Prefix">How it begins, enough to tell it from others.</param>
/// <param name="Scopes">What it may do.</param>
public sealed record ApiKey(Guid Id, string Name, string Prefix, IReadOnlyList<string> Scopes)
{
    /// <summary>Requests a minute. Null for the usual number.</summary>
    public int? PerMinute { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made it.</summary>
    public string CreatedBy { get; init; } = "";

    /// <summary>When it ends. Null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was last used, to the minute. Null when it never was.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>When it was revoked. Null while it holds.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
