using System.Text.Json;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Writing;

/// <summary>What a document is kept under.</summary>
internal readonly record struct DocumentKey(string Collection, string Slug)
{
    public override string ToString() => $"{Collection}/{Slug}";
}

/// <summary>What a translation is kept under.</summary>
internal readonly record struct TranslationKey(DocumentKey Document, Language Language)
{
    public override string ToString() => $"{Document} ({SearchLanguage.Code(Language)})";
}

/// <summary>A document and where it comes from.</summary>
internal sealed record PlacedDocument(string Origin, Collection Collection, Document Document)
{
    public DocumentKey Key => new(Collection.Name, Document.Slug);

    public IEnumerable<Reference> References => Collection.Shape.ReferencesIn(Document);
}

/// <summary>A note that a document goes away, and where the note comes from.</summary>
internal sealed record PlacedRetirement(string Origin, Retirement Retirement);

/// <summary>A translation and where it comes from; the revision is that of the translation itself.</summary>
internal sealed record PlacedTranslation(string Origin, Translation Translation, int Revision, string Author);

/// <summary>A document that differs from what is stored, as it will be stored.</summary>
internal sealed record ChangedDocument(PlacedDocument Document, byte[] Body, int Revision, string Author);

/// <summary>The newest revision of a document, and the draft that waits to be published.</summary>
/// <param name="Revision">The number of the newest revision.</param>
/// <param name="Draft">The number of the draft. Null when there is none.</param>
/// <param name="DraftBody">The draft's JSON.</param>
internal sealed record RevisionHead(int Revision, int? Draft, byte[]? DraftBody)
{
    /// <summary>A document that nobody has saved yet.</summary>
    public static RevisionHead None { get; } = new(0, null, null);

    /// <summary>The revision in which to publish what came in: the draft when it is that, otherwise a new one.</summary>
    public int RevisionFor(byte[] body) => Draft is { } draft && DraftBody.AsSpan().SequenceEqual(body) ? draft : Revision + 1;
}

/// <summary>A document as it is stored.</summary>
internal sealed record StoredDocument(Collection Collection, int Revision, ReadOnlyMemory<byte> Body, Retirement? Retirement, string Author)
{
    public bool IsRetired => Retirement is not null;

    public Document Read() => (Document)JsonSerializer.Deserialize(Body.Span, Collection.Shape.Type, DocumentJson.Compact)!;
}
