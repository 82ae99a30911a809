using UpperBack.Content.Collections;

namespace UpperBack.Search.Queries;

/// <summary>One key of a sort order.</summary>
/// <param name="Key">The key.</param>
/// <param name="Descending">True for descending order. Documents without a value come last either way.</param>
public sealed record SortTerm(SortKey Key, bool Descending);
