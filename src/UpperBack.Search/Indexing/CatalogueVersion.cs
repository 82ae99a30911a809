namespace UpperBack.Search.Indexing;

/// <summary>Which state of the database an index is of.</summary>
/// <param name="Position">The position in the change feed.</param>
/// <param name="Collections">The version of each collection by name.</param>
public sealed record CatalogueVersion(FeedPosition Position, IReadOnlyDictionary<string, long> Collections);
