namespace UpperBack.Search.Queries;

/// <summary>Referenced documents to include in a result.</summary>
/// <param name="First">The collection that the documents of the result refer to.</param>
/// <param name="Second">The collection that the documents of the first refer to. Null for one step.</param>
public sealed record IncludePath(string First, string? Second);
