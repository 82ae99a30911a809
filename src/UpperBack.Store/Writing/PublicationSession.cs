using System.Globalization;
using System.Text.Json;
using Marten;
using Npgsql;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Documents;
using UpperBack.Store.Webhooks;

namespace UpperBack.Store.Writing;

/// <summary>
/// The part of a unit of work that changes what readers see. It holds the publication lock until the transaction ends, so that
/// publications take turns: what one checks still holds when it commits, and the numbers that it gives out follow the order of
/// commits. On commit it writes documents, renderings, feed and outbox in one transaction and notifies every instance.
/// </summary>
public sealed class PublicationSession
{
    /// <summary>The PostgreSQL channel that announces publications, with the names of the collections that changed.</summary>
    internal const string Channel = "upperback_changes";

    private readonly WriteSession write;
    private readonly CatalogueState state;
    private readonly HashSet<string> changedCollections = [];
    private readonly Dictionary<DocumentKey, Change> changes = [];

    private PublicationSession(WriteSession write, CatalogueState state, DateTimeOffset now) => (this.write, this.state, Now) = (write, state, now);

    /// <summary>The time of the publication, by the clock of the database.</summary>
    public DateTimeOffset Now { get; }

    internal IDocumentSession Documents => write.Documents;

    internal static async Task<PublicationSession> BeginAsync(WriteSession write, CancellationToken cancellationToken)
    {
        await write.Documents.BeginTransactionAsync(cancellationToken);
        await AdvisoryLocks.TakeAsync(write.Documents.Connection!, AdvisoryLocks.Publication, cancellationToken);
        var now = (await write.Documents.AdvancedSql.QueryAsync<DateTimeOffset>("select clock_timestamp()", cancellationToken))[0];
        var state = await write.Documents.LoadAsync<CatalogueState>(CatalogueState.TheId, cancellationToken);
        return new(write, state!, now.ToUniversalTime());
    }

    /// <summary>Publishes these documents: each becomes the published revision of its slug.</summary>
    internal async Task PublishAsync(IReadOnlyList<ChangedDocument> documents, AffectedDocuments before, string? comment, CancellationToken cancellationToken)
    {
        var heads = new List<DocumentHead>(documents.Count);
        var revisions = new List<Revision>(documents.Count);
        foreach (var changed in documents)
        {
            var head = before.HeadOf(changed.Document.Key);
            heads.Add(HeadOf(changed, head));
            revisions.Add(RevisionOf(changed, comment, before.DraftOf(changed.Document.Key)));
            AddChange(changed.Document.Key, changed.Revision, isTombstone: false);
        }

        await StoreAsync(heads, head => before.HeadOf(new(head.Collection, head.Slug)) is null, cancellationToken);
        // A draft that becomes the published revision is there already.
        await StoreAsync(revisions, revision => before.DraftIds.Contains(revision.Id) is false, cancellationToken);
        foreach (var byCollection in documents.GroupBy(changed => changed.Document.Collection))
            await PublishedTypes.Of(byCollection.Key).StoreAsync(this, [.. byCollection.Select(changed => changed.Document.Document)], slug => before.HeadOf(new(byCollection.Key.Name, slug)) is not { IsPublished: true }, cancellationToken);
    }

    /// <summary>Retires a document: its slug is never used again. Returns where it stands then.</summary>
    internal async Task<DocumentHead> RetireAsync(DocumentKey key, Retirement retirement, AffectedDocuments before, CancellationToken cancellationToken)
    {
        var head = before.HeadOf(key);
        var number = (head?.Newest ?? 0) + 1;
        var retired = new DocumentHead
        {
            Id = key.ToString(),
            Collection = key.Collection,
            Slug = key.Slug,
            Newest = number,
            Published = number,
            PublishedAuthor = write.Actor.Name,
            Retirement = new(Now, retirement.ReplacedBy, retirement.Reason) { Names = before.RenderingsOf(key).FirstOrDefault(rendering => rendering.Names is not null)?.Names },
            Version = head?.Version ?? Guid.Empty,
        };
        await StoreAsync([retired], _ => head is null, cancellationToken);
        Documents.Insert(new Revision
        {
            Id = Revision.IdOf(retired.Id, number),
            Document = retired.Id,
            Number = number,
            Author = write.Actor.Name,
            Comment = retirement.Reason,
            CreatedAt = Now,
            PublishedAt = Now,
            PublishedBy = write.Actor.Name,
            ReplacedBy = retirement.ReplacedBy,
        });
        PublishedTypes.Of(CollectionRegistry.Get(key.Collection)).Delete(this, key.Slug);
        foreach (var rendering in before.RenderingsOf(key))
            Documents.Delete<Rendering>(rendering.Id);
        foreach (var translation in before.TranslationIdsOf(key))
            Documents.Delete<StoredTranslation>(translation);
        AddChange(key, number, isTombstone: true, retirement.ReplacedBy);
        return retired;
    }

    /// <summary>Stores these translations. Readers see them once they are rendered.</summary>
    internal Task TranslateAsync(IReadOnlyList<KeyValuePair<TranslationKey, PendingTranslation>> translations, AffectedDocuments before, CancellationToken cancellationToken)
    {
        foreach (var key in translations.Select(translation => translation.Key.Document).Where(key => !changes.ContainsKey(key)))
            AddChange(key, before.HeadOf(key)!.Published, isTombstone: false);
        var stored = translations.Select(translation => new StoredTranslation
        {
            Id = Rendering.IdOf(translation.Key.Document.ToString(), Languages.Code(translation.Key.Language)),
            Document = translation.Key.Document.ToString(),
            Collection = translation.Key.Document.Collection,
            Slug = translation.Key.Document.Slug,
            Language = Languages.Code(translation.Key.Language),
            Status = translation.Value.Translation.Status,
            Revision = translation.Value.Revision,
            Author = translation.Value.Author,
            Body = PendingCatalogue.TextOf(translation.Value.Translation),
            UpdatedAt = Now,
        }).ToList();
        return StoreAsync(stored, translation => translation.Revision == 1, cancellationToken);
    }

    /// <summary>
    /// Stores what readers get of these documents and what the index finds them by. A document whose rendering in some language
    /// becomes another is a change, also when its revision stays: followers of that language have to fetch it again.
    /// </summary>
    internal async Task RenderAsync(IReadOnlyList<RenderedDocument> documents, AffectedDocuments before, CancellationToken cancellationToken)
    {
        var renderings = new List<Rendering>(documents.Count);
        var existing = new HashSet<string>();
        foreach (var document in documents)
        {
            var (key, revision) = (document.Document.Key, document.Revision);
            changedCollections.Add(key.Collection);
            renderings.AddRange(document.Renderings(revision, state.Versions[key.Collection] + 1));
            var (old, now) = (before.RenderingsOf(key), document.Languages);
            existing.UnionWith(old.Select(rendering => rendering.Id));
            foreach (var gone in old.Where(rendering => !now.ContainsKey(rendering.Language)))
                Documents.Delete<Rendering>(gone.Id);
            if (old.Count != now.Count || old.Any(rendering => now.GetValueOrDefault(rendering.Language) != rendering.Digest))
                AddChange(key, revision, isTombstone: false);
        }

        await StoreAsync(renderings, rendering => !existing.Contains(rendering.Id), cancellationToken);
    }

    /// <summary>Numbers the changes and adds what follows from them: versions, feed, webhook messages, the notification.</summary>
    internal async Task CompleteAsync(CancellationToken cancellationToken)
    {
        var numbered = changes.OrderBy(change => change.Value.IsTombstone)
            .ThenBy(change => change.Key.Collection, StringComparer.Ordinal).ThenBy(change => change.Key.Slug, StringComparer.Ordinal)
            .Select((change, index) => (change.Value with { Id = state.LastChange + 1 + index })).ToList();
        await StoreAsync(numbered, _ => true, cancellationToken);
        var messages = await WebhookMessages.OfAsync(Documents, numbered, state, Now, cancellationToken);
        await StoreAsync(messages, _ => true, cancellationToken);
        if (changedCollections.Count == 0)
            return;
        Documents.Store(state with
        {
            LastChange = state.LastChange + numbered.Count,
            LastMessage = state.LastMessage + messages.Count,
            Versions = state.Versions.ToDictionary(version => version.Key, version => changedCollections.Contains(version.Key) ? version.Value + 1 : version.Value),
        });
        // PostgreSQL delivers it when the transaction has committed, and never if it does not.
        Documents.QueueSqlCommand("select pg_notify(?, ?)", Channel, string.Join(' ', changedCollections));
    }

    /// <summary>Stores documents: few with the rest of the unit of work, many at once with COPY.</summary>
    internal Task StoreAsync<T>(IReadOnlyList<T> documents, Func<T, bool> isNew, CancellationToken cancellationToken) where T : notnull
    {
        if (documents.Count >= BulkStorage.Threshold)
            return BulkStorage.StoreAsync(Documents, documents, isNew, cancellationToken);
        foreach (var document in documents)
        {
            if (isNew(document))
                Documents.Insert(document);
            else
                Documents.Store(document);
        }

        return Task.CompletedTask;
    }

    /// <summary>Where a document stands once it is published.</summary>
    internal static DocumentHead HeadOf(ChangedDocument changed, DocumentHead? before) => new()
    {
        Id = changed.Document.Key.ToString(),
        Collection = changed.Document.Key.Collection,
        Slug = changed.Document.Key.Slug,
        Newest = Math.Max(before?.Newest ?? 0, changed.Revision),
        Published = changed.Revision,
        PublishedAuthor = changed.Author,
        Draft = before?.Draft == changed.Revision ? null : before?.Draft,
        DraftSavedAt = before?.Draft == changed.Revision ? null : before?.DraftSavedAt,
        Version = before?.Version ?? Guid.Empty,
    };

    // A draft that becomes the published revision keeps who saved it, when and why.
    private Revision RevisionOf(ChangedDocument changed, string? comment, Revision? draft)
    {
        var saved = draft?.Number == changed.Revision ? draft : new()
        {
            Id = Revision.IdOf(changed.Document.Key.ToString(), changed.Revision),
            Document = changed.Document.Key.ToString(),
            Number = changed.Revision,
            Author = changed.Author,
            Comment = comment,
            CreatedAt = Now,
        };
        return saved with { Body = changed.Document.Text, PublishedAt = Now, PublishedBy = write.Actor.Name };
    }

    private void AddChange(DocumentKey key, int revision, bool isTombstone, string? replacedBy = null)
    {
        changedCollections.Add(key.Collection);
        changes[key] = new() { Id = 0, Collection = key.Collection, Slug = key.Slug, Revision = revision, IsTombstone = isTombstone, ReplacedBy = replacedBy, ChangedAt = Now };
    }
}
