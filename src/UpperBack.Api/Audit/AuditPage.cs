using System.Text.Json;
using UpperBack.Store.Audit;

namespace UpperBack.Api.Audit;

/// <summary>One page of the audit.</summary>
public sealed record AuditPage
{
    /// <summary>What was done, newest first.</summary>
    public required IReadOnlyList<AuditRecord> Items { get; init; }

    /// <summary>What to give as <c>cursor</c> for the next, older page. Absent on the last page.</summary>
    public string? NextCursor { get; init; }

    /// <summary>This page and the next, as paths on this server.</summary>
    public required PageLinks Links { get; init; }
}

/// <summary>One thing that somebody did.</summary>
public sealed record AuditRecord
{
    /// <summary>Grows with every record.</summary>
    /// <example>17</example>
    public required long Id { get; init; }

    /// <summary>When, in UTC.</summary>
    /// <example>2026-11-20T10:00:00Z</example>
    public required DateTime At { get; init; }

    /// <summary>Who: the name of a key, or what acted on the command line.</summary>
    /// <example>clinic website</example>
    public required string Actor { get; init; }

    /// <summary>The id of the key. Absent on the command line.</summary>
    /// <example>0199a1f0-5c3e-7a41-9d6b-2f0c8f6b1a11</example>
    public Guid? KeyId { get; init; }

    /// <summary>What was done.</summary>
    /// <example>key.created</example>
    public required string Action { get; init; }

    /// <summary>To what.</summary>
    /// <example>keys/translator</example>
    public required string Target { get; init; }

    /// <summary>What else is worth knowing; what it holds depends on the action.</summary>
    /// <example>{"prefix":"ub_3Kf9aQx2","scopes":["content:write"]}</example>
    public IReadOnlyDictionary<string, JsonElement>? Detail { get; init; }

    internal static AuditRecord Of(AuditEntry entry) => new()
    {
        Id = entry.Id,
        At = entry.At.UtcDateTime,
        Actor = entry.Actor,
        KeyId = entry.KeyId,
        Action = entry.Action,
        Target = entry.Target,
        Detail = entry.Detail is { } detail ? JsonElement.Parse(detail).EnumerateObject().ToDictionary(member => member.Name, member => member.Value) : null,
    };
}
