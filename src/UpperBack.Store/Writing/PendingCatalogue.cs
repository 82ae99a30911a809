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
    private readonly ConcurrentDictionary<TranslationKey, (TranslationFit Fit, Document? Document)> rendered = [];

    private PendingCatalogue(AffectedDocuments before, Dictionary<DocumentKey, PendingDocument> documents, Dictionary<DocumentKey, PendingDocument> lookedInto, Dictionary<TranslationKey, PendingTranslation> translations) =>
        (this.before, Documents, this.lookedInto, Translations) = (before, documents, lookedInto, translations);

    /// <summary>The documents that may become different by the change.</summary>
    public Dictionary<DocumentKey, PendingDocument> Documents { get; }

    public Dictionary<TranslationKey, PendingTranslation> Translations { get; }

    /// <summary>The documents in English.</summary>
    public Catalogue Catalogue => In(Language.En);

    /// <summary>The translations of the documents that may become different, as far as they are older than the English.</summary>
    public IReadOnlyList<StaleTranslation> StaleTranslations() =>
    [
        .. from key in Translations.Keys
           where Documents.ContainsKey(key.Document)
           let fit = Render(key)!.Value.Fit
           where !fit.IsComplete
           let stale = new StaleTranslation(key.Document.ToString(), Languages.Code(key.Language), fit.IsServed, [.. fit.Stale.Concat(fit.Missing)])
           orderby stale.Document, stale.Language
           select stale,
    ];

    /// <summary>The catalogue with what comes in.</summary>
    /// <param name="before">What is published of it.</param>
    /// <param name="content">What comes in.</param>
    /// <param name="author">Who publishes.</param>
    /// <param name="translationsStillFit">Whether the author states that changed texts keep their meaning, so that current translations stay current.</param>
    public static PendingCatalogue Of(AffectedDocuments before, IncomingContent content, string author, bool translationsStillFit = false)
    {
        var documents = before.Affected.Where(key => !content.Retirements.ContainsKey(key)).Select(before.Published.GetValueOrDefault).OfType<PendingDocument>().ToDictionary(document => document.Key);
        foreach (var (key, document) in content.Documents)
            documents[key] = document;
        var translations = new Dictionary<TranslationKey, PendingTranslation>(before.Translations);
        if (translationsStillFit)
        {
            foreach (var (key, there) in before.Translations.Where(there => content.Documents.ContainsKey(there.Key.Document) && before.Published.ContainsKey(there.Key.Document)))
                Replace(key, there with { Translation = there.Translation.CarriedOver(documents[key.Document].Collection.Shape, before.Published[key.Document].Document, documents[key.Document].Document), Author = author });
        }

        foreach (var (key, translation) in content.Translations)
        {
            Replace(key, documents.TryGetValue(key.Document, out var document)
                ? translation with { Translation = translation.Translation.WithFingerprints(document.Collection.Shape, document.Document) }
                : translation);
        }

        return new(before, documents, before.Published.Where(entry => !before.Affected.Contains(entry.Key)).ToDictionary(), translations);

        void Replace(TranslationKey key, PendingTranslation translation)
        {
            var there = before.Translations.GetValueOrDefault(key);
            var isSame = there is not null && TextOf(there.Translation) == TextOf(translation.Translation);
            translations[key] = isSame ? there! : translation with { Revision = (there?.Revision ?? 0) + 1 };
        }
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

    /// <summary>A document in the language of a translation, or null when readers get English in its place.</summary>
    public Document? Rendered(TranslationKey key) => Render(key)?.Document;

    private (TranslationFit Fit, Document? Document)? Render(TranslationKey key)
    {
        if (!Translations.TryGetValue(key, out var pending) || Find(key.Document) is not { } document)
            return null;
        return rendered.GetOrAdd(key, _ =>
        {
            var fit = new TranslationFit(pending.Translation, document.Collection.Shape, document.Document);
            return (fit, fit.IsServed ? pending.Translation.Apply(document.Collection.Shape, document.Document, fit) : null);
        });
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
