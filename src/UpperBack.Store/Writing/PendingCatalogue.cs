using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using UpperBack.Content;
using UpperBack.Content.Documents;
using UpperBack.Store.Documents;

namespace UpperBack.Store.Writing;

/// <summary>The catalogue as it will be, as far as a change touches it: what is published, with what comes in put in its place.</summary>
internal sealed class PendingCatalogue
{
    private readonly AffectedDocuments before;
    private readonly Dictionary<DocumentKey, PendingDocument> lookedInto;
    private readonly ConcurrentDictionary<Language, Catalogue> catalogues = [];
    private readonly ConcurrentDictionary<TranslationKey, Document?> rendered = [];

    private PendingCatalogue(AffectedDocuments before, Dictionary<DocumentKey, PendingDocument> documents, Dictionary<DocumentKey, PendingDocument> lookedInto, Dictionary<TranslationKey, PendingTranslation> translations) =>
        (this.before, Documents, this.lookedInto, Translations) = (before, documents, lookedInto, translations);

    /// <summary>The documents that may become different by the change.</summary>
    public Dictionary<DocumentKey, PendingDocument> Documents { get; }

    public Dictionary<TranslationKey, PendingTranslation> Translations { get; }

    /// <summary>The documents in English.</summary>
    public Catalogue Catalogue => In(Language.En);

    public IEnumerable<TranslationKey> StaleTranslations =>
        Translations.Keys.Where(key => Documents.ContainsKey(key.Document) && Rendered(key) is null);

    public static PendingCatalogue Of(AffectedDocuments before, IncomingContent content)
    {
        var documents = before.Affected.Where(key => !content.Retirements.ContainsKey(key)).Select(before.Published.GetValueOrDefault).OfType<PendingDocument>().ToDictionary(document => document.Key);
        foreach (var (key, document) in content.Documents)
            documents[key] = document;
        var translations = new Dictionary<TranslationKey, PendingTranslation>(before.Translations);
        foreach (var (key, translation) in content.Translations)
        {
            var there = before.Translations.GetValueOrDefault(key);
            var isSame = there is not null && TextOf(there.Translation) == TextOf(translation.Translation);
            translations[key] = isSame ? there! : translation with { Revision = (there?.Revision ?? 0) + 1 };
        }

        return new(before, documents, before.Published.Where(entry => !before.Affected.Contains(entry.Key)).ToDictionary(), translations);
    }

    // What stayed is shared, not read again.
    private PendingCatalogue Before(IEnumerable<DocumentKey> changed)
    {
        var documents = new Dictionary<DocumentKey, PendingDocument>(Documents);
        foreach (var key in changed)
        {
            if (before.Published.TryGetValue(key, out var there))
                documents[key] = there;
            else
                documents.Remove(key);
        }

        return new(before, documents, lookedInto, before.Translations);
    }

    /// <summary>The documents in this language where there is a current translation, in English elsewhere.</summary>
    public Catalogue In(Language language) => catalogues.GetOrAdd(language, _ =>
        new(lookedInto.Values.Concat(Documents.Values).Select(document => (document.Collection, Rendered(new(document.Key, language)) ?? document.Document))));

    /// <summary>Whether a document is or will be published.</summary>
    public bool IsThere(DocumentKey key) => Find(key) is not null || (!before.Affected.Contains(key) && before.HeadOf(key) is { IsPublished: true });

    /// <summary>How a document that is not there was retired before. Null when it never was.</summary>
    public HeadRetirement? Retired(DocumentKey key) => before.HeadOf(key)?.Retirement;

    /// <summary>A document in the language of a translation, or null when there is no current one.</summary>
    public Document? Rendered(TranslationKey key)
    {
        if (!Translations.TryGetValue(key, out var pending) || Find(key.Document) is not { } document)
            return null;
        return rendered.GetOrAdd(key, _ => pending.Translation.IsCurrent(document.Collection.Shape, document.Document)
            ? pending.Translation.Apply(document.Collection.Shape, document.Document)
            : null);
    }

    /// <summary>
    /// Fills in computed members, and returns the documents that differ from what is published. The author is that of those that
    /// came in; those that follow from them are the service's.
    /// </summary>
    public List<ChangedDocument> Complete(IncomingContent content, string author)
    {
        var english = Catalogue;
        var changes = new List<ChangedDocument>();
        var completed = Documents.Values.AsParallel().AsOrdered().Select(given =>
        {
            var complete = given.With(given.Collection.Complete(given.Document, english));
            return (Given: given, Complete: complete, IsSame: before.DigestOf(given.Key) == BodyDigest.Of(complete.Body));
        });
        foreach (var (given, complete, isSame) in completed.ToList())
        {
            Documents[complete.Key] = complete;
            if (!isSame)
                changes.Add(new(complete, RevisionFor(given), content.Documents.ContainsKey(complete.Key) ? author : Actor.Service));
        }

        catalogues.Clear();
        rendered.Clear();
        return changes;
    }

    /// <summary>The documents that have to be rendered again: those that changed in some way, and those in which the change shows.</summary>
    public IReadOnlyList<PendingDocument> DocumentsToRender(HashSet<DocumentKey> changed)
    {
        var previous = Before(changed);
        return [.. Documents.Values.Where(document => changed.Contains(document.Key) || RenderedDocument.Differs(document.Key, previous, this))];
    }

    /// <summary>Renders what has to be rendered again after these changes.</summary>
    public IReadOnlyList<RenderedDocument> Render(IReadOnlyList<ChangedDocument> changes)
    {
        var changed = changes.ToDictionary(change => change.Document.Key);
        return [.. DocumentsToRender([.. changed.Keys]).Select(document => RenderedDocument.Of(document, RevisionOf(document.Key, changed), this))];
    }

    /// <summary>The revision of a document as it will be published.</summary>
    public int RevisionOf(DocumentKey key, IReadOnlyDictionary<DocumentKey, ChangedDocument> changes) =>
        changes.TryGetValue(key, out var changed) ? changed.Revision : before.HeadOf(key)!.Published;

    public List<KeyValuePair<TranslationKey, PendingTranslation>> ChangedTranslations() =>
        [.. Translations.Where(translation => before.Translations.GetValueOrDefault(translation.Key) != translation.Value)];

    /// <summary>A translation as JSON text.</summary>
    public static string TextOf(Translation translation) => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(translation, DocumentJson.Compact));

    // The draft's when it is what comes in, otherwise a new one.
    private int RevisionFor(PendingDocument given)
    {
        var head = before.HeadOf(given.Key);
        return head?.Draft is { } draft && before.DraftOf(given.Key)?.Body == given.Text ? draft : (head?.Newest ?? 0) + 1;
    }

    private PendingDocument? Find(DocumentKey key) => Documents.GetValueOrDefault(key) ?? lookedInto.GetValueOrDefault(key);
}
