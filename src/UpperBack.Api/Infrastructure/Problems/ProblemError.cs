using System.Diagnostics.CodeAnalysis;

namespace UpperBack.Api.Infrastructure.Problems;

/// <summary>One fault of a request, with where it is and what would be right.</summary>
public sealed record ProblemError
{
    /// <summary>The kind of fault: one of the problem codes, or for a fault in a body the rule that is broken.</summary>
    /// <example>unknown-value</example>
    public required string Code { get; init; }

    /// <summary>What is wrong, for a person to read.</summary>
    /// <example>“trapezus” is not a value of muscle. Did you mean “trapezius”?</example>
    public required string Detail { get; init; }

    /// <summary>The query parameter that has the fault.</summary>
    /// <example>muscle</example>
    public string? Parameter { get; init; }

    /// <summary>The place in the request body that has the fault, as a JSON pointer (RFC 6901).</summary>
    /// <example>/targets/0/muscle</example>
    [SuppressMessage("Naming", "CA1720", Justification = "The name that RFC 9457 uses for it.")]
    public string? Pointer { get; init; }

    /// <summary>What was sent.</summary>
    /// <example>trapezus</example>
    public string? Value { get; init; }

    /// <summary>The known word nearest to what was sent.</summary>
    /// <example>trapezius</example>
    public string? Suggestion { get; init; }

    /// <summary>What may be sent, where that is a short list.</summary>
    /// <example>["strength","stretch","mobility","motorControl"]</example>
    public IReadOnlyList<string>? Allowed { get; init; }
}
