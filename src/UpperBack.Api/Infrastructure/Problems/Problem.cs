namespace UpperBack.Api.Infrastructure.Problems;

/// <summary>What every error answers: a problem document (RFC 9457), sent as application/problem+json.</summary>
public sealed record Problem
{
    /// <summary>The kind of problem, as the address of a page that explains it and says what to do.</summary>
    /// <example>https://api.example.org/problems/unknown-value</example>
    public required string Type { get; init; }

    /// <summary>The kind of problem in a few words; the same for every problem of this kind.</summary>
    /// <example>Unknown value</example>
    public required string Title { get; init; }

    /// <summary>The HTTP status, repeated for readers who see the body alone.</summary>
    /// <example>400</example>
    public required int Status { get; init; }

    /// <summary>What is wrong with this very request, for a person to read.</summary>
    /// <example>“trapezus” is not a value of muscle. Did you mean “trapezius”?</example>
    public string? Detail { get; init; }

    /// <summary>The path that was asked for.</summary>
    /// <example>/v1/exercises</example>
    public string? Instance { get; init; }

    /// <summary>The kind of problem as a stable word, for programs to branch on.</summary>
    /// <example>unknown-value</example>
    public required string Code { get; init; }

    /// <summary>The faults that were found, the first 100 of them, when the request has faults that can be pointed at.</summary>
    public IReadOnlyList<ProblemError>? Errors { get; init; }

    /// <summary>How many faults there are, when that is more than <see cref="Errors"/> has.</summary>
    /// <example>412</example>
    public int? ErrorCount { get; init; }

    /// <summary>What may have been meant, nearest first: slugs or paths.</summary>
    /// <example>["shoulder-blade-squeeze"]</example>
    public IReadOnlyList<string>? Suggestions { get; init; }

    /// <summary>The slug of the document that took the place of a retired one.</summary>
    /// <example>shoulder-blade-squeeze</example>
    public string? ReplacedBy { get; init; }

    /// <summary>The path of the document that took the place of a retired one; also a Link header, rel="successor-version".</summary>
    /// <example>/v1/exercises/shoulder-blade-squeeze</example>
    public string? Successor { get; init; }

    /// <summary>When a retired document was retired, in UTC.</summary>
    /// <example>2026-01-31T09:00:00Z</example>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>Why a retired document was retired.</summary>
    /// <example>Described twice; the other description is the more complete one.</example>
    public string? Reason { get; init; }

    /// <summary>The scope that the key lacks.</summary>
    /// <example>content:write</example>
    public string? RequiredScope { get; init; }

    /// <summary>The number of the newest revision, when a precondition failed.</summary>
    /// <example>8</example>
    public int? Revision { get; init; }

    /// <summary>The published documents that point at one that cannot be retired, by collection and slug.</summary>
    /// <example>["routines/core-and-shoulders"]</example>
    public IReadOnlyList<string>? Referrers { get; init; }

    /// <summary>Where to go on, as a path on this server.</summary>
    /// <example>/v1/catalogue</example>
    public string? Snapshot { get; init; }

    /// <summary>In how many seconds to try again; also the Retry-After header.</summary>
    /// <example>5</example>
    public int? RetryAfter { get; init; }

    /// <summary>What is up and what is down, by name, when the service is not ready.</summary>
    /// <example>{"database":"unhealthy"}</example>
    public IReadOnlyDictionary<string, string>? Checks { get; init; }

    /// <summary>The mark under which the service logged its own failure; quote it when you report one.</summary>
    /// <example>0af7651916cd43dd8448eb211c80319c</example>
    public string? TraceId { get; init; }
}
