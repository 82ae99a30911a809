using UpperBack.Content.Documents;

namespace UpperBack.Search.Queries;

/// <summary>A search across collections.</summary>
/// <param name="Search">The text to search for.</param>
/// <param name="Collections">The names of the collections to search.</param>
/// <param name="Language">The language to read and search in.</param>
/// <param name="Limit">The greatest number of hits to return, 1 to 100.</param>
/// <param name="After">The cursor to continue after. Null for the first page.</param>
public sealed record SearchQuery(
    string Search, IReadOnlyList<string> Collections, Language Language, int Limit, IReadOnlyList<string?>? After);
