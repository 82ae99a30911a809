namespace UpperBack.Search;

/// <summary>A position in the change feed of one database.</summary>
/// <param name="Epoch">Identifies the database.</param>
/// <param name="Sequence">The sequence number of the change at this position; 0 before the first.</param>
public sealed record FeedPosition(string Epoch, long Sequence);
