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

/// <summary>How often a value of a filter occurs.</summary>
/// <param name="Value">The value as it stands in a query.</param>
/// <param name="Label">The name of the document that the value is the slug of. Null for other values.</param>
/// <param name="Count">How many documents have it.</param>
public sealed record FacetValue(string Value, string? Label, long Count);

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

/// <summary>Parts of a query that, left out together, would let documents through.</summary>
/// <param name="Parameters">The parameters as they stand in the query.</param>
/// <param name="Total">How many documents would match without them.</param>
public sealed record Relaxation(IReadOnlyList<string> Parameters, long Total);

/// <summary>The answer to a question to one collection.</summary>
public sealed record DocumentPage : IDisposable
{
    /// <summary>What holds the bytes of the documents. Null when there are none.</summary>
    internal BodyBuffer? Bodies { get; init; }

    /// <summary>The documents.</summary>
    public IReadOnlyList<ServedDocument> Items { get; init; } = [];

    /// <summary>The highlights of each item, when something was searched for.</summary>
    public IReadOnlyList<byte[]?> Highlights { get; init; } = [];

    /// <summary>How many match in all. Null when that was not asked for.</summary>
    public long? Total { get; init; }

    /// <summary>The place to go on from. Null at the end.</summary>
    public IReadOnlyList<string?>? Next { get; init; }

    /// <summary>The counts of each facet.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<FacetValue>>();

    /// <summary>The documents brought along, by collection.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ServedDocument>> Included { get; init; } = new Dictionary<string, IReadOnlyList<ServedDocument>>();

    /// <summary>Documents that were asked for by slug and have been retired.</summary>
    public IReadOnlyList<RetiredDocument> Retired { get; init; } = [];

    /// <summary>What was searched for instead, when nothing was found as it was typed. Null otherwise.</summary>
    public string? CorrectedSearch { get; init; }

    /// <summary>Names that the search may have meant, when it found nothing.</summary>
    public IReadOnlyList<string> DidYouMean { get; init; } = [];

    /// <summary>For an empty answer: what keeps everything out.</summary>
    public IReadOnlyList<Relaxation> Relax { get; init; } = [];

    /// <inheritdoc/>
    public void Dispose() => Bodies?.Dispose();
}
