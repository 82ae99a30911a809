using System.Globalization;
using UpperBack.Content;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Writing;

/// <summary>Brings documents into the catalogue: all of them in one transaction, or none and every fault.</summary>
/// <param name="database">The database.</param>
/// <param name="progress">Is told how far it has come, when there is much to do. Null when nobody wants to know.</param>
public sealed class CatalogueImport(Database database, Action<string>? progress = null)
{
    /// <summary>Who writes revisions that follow from other people's changes, such as the minutes of a routine.</summary>
    public const string ServiceAuthor = "service";

    /// <summary>
    /// Imports the documents. One that is there already as it is gets no new revision. With
    /// <paramref name="keepEdited"/>, a document that somebody else has revised since is left as it is. Faults found
    /// while the documents were gathered are reported with the others.
    /// </summary>
    public async Task<ImportReport> RunAsync(
        IAsyncEnumerable<IncomingDocument> incoming,
        string author,
        IReadOnlyList<OriginFault>? earlierFaults = null,
        bool keepEdited = false,
        CancellationToken cancellationToken = default)
    {
        await using var transaction = await WriteTransaction.BeginAsync(database, new(author), cancellationToken);
        var report = await RunAsync(transaction, incoming, earlierFaults, keepEdited, progress: progress, cancellationToken: cancellationToken);
        if (report.Faults.Count > 0)
            return report;
        await NoteAsync(transaction, report, cancellationToken: cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return report;
    }

    /// <summary>The same within a transaction, which the caller commits, or gives up when there are faults.</summary>
    public static async Task<ImportReport> RunAsync(
        WriteTransaction transaction,
        IAsyncEnumerable<IncomingDocument> incoming,
        IReadOnlyList<OriginFault>? earlierFaults = null,
        bool keepEdited = false,
        string? comment = null,
        Action<string>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var author = transaction.Actor.Name;
        var content = await IncomingContent.ReadAsync(incoming, author, cancellationToken);
        content.Faults.InsertRange(0, earlierFaults ?? []);
        if (content.Count > CatalogueWriter.RowsAtATime)
            progress?.Invoke(string.Create(CultureInfo.InvariantCulture, $"Read {content.Count:N0} documents, translations and retirements."));
        var writer = await CatalogueWriter.BeginAsync(transaction, progress, cancellationToken);
        var stored = await StoredPart.ReadAsync(transaction, content, cancellationToken);
        var kept = keepEdited ? LeaveEdited(content, stored, author) : 0;
        foreach (var (key, document) in content.Documents)
        {
            if (stored.Documents.GetValueOrDefault(key) is { IsRetired: true } retired)
                content.Faults.Add(new(document.Origin, new("/slug", "slug-retired", $"{key} was retired, and a slug is never given to another document.", retired.Retirement?.ReplacedBy)));
        }

        var draft = CatalogueDraft.Of(stored, content);
        content.Faults.AddRange(await CatalogueRules.CheckAsync(draft, content, collection => writer.SlugsAsync(collection, cancellationToken)));
        if (content.Faults.Count > 0)
            return new() { Faults = content.Faults };

        var changes = draft.Complete(content, author);
        var translations = draft.ChangedTranslations();
        var leaving = content.Retirements.Where(retirement => stored.Documents.GetValueOrDefault(retirement.Key)?.Retirement != retirement.Value.Retirement).ToList();
        HashSet<DocumentKey> moved = [.. changes.Select(change => change.Document.Key), .. leaving.Select(retirement => retirement.Key), .. translations.Select(translation => translation.Key.Document)];
        var before = draft.Before(moved);
        var stale = draft.Documents.Values.Where(document => moved.Contains(document.Key) || IndexRows.Differs(document.Key, before, draft)).ToList();
        await writer.RetireAsync(leaving.ConvertAll(retirement => (retirement.Key, retirement.Value.Retirement)), author, cancellationToken);
        await writer.SaveAsync(stale, changes, draft, comment, cancellationToken);
        await writer.SaveAsync(translations, cancellationToken);
        await writer.FinishAsync(cancellationToken);

        var given = changes.Where(change => content.Documents.ContainsKey(change.Document.Key)).ToList();
        var created = given.Count(change => !stored.Documents.ContainsKey(change.Document.Key)) + translations.Count(translation => translation.Value.Revision == 1);
        var updated = given.Count + translations.Count - created;
        return new()
        {
            Created = created,
            Updated = updated,
            Retired = leaving.Count,
            Unchanged = content.Count - created - updated - leaving.Count,
            Kept = kept,
            Outcomes = [.. Outcomes(content, stored, changes, translations, leaving)],
            StaleTranslations = [.. draft.StaleTranslations.Select(key => key.ToString()).Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>Notes in the audit what an import did.</summary>
    public static Task NoteAsync(WriteTransaction transaction, ImportReport report, string? comment = null, CancellationToken cancellationToken = default) => transaction.NoteAsync(
        "catalogue.imported", "catalogue", new { report.Created, report.Updated, report.Retired, report.Unchanged, report.Kept, comment }, cancellationToken);

    /// <summary>Computes and indexes every document anew, as this version does it. What is published stays published.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken = default)
    {
        await using var transaction = await WriteTransaction.BeginAsync(database, new(ServiceAuthor), cancellationToken);
        var writer = await CatalogueWriter.BeginAsync(transaction, progress, cancellationToken);
        var nothing = new IncomingContent();
        var draft = CatalogueDraft.Of(await StoredPart.ReadAllAsync(transaction, cancellationToken), nothing);
        var changes = draft.Complete(nothing, ServiceAuthor);
        await writer.SaveAsync([.. draft.Documents.Values], changes, draft, null, cancellationToken);
        await writer.FinishAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static IEnumerable<ImportOutcome> Outcomes(
        IncomingContent content,
        StoredPart stored,
        List<ChangedDocument> changes,
        List<KeyValuePair<TranslationKey, PlacedTranslation>> translations,
        List<KeyValuePair<DocumentKey, PlacedRetirement>> leaving)
    {
        var (changed, translated, left) = (changes.Select(change => change.Document.Key).ToHashSet(), translations.ToDictionary(), leaving.ToDictionary());
        foreach (var (key, document) in content.Documents)
            yield return new(document.Origin, !changed.Contains(key) ? ImportResult.Unchanged : stored.Documents.ContainsKey(key) ? ImportResult.Updated : ImportResult.Created);
        foreach (var (key, translation) in content.Translations)
            yield return new(translation.Origin, translated.TryGetValue(key, out var written) ? written.Revision == 1 ? ImportResult.Created : ImportResult.Updated : ImportResult.Unchanged);
        foreach (var (key, retirement) in content.Retirements)
            yield return new(retirement.Origin, left.ContainsKey(key) ? ImportResult.Retired : ImportResult.Unchanged);
    }

    private static int LeaveEdited(IncomingContent content, StoredPart stored, string author)
    {
        var documents = content.Documents.Keys.Where(key => stored.Documents.GetValueOrDefault(key) is { } there && there.Author != author && there.Author != ServiceAuthor).ToList();
        // A document that somebody retired has taken its translations along; those that come in have nothing to stand beside.
        var translations = content.Translations.Keys.Where(key => stored.Documents.GetValueOrDefault(key.Document) is { IsRetired: true }
            || (stored.Translations.GetValueOrDefault(key) is { } there && there.Author != author)).ToList();
        documents.ForEach(key => content.Documents.Remove(key));
        translations.ForEach(key => content.Translations.Remove(key));
        return documents.Count + translations.Count;
    }
}
