using System.Text;
using System.Text.Json;
using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Documents;

namespace UpperBack.Store.Writing;

/// <summary>Writes one document, within a session that the caller commits. Each step returns the document as it then stands.</summary>
/// <param name="session">The session.</param>
/// <param name="collection">The collection of the document.</param>
/// <param name="slug">Its slug.</param>
public sealed class DocumentEditor(WriteSession session, Collection collection, string slug)
{
    private string Id => $"{collection.Name}/{slug}";

    /// <summary>The document as it stands.</summary>
    public async Task<EditableDocument> LoadAsync(CancellationToken cancellationToken = default)
    {
        var head = await session.Documents.LoadAsync<DocumentHead>(Id, cancellationToken);
        return new(head, head is null or { Retirement: not null } or { Current: 0 } ? null : await BodyOfAsync(head.Current, cancellationToken));
    }

    /// <summary>Saves a draft. A body that is the newest state already makes no revision.</summary>
    public EditableDocument Save(EditableDocument before, byte[] body, string? comment)
    {
        var text = Encoding.UTF8.GetString(body);
        if (before.Text == text)
            return before;
        var (number, now) = ((before.Head?.Newest ?? 0) + 1, Timestamps.Now());
        var head = (before.Head ?? new DocumentHead { Id = Id, Collection = collection.Name, Slug = slug, Newest = number }) with { Newest = number, Draft = number, DraftSavedAt = now };
        if (before.Head is null)
            session.Documents.Insert(head);
        else
            session.Documents.Store(head);
        session.Documents.Insert(new Revision
        {
            Id = Revision.IdOf(Id, number),
            Document = Id,
            Number = number,
            Body = text,
            Author = session.Actor.Name,
            Comment = comment,
            CreatedAt = now,
        });
        session.Audit("document.saved", Id, new { revision = number, comment });
        return new(head, text);
    }

    /// <summary>Discards the draft; its revision stays in the history.</summary>
    public async Task<EditableDocument> DiscardAsync(EditableDocument before, CancellationToken cancellationToken = default)
    {
        if (before.Head is not { Draft: not null } head)
            return before;
        var without = head with { Draft = null, DraftSavedAt = null };
        session.Documents.Store(without);
        session.Audit("draft.discarded", Id);
        return new(without, without.Published == 0 ? null : await BodyOfAsync(without.Published, cancellationToken));
    }

    /// <summary>The JSON of a revision. Null when there is no such revision, or it is the one that retired the document.</summary>
    public async Task<byte[]?> RevisionAsync(int number, CancellationToken cancellationToken = default) =>
        await BodyOfAsync(number, cancellationToken) is { } text ? Encoding.UTF8.GetBytes(text) : null;

    /// <summary>The published documents that refer to this one, as collection and slug.</summary>
    public async Task<IReadOnlyList<string>> ReferrersAsync(CancellationToken cancellationToken = default)
    {
        var referring = await session.Documents.QueryAsync<Rendering>("where refers_to @> ?", cancellationToken, (object)new[] { Id });
        return [.. referring.Select(rendering => rendering.Document).Where(document => document != Id).Order(StringComparer.Ordinal)];
    }

    /// <summary>Publishes the draft, with everything that follows from it for other documents; or returns the faults that forbid it.</summary>
    /// <param name="draft">The document as it was loaded.</param>
    /// <param name="translationsStillFit">Whether the editor states that changed texts keep their meaning, so that their translations stay current.</param>
    /// <param name="cancellationToken">Cancels the work; nothing is published then.</param>
    public async Task<PublishResult> PublishAsync(EditableDocument draft, bool translationsStillFit = false, CancellationToken cancellationToken = default)
    {
        var publication = await session.PublishAsync(cancellationToken);
        var content = IncomingContent.Of(new("", collection, slug, draft.Newest!), session.Actor.Name);
        var before = await AffectedDocuments.ReadAsync(publication, content, cancellationToken);
        var catalogue = PendingCatalogue.Of(before, content, session.Actor.Name, translationsStillFit);
        var faults = await FaultsAsync(catalogue, content, cancellationToken);
        if (faults.Count > 0)
            return new(draft) { Faults = faults };

        var key = new DocumentKey(collection.Name, slug);
        var changes = catalogue.Complete(content, session.Actor.Name);
        before.RemoveDraft(key);
        await publication.PublishAsync(changes, before, comment: null, cancellationToken);
        await publication.RenderAsync(catalogue.Render(changes), before, cancellationToken);
        await publication.TranslateAsync(catalogue.ChangedTranslations(), before, cancellationToken);
        var head = before.HeadOf(key)!;
        if (changes.Find(change => change.Document.Key == key) is { } own)
            head = PublicationSession.HeadOf(own, head);
        else
            // The draft is what was published before, apart from computed members: it needs no new revision.
            session.Documents.Store(head);
        session.Audit("document.published", Id, new { revision = head.Published, translationsStillFit = translationsStillFit ? true : (bool?)null });
        return new(new(head, catalogue.Documents[key].Text)) { StaleTranslations = [.. catalogue.StaleTranslations().Where(stale => stale.Document == Id)] };
    }

    /// <summary>Retires the document for good, or returns the faults that forbid it.</summary>
    public async Task<(EditableDocument After, FaultList<OriginFault> Faults)> RetireAsync(
        EditableDocument published, string? replacedBy, string? reason, CancellationToken cancellationToken = default)
    {
        var publication = await session.PublishAsync(cancellationToken);
        var retirement = new Retirement { Slug = slug, ReplacedBy = replacedBy, Reason = reason };
        var content = IncomingContent.Of(new("", collection, slug, JsonSerializer.SerializeToUtf8Bytes(retirement, DocumentJson.Compact), DocumentPart.Retirement), session.Actor.Name);
        var before = await AffectedDocuments.ReadAsync(publication, content, cancellationToken);
        var faults = await FaultsAsync(PendingCatalogue.Of(before, content, session.Actor.Name), content, cancellationToken);
        if (faults.Count > 0)
            return (published, faults);
        var key = new DocumentKey(collection.Name, slug);
        var head = await publication.RetireAsync(key, retirement, before, cancellationToken);
        session.Audit("document.retired", Id, new { replacedBy, reason });
        return (new(head, null), new());
    }

    private async Task<FaultList<OriginFault>> FaultsAsync(PendingCatalogue catalogue, IncomingContent content, CancellationToken cancellationToken)
    {
        var faults = content.Faults;
        await CatalogueRules.CheckAsync(catalogue, content, faults, other => PublishedTypes.Of(CollectionRegistry.Get(other)).SlugsAsync(session.Documents, cancellationToken));
        return faults;
    }

    private async Task<string?> BodyOfAsync(int number, CancellationToken cancellationToken) =>
        (await session.Documents.LoadAsync<Revision>(Revision.IdOf(Id, number), cancellationToken))?.Body;
}
