using System.Text.Json;
using UpperBack.Content;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Writing;

/// <summary>The catalogue as it will be: what is published, with what comes in put in its place.</summary>
internal sealed class CatalogueDraft
{
    private readonly Dictionary<Language, Catalogue> catalogues = [];

    private CatalogueDraft(Dictionary<DocumentKey, PlacedDocument> documents, Dictionary<TranslationKey, PlacedTranslation> translations) =>
        (Documents, Translations) = (documents, translations);

    public Dictionary<DocumentKey, PlacedDocument> Documents { get; }

    public Dictionary<TranslationKey, PlacedTranslation> Translations { get; }

    /// <summary>The documents in English.</summary>
    public Catalogue Catalogue => In(Language.En);

    public IEnumerable<TranslationKey> StaleTranslations =>
        Translations.Keys.Where(key => Documents.ContainsKey(key.Document) && Rendered(key) is null);

    public static CatalogueDraft Of(
        Dictionary<DocumentKey, StoredDocument> stored, Dictionary<TranslationKey, PlacedTranslation> storedTranslations, IncomingContent content)
    {
        var documents = stored.Where(entry => !entry.Value.IsRetired && !content.Retirements.ContainsKey(entry.Key))
            .ToDictionary(entry => entry.Key, entry => Placed(entry.Key, entry.Value));
        var translations = new Dictionary<TranslationKey, PlacedTranslation>(storedTranslations);
        foreach (var (key, document) in content.Documents)
            documents[key] = document;
        foreach (var (key, translation) in content.Translations)
        {
            var there = storedTranslations.GetValueOrDefault(key);
            var isSame = there is not null && Body(there.Translation).AsSpan().SequenceEqual(Body(translation.Translation));
            translations[key] = isSame ? there! : translation with { Revision = (there?.Revision ?? 0) + 1 };
        }

        return new(documents, translations);
    }

    /// <summary>The catalogue as it was before these documents moved. What stayed is shared, not read again.</summary>
    public CatalogueDraft Before(
        IEnumerable<DocumentKey> moved, Dictionary<DocumentKey, StoredDocument> stored, Dictionary<TranslationKey, PlacedTranslation> storedTranslations)
    {
        var documents = new Dictionary<DocumentKey, PlacedDocument>(Documents);
        foreach (var key in moved)
        {
            if (stored.GetValueOrDefault(key) is { IsRetired: false } there)
                documents[key] = Placed(key, there);
            else
                documents.Remove(key);
        }

        return new(documents, storedTranslations);
    }

    /// <summary>The documents in this language where there is a current translation, in English elsewhere.</summary>
    public Catalogue In(Language language)
    {
        if (!catalogues.TryGetValue(language, out var catalogue))
            catalogues[language] = catalogue = new(Documents.Values.Select(document => (document.Collection, Rendered(new(document.Key, language)) ?? document.Document)));
        return catalogue;
    }

    /// <summary>A document in the language of a translation, or null when there is no current one.</summary>
    public Document? Rendered(TranslationKey key) =>
        Translations.GetValueOrDefault(key) is { } placed && Documents[key.Document] is { } document
            && placed.Translation.IsCurrent(document.Collection.Shape, document.Document)
            ? placed.Translation.Apply(document.Collection.Shape, document.Document) : null;

    /// <summary>
    /// Fills in what the service computes, and returns the documents that differ from what is stored. The author
    /// answers for those that came in, the service for those that follow from them.
    /// </summary>
    public List<ChangedDocument> Complete(Dictionary<DocumentKey, StoredDocument> stored, Dictionary<DocumentKey, RevisionHead> heads, IncomingContent content, string author)
    {
        var changes = new List<ChangedDocument>();
        var before = Catalogue;
        foreach (var (key, placed) in Documents.ToList())
        {
            var complete = placed with { Document = placed.Collection.Complete(placed.Document, before) };
            Documents[key] = complete;
            var body = Body(complete);
            var there = stored.GetValueOrDefault(key);
            if (there is not null && there.Body.Span.SequenceEqual(body))
                continue;
            var revision = heads.GetValueOrDefault(key, RevisionHead.None).RevisionFor(Body(placed));
            changes.Add(new(complete, body, revision, content.Documents.ContainsKey(key) ? author : CatalogueImport.ServiceAuthor));
        }

        catalogues.Clear();
        return changes;
    }

    public List<KeyValuePair<TranslationKey, PlacedTranslation>> ChangedTranslations(Dictionary<TranslationKey, PlacedTranslation> stored) =>
        [.. Translations.Where(translation => stored.GetValueOrDefault(translation.Key) != translation.Value)];

    /// <summary>
    /// The documents that changed and all that lead to one of them. What is kept beside a document (ancestors, names
    /// of what it refers to) follows from others, so these are indexed anew.
    /// </summary>
    public List<PlacedDocument> LeadingTo(IReadOnlyList<DocumentKey> changed)
    {
        var referrers = Documents.Values
            .SelectMany(document => document.References.Select(reference => (Target: new DocumentKey(reference.Collection, reference.Slug), document.Key)))
            .ToLookup(link => link.Target, link => link.Key);
        var reached = new HashSet<DocumentKey>();
        var queue = new Queue<DocumentKey>(changed);
        while (queue.TryDequeue(out var key))
        {
            if (reached.Add(key))
                referrers[key].ToList().ForEach(queue.Enqueue);
        }

        return [.. reached.Where(Documents.ContainsKey).Select(key => Documents[key])];
    }

    private static PlacedDocument Placed(DocumentKey key, StoredDocument stored) => new($"{key} (published)", stored.Collection, stored.Read());

    private static byte[] Body(PlacedDocument placed) => JsonSerializer.SerializeToUtf8Bytes(placed.Document, placed.Collection.Shape.Type, DocumentJson.Compact);

    internal static byte[] Body(Translation translation) => JsonSerializer.SerializeToUtf8Bytes(translation, DocumentJson.Compact);
}
