using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Writing;

/// <summary>A document on its way into the catalogue.</summary>
/// <param name="Origin">Where it comes from, for reports: the path of a file.</param>
/// <param name="Collection">The collection it belongs to.</param>
/// <param name="Slug">The slug it must have.</param>
/// <param name="Read">Reads its JSON, once.</param>
/// <param name="Part">What the JSON is of the document.</param>
public sealed record IncomingDocument(string Origin, Collection Collection, string Slug, Func<ReadOnlyMemory<byte>> Read, DocumentPart Part = DocumentPart.Document)
{
    /// <summary>A document that has been read already.</summary>
    /// <param name="origin">Where it comes from, for reports.</param>
    /// <param name="collection">The collection it belongs to.</param>
    /// <param name="slug">The slug it must have.</param>
    /// <param name="body">Its JSON.</param>
    /// <param name="part">What the JSON is of the document.</param>
    public IncomingDocument(string origin, Collection collection, string slug, ReadOnlyMemory<byte> body, DocumentPart part = DocumentPart.Document)
        : this(origin, collection, slug, () => body, part)
    {
    }

    /// <summary>The language that a translation must have; null for other parts.</summary>
    public Language? Language { get; init; }
}

/// <summary>What a file says of a document.</summary>
public enum DocumentPart
{
    /// <summary>The document itself.</summary>
    Document,

    /// <summary>Its texts in another language.</summary>
    Translation,

    /// <summary>That it goes away.</summary>
    Retirement,
}

/// <summary>A fault and the file that it stands in.</summary>
/// <param name="Origin">The file, or the collection and slug of a published document that the import would break.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record OriginFault(string Origin, Fault Fault);

/// <summary>What became of one document, translation or retirement.</summary>
/// <param name="Origin">Where it came from.</param>
/// <param name="Result">What became of it.</param>
public sealed record ImportOutcome(string Origin, ImportResult Result);

/// <summary>What can become of what is imported.</summary>
public enum ImportResult
{
    /// <summary>It is new.</summary>
    Created,

    /// <summary>It changed and got a new revision.</summary>
    Updated,

    /// <summary>It went away.</summary>
    Retired,

    /// <summary>It was there already, as it is.</summary>
    Unchanged,
}

/// <summary>What an import did, or why it did nothing.</summary>
public sealed record ImportReport
{
    /// <summary>The faults of all documents; when there is one, nothing was imported.</summary>
    public FaultList<OriginFault> Faults { get; init; } = new();

    /// <summary>What became of each.</summary>
    public IReadOnlyList<ImportOutcome> Outcomes { get; init; } = [];

    /// <summary>How many documents and translations are new.</summary>
    public int Created { get; init; }

    /// <summary>How many documents and translations changed and got a new revision.</summary>
    public int Updated { get; init; }

    /// <summary>How many documents went away.</summary>
    public int Retired { get; init; }

    /// <summary>How many of the given documents and translations were there already, as they are.</summary>
    public int Unchanged { get; init; }

    /// <summary>The translations that were not made from the English texts as they are now.</summary>
    public IReadOnlyList<StaleTranslation> StaleTranslations { get; init; } = [];

    /// <summary>How many documents and translations were left as they are because another author has edited them since.</summary>
    public int Kept { get; init; }
}
