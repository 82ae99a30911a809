using System.Diagnostics;
using System.Globalization;
using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Writing;

/// <summary>Publishes many documents at once: all of them in one transaction, or none and every fault.</summary>
public static class CatalogueImport
{
    // How many documents are rendered and written at a time.
    private const int BatchSize = 2000;

    internal static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Imports documents in a transaction of its own. A document that is published already as it is gets no new revision. With
    /// <paramref name="keepEdited"/>, a document that another author has revised since is left as it is.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="incoming">The documents.</param>
    /// <param name="author">Who imports.</param>
    /// <param name="earlierFaults">Faults found while the documents were gathered; they are reported with the others.</param>
    /// <param name="keepEdited">Whether to leave alone what others have revised.</param>
    /// <param name="translationsStillFit">Whether the author states that changed texts keep their meaning, so that their translations stay current.</param>
    /// <param name="progress">Receives the progress of a long import. Null to report nothing.</param>
    /// <param name="cancellationToken">Cancels the import; nothing is imported then.</param>
    public static async Task<ImportReport> RunAsync(
        Database database,
        IAsyncEnumerable<IncomingDocument> incoming,
        string author,
        IReadOnlyList<OriginFault>? earlierFaults = null,
        bool keepEdited = false,
        bool translationsStillFit = false,
        Action<string>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var content = await IncomingContent.ReadAsync(incoming, author, progress, cancellationToken);
        content.Faults.AddRange(earlierFaults ?? []);
        return await WriteSession.RunAsync(database, new(author), async session =>
        {
            var report = await RunAsync(session, content, keepEdited, translationsStillFit, progress: progress, cancellationToken: cancellationToken);
            if (report.Faults.Count > 0)
                return report;
            Audit(session, report, translationsStillFit);
            await session.CommitAsync(cancellationToken);
            return report;
        });
    }

    /// <summary>The same within a session, which the caller commits, or leaves when there are faults.</summary>
    public static async Task<ImportReport> RunAsync(
        WriteSession session,
        IncomingContent content,
        bool keepEdited = false,
        bool translationsStillFit = false,
        string? comment = null,
        Action<string>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var author = session.Actor.Name;
        if (content.Count > BatchSize)
            progress?.Invoke(string.Create(CultureInfo.InvariantCulture, $"Read {content.Count:N0} documents, translations and retirements."));
        var publication = await session.PublishAsync(cancellationToken);
        var before = await AffectedDocuments.ReadAsync(publication, content, cancellationToken);
        var kept = keepEdited ? content.WithoutEdited(before, author) : content;
        var catalogue = PendingCatalogue.Of(before, kept, author, translationsStillFit);
        var faults = kept.Faults;
        faults.AddRange(kept.Documents.Where(document => before.HeadOf(document.Key) is { Retirement: not null }).Select(document => Retired(document.Value, before)));
        await CatalogueRules.CheckAsync(catalogue, kept, faults, collection => PublishedTypes.Of(CollectionRegistry.Get(collection)).SlugsAsync(publication.Documents, cancellationToken));
        if (faults.Count > 0)
            return new() { Faults = faults };

        var changes = catalogue.Complete(kept, author);
        var translations = catalogue.ChangedTranslations();
        var retirements = kept.Retirements.Where(retirement => !IsRetiredSo(before, retirement.Key, retirement.Value.Retirement)).ToList();
        HashSet<DocumentKey> changed = [.. changes.Select(change => change.Document.Key), .. retirements.Select(retirement => retirement.Key), .. translations.Select(translation => translation.Key.Document)];
        foreach (var (key, retirement) in retirements)
            await publication.RetireAsync(key, retirement.Retirement, before, cancellationToken);
        await WriteAsync(publication, catalogue.DocumentsToRender(changed), changes, catalogue, before, comment, progress, cancellationToken);
        await publication.TranslateAsync(translations, before, cancellationToken);

        var given = changes.Where(change => kept.Documents.ContainsKey(change.Document.Key)).ToList();
        var created = given.Count(change => before.HeadOf(change.Document.Key) is not { Published: > 0 }) + translations.Count(translation => translation.Value.Revision == 1);
        var updated = given.Count + translations.Count - created;
        return new()
        {
            Created = created,
            Updated = updated,
            Retired = retirements.Count,
            Unchanged = kept.Count - created - updated - retirements.Count,
            Kept = content.Count - kept.Count,
            Outcomes = [.. Outcomes(kept, before, changes, translations, retirements)],
            StaleTranslations = catalogue.StaleTranslations(),
        };
    }

    /// <summary>Adds to the audit what an import did.</summary>
    public static void Audit(WriteSession session, ImportReport report, bool translationsStillFit, string? comment = null) => session.Audit("catalogue.imported", "catalogue", new
    {
        report.Created,
        report.Updated,
        report.Retired,
        report.Unchanged,
        report.Kept,
        translationsStillFit = translationsStillFit ? true : (bool?)null,
        comment,
    });

    /// <summary>Computes and renders every published document anew, as this build does it.</summary>
    internal static Task RefreshAsync(Database database, Action<string>? progress, CancellationToken cancellationToken) => WriteSession.RunAsync(database, new(Actor.Service), async session =>
    {
        var publication = await session.PublishAsync(cancellationToken);
        var before = await AffectedDocuments.ReadAllAsync(publication, cancellationToken);
        var nothing = new IncomingContent();
        var catalogue = PendingCatalogue.Of(before, nothing, Actor.Service);
        var changes = catalogue.Complete(nothing, Actor.Service);
        await WriteAsync(publication, [.. catalogue.Documents.Values], changes, catalogue, before, null, progress, cancellationToken);
        await session.CommitAsync(cancellationToken);
        return true;
    });

    // While the database writes a batch, the next one is rendered.
    private static async Task WriteAsync(
        PublicationSession publication,
        IReadOnlyList<PendingDocument> documents,
        List<ChangedDocument> changes,
        PendingCatalogue catalogue,
        AffectedDocuments before,
        string? comment,
        Action<string>? progress,
        CancellationToken cancellationToken)
    {
        var changed = changes.ToDictionary(change => change.Document.Key);
        var batches = documents.Chunk(BatchSize).ToList();
        var reported = Stopwatch.StartNew();
        var next = Render(0);
        for (var index = 0; index < batches.Count; index++)
        {
            var rendered = await next;
            next = Render(index + 1);
            await publication.PublishAsync([.. batches[index].Select(document => changed.GetValueOrDefault(document.Key)).OfType<ChangedDocument>()], before, comment, cancellationToken);
            await publication.RenderAsync(rendered, before, cancellationToken);
            if (reported.Elapsed < BetweenReports)
                continue;
            progress?.Invoke(string.Create(CultureInfo.InvariantCulture, $"Wrote {Math.Min((index + 1) * BatchSize, documents.Count):N0} of {documents.Count:N0} documents."));
            reported.Restart();
        }

        Task<IReadOnlyList<RenderedDocument>> Render(int index) => Task.Run<IReadOnlyList<RenderedDocument>>(
            () => index == batches.Count ? [] : [.. batches[index].AsParallel().AsOrdered().Select(document => RenderedDocument.Of(document, catalogue.RevisionOf(document.Key, changed), catalogue))], cancellationToken);
    }

    private static OriginFault Retired(PendingDocument document, AffectedDocuments before) => new(document.Origin, new(
        "/slug", "slug-retired", $"{document.Key} was retired, and a slug is never given to another document.", before.HeadOf(document.Key)!.Retirement!.ReplacedBy));

    private static bool IsRetiredSo(AffectedDocuments before, DocumentKey key, Retirement retirement) =>
        before.HeadOf(key)?.Retirement is { } there && there.ReplacedBy == retirement.ReplacedBy && there.Reason == retirement.Reason;

    private static IEnumerable<ImportOutcome> Outcomes(
        IncomingContent content,
        AffectedDocuments before,
        List<ChangedDocument> changes,
        List<KeyValuePair<TranslationKey, PendingTranslation>> translations,
        List<KeyValuePair<DocumentKey, PendingRetirement>> retirements)
    {
        var (changed, translated, retired) = (changes.Select(change => change.Document.Key).ToHashSet(), translations.ToDictionary(), retirements.ToDictionary());
        foreach (var (key, document) in content.Documents)
            yield return new(document.Origin, !changed.Contains(key) ? ImportResult.Unchanged : before.HeadOf(key) is { Published: > 0 } ? ImportResult.Updated : ImportResult.Created);
        foreach (var (key, translation) in content.Translations)
            yield return new(translation.Origin, translated.TryGetValue(key, out var written) ? written.Revision == 1 ? ImportResult.Created : ImportResult.Updated : ImportResult.Unchanged);
        foreach (var (key, retirement) in content.Retirements)
            yield return new(retirement.Origin, retired.ContainsKey(key) ? ImportResult.Retired : ImportResult.Unchanged);
    }
}
