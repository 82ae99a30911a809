using System.Text.Json;
using Marten;
using Npgsql;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Documents;

namespace UpperBack.Store.Writing;

/// <summary>
/// The published documents that a change affects: those that change, those that depend on them, and the dependencies of
/// both. The rest of the catalogue is not read, however large it is.
/// </summary>
internal sealed class AffectedDocuments
{
    // The collections that documents of some collection depend on.
    private static readonly HashSet<string> LookedInto = [.. CollectionRegistry.All.SelectMany(collection => collection.LooksInto)];

    private readonly IDocumentSession session;
    private readonly Dictionary<DocumentKey, DocumentHead?> heads = [];
    private readonly Dictionary<DocumentKey, PendingDocument> published = [];
    private readonly HashSet<DocumentKey> read = [];
    private Dictionary<DocumentKey, Revision> drafts = [];
    private ILookup<DocumentKey, Rendering> renderings = Enumerable.Empty<Rendering>().ToLookup(_ => default(DocumentKey));

    private AffectedDocuments(IDocumentSession session) => this.session = session;

    /// <summary>The documents that change, and those that depend on them.</summary>
    public HashSet<DocumentKey> Affected { get; } = [];

    /// <summary>The published documents that were read: the affected ones and their dependencies.</summary>
    public IReadOnlyDictionary<DocumentKey, PendingDocument> Published => published;

    /// <summary>The translations of the documents that were read, stale ones included.</summary>
    public Dictionary<TranslationKey, PendingTranslation> Translations { get; } = [];

    /// <summary>The ids of the revisions that are drafts.</summary>
    public HashSet<string> DraftIds { get; } = [];

    /// <summary>Where a document stands. Null when its slug was never used.</summary>
    public DocumentHead? HeadOf(DocumentKey key) => heads.GetValueOrDefault(key);

    /// <summary>Takes the draft off a document that is about to be published. Its revision stays known.</summary>
    public void RemoveDraft(DocumentKey key) => heads[key] = heads[key]! with { Draft = null, DraftSavedAt = null };

    /// <summary>The draft of an affected document, as it was read. Null when it had none.</summary>
    public Revision? DraftOf(DocumentKey key) => drafts.GetValueOrDefault(key);

    /// <summary>The renderings of an affected document, without their bodies.</summary>
    public IReadOnlyCollection<Rendering> RenderingsOf(DocumentKey key) => [.. renderings[key]];

    /// <summary>The ids of the translations of a document.</summary>
    public IEnumerable<string> TranslationIdsOf(DocumentKey key) =>
        Translations.Keys.Where(translation => translation.Document == key).Select(translation => Rendering.IdOf(key.ToString(), Languages.Code(translation.Language)));

    /// <summary>The digest of what is published of a document. Null when nothing is.</summary>
    public string? DigestOf(DocumentKey key) => renderings[key].FirstOrDefault(rendering => rendering.Language == Languages.Code(Language.En))?.Digest;

    /// <summary>Reads what a change touches, within the publication that makes it.</summary>
    public static async Task<AffectedDocuments> ReadAsync(PublicationSession publication, IncomingContent content, CancellationToken cancellationToken)
    {
        var affected = new AffectedDocuments(publication.Documents);
        affected.Affected.UnionWith([.. content.Documents.Keys, .. content.Retirements.Keys, .. content.Translations.Keys.Select(key => key.Document)]);
        await affected.AddWhatLooksIntoAsync([.. affected.Affected], cancellationToken);
        await affected.AddNamedLikeAsync([.. content.Documents.Keys], cancellationToken);
        await affected.ReadAsync(content, cancellationToken);
        return affected;
    }

    /// <summary>Reads everything that is published.</summary>
    public static async Task<AffectedDocuments> ReadAllAsync(PublicationSession publication, CancellationToken cancellationToken)
    {
        var affected = new AffectedDocuments(publication.Documents);
        foreach (var collection in CollectionRegistry.All)
            affected.Affected.UnionWith((await PublishedTypes.Of(collection).SlugsAsync(publication.Documents, cancellationToken)).Select(slug => new DocumentKey(collection.Name, slug)));
        await affected.ReadAsync(new(), cancellationToken);
        return affected;
    }

    private async Task ReadAsync(IncomingContent content, CancellationToken cancellationToken)
    {
        List<PendingDocument> looking = [.. content.Documents.Values, .. await ReadPublishedAsync(Affected, cancellationToken)];
        while (looking.Count > 0)
            looking = await ReadPublishedAsync(looking.SelectMany(document => document.LooksInto), cancellationToken);
        await LockHeadsAsync(Affected, cancellationToken);
        await ReadHeadsAsync([.. Affected, .. read, .. Mentioned(content)], cancellationToken);
        await ReadTranslationsAsync([.. read, .. content.Documents.Keys], cancellationToken);
        renderings = (await LoadAsync<Rendering>("where document = any (?)", Affected, cancellationToken)).ToLookup(rendering => new DocumentKey(rendering.Collection, rendering.Slug));
        DraftIds.UnionWith(Affected.Select(HeadOf).OfType<DocumentHead>().Where(head => head.Draft is not null).Select(head => Revision.IdOf(head.Id, head.Draft!.Value)));
        drafts = DraftIds.Count == 0 ? [] : (await session.LoadManyAsync<Revision>(cancellationToken, DraftIds)).ToDictionary(draft => DocumentKey.Parse(draft.Document));
    }

    // Dependents of what changes, and dependents of those: a routine depends on exercises, and these on muscles.
    private async Task AddWhatLooksIntoAsync(IReadOnlyCollection<DocumentKey> changed, CancellationToken cancellationToken)
    {
        while (changed.Count > 0)
        {
            var targets = changed.Where(key => LookedInto.Contains(key.Collection)).Select(key => key.ToString()).ToHashSet();
            changed =
            [
                .. (await LoadAsync<Rendering>("where refers_to && ?", targets, cancellationToken))
                    .Where(rendering => rendering.RefersTo!.Any(target => targets.Contains(target) && CollectionRegistry.Get(rendering.Collection).LooksInto.Contains(DocumentKey.Parse(target).Collection)))
                    .Select(rendering => new DocumentKey(rendering.Collection, rendering.Slug)).Where(Affected.Add),
            ];
        }
    }

    // A new slug may be what people call another document, which then could not be reached by that name any more.
    private async Task AddNamedLikeAsync(IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken)
    {
        foreach (var rendering in await LoadAsync<Rendering>("where names && ?", keys.Select(key => key.Slug), cancellationToken))
        {
            if (rendering.Names!.Any(name => keys.Contains(new(rendering.Collection, name))))
                Affected.Add(new(rendering.Collection, rendering.Slug));
        }
    }

    // Returns those that were not read before and are published.
    private async Task<List<PendingDocument>> ReadPublishedAsync(IEnumerable<DocumentKey> keys, CancellationToken cancellationToken)
    {
        var found = new List<PendingDocument>();
        foreach (var slugs in keys.Where(read.Add).ToLookup(key => key.Collection, key => key.Slug))
        {
            var collection = CollectionRegistry.Get(slugs.Key);
            foreach (var document in await PublishedTypes.Of(collection).LoadAsync(session, [.. slugs], cancellationToken))
                found.Add(new($"{collection.Name}/{document.Slug} (published)", collection, document));
        }

        foreach (var document in found)
            published[document.Key] = document;
        return found;
    }

    // An editor who saves a draft of one of them waits for the end of this publication, and then finds the new state.
    private async Task LockHeadsAsync(IEnumerable<DocumentKey> keys, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand($"select 1 from {StoreConfiguration.Schema}.mt_doc_document_head where id = any ($1) order by id for update");
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. keys.Select(key => key.ToString())] });
        await session.ExecuteAsync(command, cancellationToken);
    }

    private async Task ReadHeadsAsync(HashSet<DocumentKey> keys, CancellationToken cancellationToken)
    {
        foreach (var head in await session.LoadManyAsync<DocumentHead>(cancellationToken, keys.Select(key => key.ToString())))
            heads[new(head.Collection, head.Slug)] = head;
    }

    private async Task ReadTranslationsAsync(IEnumerable<DocumentKey> keys, CancellationToken cancellationToken)
    {
        foreach (var stored in await LoadAsync<StoredTranslation>("where document = any (?)", keys, cancellationToken))
        {
            var translation = JsonSerializer.Deserialize<Translation>(stored.Body, DocumentJson.Compact)!;
            var key = new TranslationKey(new(stored.Collection, stored.Slug), translation.Language);
            // An early one has a fingerprint for the document as it was.
            if (published.TryGetValue(key.Document, out var document))
                translation = translation.WithFingerprints(document.Collection.Shape, document.Document);
            Translations[key] = new($"{key} (published)", translation, stored.Revision, stored.Author);
        }
    }

    // What is referred to and not looked into, what has the slug that a name of something makes, and what takes the place of something.
    private IEnumerable<DocumentKey> Mentioned(IncomingContent content)
    {
        var documents = content.Documents.Values.Concat(Affected.Select(published.GetValueOrDefault).OfType<PendingDocument>());
        return documents.SelectMany(document => document.RefersTo.Concat(document.Document.Aliases.Select(alias => new DocumentKey(document.Collection.Name, AliasSlug.Of(alias)))))
            .Concat(content.Translations.SelectMany(translation => translation.Value.Translation.Aliases.Select(alias => new DocumentKey(translation.Key.Document.Collection, AliasSlug.Of(alias)))))
            .Concat(content.Retirements.Where(entry => entry.Value.Retirement.ReplacedBy is not null).Select(entry => entry.Key with { Slug = entry.Value.Retirement.ReplacedBy! }));
    }

    // Array operators that Marten's LINQ has no words for.
    private Task<IReadOnlyList<T>> LoadAsync<T>(string where, IEnumerable<DocumentKey> keys, CancellationToken cancellationToken) where T : notnull =>
        LoadAsync<T>(where, keys.Select(key => key.ToString()), cancellationToken);

    private async Task<IReadOnlyList<T>> LoadAsync<T>(string where, IEnumerable<string> values, CancellationToken cancellationToken) where T : notnull =>
        values.Distinct().ToArray() is { Length: > 0 } some ? await session.QueryAsync<T>(where, cancellationToken, (object)some) : [];
}
