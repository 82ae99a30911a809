namespace UpperBack.Store.Reading;

/// <summary>A document as readers get it.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Body">Its JSON, ready to be sent.</param>
public sealed record ServedDocument(string Slug, ReadOnlyMemory<byte> Body);

/// <summary>A document found among all collections, or within a search.</summary>
/// <param name="Collection">The collection it belongs to.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Name">Its name.</param>
/// <param name="Summary">Its summary.</param>
/// <param name="Score">How well it matches; only comparable within one answer.</param>
/// <param name="Highlights">JSON object of the fields that matched, HTML-escaped, matches in mark elements. Null when none did by the letter.</param>
public sealed record SearchHit(string Collection, string Slug, string Name, string Summary, double Score, byte[]? Highlights);

/// <summary>How much of a collection is there in a language.</summary>
/// <param name="Language">Code of the language.</param>
/// <param name="Current">Documents that are served in it.</param>
/// <param name="Reviewed">Of these, how many a person has reviewed.</param>
/// <param name="Stale">Translations that no longer fit the English texts.</param>
public sealed record TranslationCount(string Language, long Current, long Reviewed, long Stale);

/// <summary>A slug in a query that no document has.</summary>
/// <param name="Collection">The collection it was looked for in.</param>
/// <param name="Slug">The slug.</param>
/// <param name="Nearest">The slug that was probably meant. Null when nothing is near.</param>
public sealed record UnknownSlug(string Collection, string Slug, string? Nearest);

/// <summary>A document that was asked for and has been retired.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="ReplacedBy">What takes its place. Null when nothing does.</param>
public sealed record RetiredDocument(string Slug, string? ReplacedBy);
