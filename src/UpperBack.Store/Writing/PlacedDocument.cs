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
internal sealed class PlacedDocument(string origin, Collection collection, Document document)
{
    public string Origin => origin;

    public Collection Collection => collection;

    public Document Document => document;

    public DocumentKey Key { get; } = new(collection.Name, document.Slug);

    /// <summary>The documents that it refers to, each once.</summary>
    public IReadOnlyList<DocumentKey> RefersTo => field ??= [.. collection.Shape.ReferredIn(document).Select(reference => new DocumentKey(reference.Collection, reference.Slug)).Distinct()];

    /// <summary>Its JSON, as it is stored and served.</summary>
    public byte[] Body => field ??= JsonSerializer.SerializeToUtf8Bytes(document, collection.Shape.Type, DocumentJson.Compact);

    /// <summary>The documents that it looks into.</summary>
    public IEnumerable<DocumentKey> LooksInto => RefersTo.Where(key => collection.LooksInto.Contains(key.Collection));

    /// <summary>The same place with what the service computes filled in.</summary>
    public PlacedDocument With(Document completed) => ReferenceEquals(completed, document) ? this : new(origin, collection, completed);
}

/// <summary>A note that a document goes away, and where the note comes from.</summary>
internal sealed record PlacedRetirement(string Origin, Retirement Retirement);

/// <summary>A translation and where it comes from; the revision is that of the translation itself.</summary>
internal sealed record PlacedTranslation(string Origin, Translation Translation, int Revision, string Author);

/// <summary>A document that differs from what is stored, as it will be stored.</summary>
internal sealed record ChangedDocument(PlacedDocument Document, int Revision, string Author);

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
internal sealed record StoredDocument(Collection Collection, ReadOnlyMemory<byte> Body, Retirement? Retirement, string Author)
{
    public bool IsRetired => Retirement is not null;

    public Document Read() => (Document)JsonSerializer.Deserialize(Body.Span, Collection.Shape.Type, DocumentJson.Compact)!;
}
