namespace UpperBack.Content;

/// <summary>A violation that keeps a document from being published, with its place and a suggestion.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) to the place in the document; empty for the document as a whole.</param>
/// <param name="Code">Stable code of the rule, in kebab-case.</param>
/// <param name="Detail">What is wrong, in a sentence.</param>
/// <param name="Suggestion">The nearest right value, when there is one.</param>
public sealed record Fault(string Pointer, string Code, string Detail, string? Suggestion = null);
