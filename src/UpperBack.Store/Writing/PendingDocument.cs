using System.Text;
using System.Text.Json;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Writing;

/// <summary>The identity of a document.</summary>
internal readonly record struct DocumentKey(string Collection, string Slug)
{
    /// <summary>Collection and slug, such as exercises/plank.</summary>
    public override string ToString() => $"{Collection}/{Slug}";

    /// <summary>The key that a text such as exercises/plank stands for.</summary>
    public static DocumentKey Parse(string text) => text.IndexOf('/', StringComparison.Ordinal) is var slash ? new(text[..slash], text[(slash + 1)..]) : default;
}

/// <summary>The identity of a translation.</summary>
internal readonly record struct TranslationKey(DocumentKey Document, Language Language)
{
    public override string ToString() => $"{Document} ({Languages.Code(Language)})";
}

/// <summary>A document that is or will be published, and where it comes from.</summary>
internal sealed class PendingDocument(string origin, Collection collection, Document document)
{
    /// <summary>For reports: the file or item, or the collection and slug of what is published already.</summary>
    public string Origin => origin;

    public Collection Collection => collection;

    public Document Document => document;

    public DocumentKey Key { get; } = new(collection.Name, document.Slug);

    /// <summary>The documents that it refers to, each once.</summary>
    public IReadOnlyList<DocumentKey> RefersTo => field ??= [.. collection.Shape.ReferredIn(document).Select(reference => new DocumentKey(reference.Collection, reference.Slug)).Distinct()];

    /// <summary>Its JSON, as it is served.</summary>
    public byte[] Body => field ??= JsonSerializer.SerializeToUtf8Bytes(document, collection.Shape.Type, DocumentJson.Compact);

    /// <summary>Its JSON as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The documents whose content its own filters, texts and computed members depend on.</summary>
    public IEnumerable<DocumentKey> LooksInto => RefersTo.Where(key => collection.LooksInto.Contains(key.Collection));

    /// <summary>The same with computed members filled in.</summary>
    public PendingDocument With(Document completed) => ReferenceEquals(completed, document) ? this : new(origin, collection, completed);
}

/// <summary>A retirement and where it comes from.</summary>
internal sealed record PendingRetirement(string Origin, Retirement Retirement);

/// <summary>A translation and where it comes from; the revision is that of the translation itself.</summary>
internal sealed record PendingTranslation(string Origin, Translation Translation, int Revision, string Author);

/// <summary>A document that differs from what is published, and the revision that it becomes.</summary>
internal sealed record ChangedDocument(PendingDocument Document, int Revision, string Author);
