using System.ComponentModel.DataAnnotations;
using UpperBack.Content;
using UpperBack.Store.Keys;

namespace UpperBack.Api.Keys;

/// <summary>A key that is to be made.</summary>
public sealed record NewKey
{
    /// <summary>What it is called: the name that stands in histories and in the audit. No other key that is not revoked may have it.</summary>
    /// <example>clinic website</example>
    [MaxLength(KeyName.Longest)]
    public required string Name { get; init; }

    /// <summary>What it may do; <c>admin</c> stands for all.</summary>
    /// <example>["content:read-drafts","content:write"]</example>
    [MinLength(1)]
    [ScopeNames]
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>When it stops working. Left out, it works until it is revoked.</summary>
    /// <example>2027-02-18T10:00:00Z</example>
    [DataType(DataType.DateTime)]
    public string? ExpiresAt { get; init; }

    /// <summary>Requests a minute. Left out, it has the usual number.</summary>
    /// <example>12000</example>
    [Range(1, KeyRules.MostPerMinute)]
    public int? PerMinute { get; init; }
}

/// <summary>What holds for keys, however they are made.</summary>
internal static class KeyRules
{
    public const int MostPerMinute = 1_000_000;

    /// <summary>The scopes, each once and in the order of <see cref="Scope.All"/>.</summary>
    public static IReadOnlyList<string> Ordered(IEnumerable<string> scopes) => [.. Scope.All.Intersect(scopes)];

    /// <summary>What is wrong with a key that is to be made, beyond its form.</summary>
    public static IEnumerable<Fault> FaultsOf(NewKey key)
    {
        if (KeyName.FaultOf(key.Name) is { } wrong)
            yield return new("/name", "invalid-value", $"The name “{key.Name}” {wrong}.");
        for (var index = 0; index < key.Scopes.Count; index++)
        {
            if (!Scope.All.Contains(key.Scopes[index]))
                yield return UnknownScope(key.Scopes[index], $"/scopes/{index}");
        }

        if (key.ExpiresAt is not { } end)
            yield break;
        if (Times.Parse(end) is not { } time)
            yield return new("/expiresAt", "invalid-value", $"“{end}” is not {Times.Expected}.");
        else if (time <= DateTimeOffset.UtcNow)
            yield return new("/expiresAt", "out-of-range", $"{end} is not in the future.");
    }

    /// <summary>A scope that does not exist.</summary>
    public static Fault UnknownScope(string scope, string pointer) =>
        new(pointer, "unknown-value", $"“{scope}” is no scope; there are {string.Join(", ", Scope.All)}.", Nearest.To(scope, Scope.All));
}
