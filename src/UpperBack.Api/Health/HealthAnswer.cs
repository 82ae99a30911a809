using System.Text.Json.Serialization;

namespace UpperBack.Api.Health;

/// <summary>How the service is.</summary>
public sealed record HealthAnswer
{
    /// <summary><c>live</c>: the process is up. <c>ready</c>: it can also answer requests.</summary>
    /// <example>ready</example>
    public required string Status { get; init; }

    /// <summary>What was looked at, by name: <c>healthy</c>, or <c>degraded</c> if it works but not well. Only for readiness.</summary>
    /// <example>{"database":"healthy"}</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Checks { get; init; }
}
