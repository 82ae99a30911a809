using System.Text.Json;
using UpperBack.Content;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Writing;

/// <summary>The catalogue as it will be, as far as a change touches it: what is published, with what comes in put in its place.</summary>
internal sealed class CatalogueDraft
{
    private readonly StoredPart part;
    private readonly Dictionary<DocumentKey, PlacedDocument> lookedInto;
    private readonly Dictionary<Language, Catalogue> catalogues = [];
    private readonly Dictionary<TranslationKey, Document?> rendered = [];

    private CatalogueDraft(StoredPart part, Dictionary<DocumentKey, PlacedDocument> documents, Dictionary<DocumentKey, PlacedDocument> lookedInto, Dictionary<TranslationKey, PlacedTranslation> translations) =>
        (this.part, Documents, this.lookedInto, Translations) = (part, documents, lookedInto, translations);

    /// <summary>What may come to differ by the change.</summary>
    public Dictionary<DocumentKey, PlacedDocument> Documents { get; }

    public Dictionary<TranslationKey, PlacedTranslation> Translations { get; }

    /// <summary>The documents in English.</summary>
    public Catalogue Catalogue => In(Language.En);

    public IEnumerable<TranslationKey> StaleTranslations =>
        Translations.Keys.Where(key => Documents.ContainsKey(key.Document) && Rendered(key) is null);

    public static CatalogueDraft Of(StoredPart part, IncomingContent content)
    {
        var documents = part.Affected.Where(key => !content.Retirements.ContainsKey(key)).Select(part.Placed).OfType<PlacedDocument>().ToDictionary(document => document.Key);
        foreach (var (key, document) in content.Documents)
            documents[key] = document;
        var translations = new Dictionary<TranslationKey, PlacedTranslation>(part.Translations);
        foreach (var (key, translation) in content.Translations)
        {
            var there = part.Translations.GetValueOrDefault(key);
            var isSame = there is not null && Body(there.Translation).AsSpan().SequenceEqual(Body(translation.Translation));
            translations[key] = isSame ? there! : translation with { Revision = (there?.Revision ?? 0) + 1 };
        }

        return new(part, documents, part.Documents.Keys.Where(key => !part.Affected.Contains(key)).Select(part.Placed).OfType<PlacedDocument>().ToDictionary(document => document.Key), translations);
    }

    /// <summary>The catalogue as it was before these documents moved. What stayed is shared, not read again.</summary>
    public CatalogueDraft Before(IEnumerable<DocumentKey> moved)
    {
        var documents = new Dictionary<DocumentKey, PlacedDocument>(Documents);
        foreach (var key in moved)
        {
            if (part.Placed(key) is { } there)
                documents[key] = there;
            else
                documents.Remove(key);
        }

        return new(part, documents, lookedInto, part.Translations);
    }

    /// <summary>The documents in this language where there is a current translation, in English elsewhere.</summary>
    public Catalogue In(Language language)
    {
        if (!catalogues.TryGetValue(language, out var catalogue))
            catalogues[language] = catalogue = new(lookedInto.Values.Concat(Documents.Values).Select(document => (document.Collection, Rendered(new(document.Key, language)) ?? document.Document)));
        return catalogue;
    }

    /// <summary>Whether a document is or will be published.</summary>
    public bool IsThere(DocumentKey key) => Find(key) is not null || (part.Others.TryGetValue(key, out var retirement) && retirement is null);

    /// <summary>How a document that is not there was retired before. Null when it never was.</summary>
    public Retirement? Retired(DocumentKey key) => part.Documents.GetValueOrDefault(key)?.Retirement ?? part.Others.GetValueOrDefault(key);

    /// <summary>A document in the language of a translation, or null when there is no current one.</summary>
    public Document? Rendered(TranslationKey key)
    {
        if (!Translations.TryGetValue(key, out var placed) || Find(key.Document) is not { } document)
            return null;
        if (!rendered.TryGetValue(key, out var translated))
        {
            var isCurrent = placed.Translation.IsCurrent(document.Collection.Shape, document.Document);
            rendered[key] = translated = isCurrent ? placed.Translation.Apply(document.Collection.Shape, document.Document) : null;
        }

        return translated;
    }

    /// <summary>
    /// Fills in what the service computes, and returns the documents that differ from what is stored. The author
    /// answers for those that came in, the service for those that follow from them.
    /// </summary>
    public List<ChangedDocument> Complete(IncomingContent content, string author)
    {
        var before = Catalogue;
        var changes = new List<ChangedDocument>();
        var completed = Documents.Values.AsParallel().AsOrdered().Select(given =>
        {
            var complete = given.With(given.Collection.Complete(given.Document, before));
            return (Given: given, Complete: complete, IsSame: part.Documents.TryGetValue(given.Key, out var there) && there.Body.Span.SequenceEqual(complete.Body));
        });
        foreach (var (given, complete, isSame) in completed.ToList())
        {
            Documents[complete.Key] = complete;
            if (!isSame)
                changes.Add(new(complete, part.Heads.GetValueOrDefault(complete.Key, RevisionHead.None).RevisionFor(given.Body), content.Documents.ContainsKey(complete.Key) ? author : CatalogueImport.ServiceAuthor));
        }

        catalogues.Clear();
        rendered.Clear();
        return changes;
    }

    public List<KeyValuePair<TranslationKey, PlacedTranslation>> ChangedTranslations() =>
        [.. Translations.Where(translation => part.Translations.GetValueOrDefault(translation.Key) != translation.Value)];

    private PlacedDocument? Find(DocumentKey key) => Documents.GetValueOrDefault(key) ?? lookedInto.GetValueOrDefault(key);

    internal static byte[] Body(Translation translation) => JsonSerializer.SerializeToUtf8Bytes(translation, DocumentJson.Compact);
}
