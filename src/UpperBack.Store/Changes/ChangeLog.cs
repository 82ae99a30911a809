using Marten;
using UpperBack.Content.Documents;
using UpperBack.Search;
using UpperBack.Store.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Store.Changes;

/// <summary>Reads the change feed.</summary>
public sealed class ChangeLog(Database database)
{
    /// <summary>Where the feed ends now.</summary>
    public async Task<FeedPosition> EndAsync(CancellationToken cancellationToken = default)
    {
        await using var session = database.Documents.QuerySession();
        return EndOf((await session.LoadAsync<CatalogueState>(CatalogueState.TheId, cancellationToken))!);
    }

    /// <summary>
    /// The changes after a position, from the beginning when there is none. Null when the feed cannot continue from there: what
    /// came next was deleted, or the position is of another database.
    /// </summary>
    public async Task<LoggedChanges?> ReadAsync(FeedPosition? since, ChangeRequest request, CancellationToken cancellationToken = default)
    {
        // One state of the database: the end of the feed, the changes up to it, and the renderings as they are then. A rendering
        // only changes together with a later entry, so a follower in a language ends with the newest.
        await using var session = await database.OpenSnapshotSessionAsync(cancellationToken);
        var state = (await session.LoadAsync<CatalogueState>(CatalogueState.TheId, cancellationToken))!;
        var (end, after) = (EndOf(state), since?.Sequence ?? 0);
        if (after < state.DeletedChanges || after > end.Sequence || (since is not null && since.Epoch != end.Epoch))
            return null;
        IQueryable<Change> changes = session.Query<Change>().Where(change => change.Id > after);
        if (request.Collections is { } collections)
            changes = changes.Where(change => change.Collection.IsOneOf(collections.ToArray()));
        var found = await changes.OrderBy(change => change.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
        var page = found.Take(request.Limit).ToList();
        var bodies = await BodiesAsync(session, page, request.Language, cancellationToken);
        var logged = page.ConvertAll(change => new LoggedChange(new(end.Epoch, change.Id), change.Collection, change.Slug, change.Revision, change.ChangedAt)
        {
            IsTombstone = change.IsTombstone,
            ReplacedBy = change.ReplacedBy,
            Document = bodies.GetValueOrDefault(change.Id),
        });
        return found.Count > page.Count ? new(logged, logged[^1].Position, More: true) : new(logged, end, More: false);
    }

    private static FeedPosition EndOf(CatalogueState state) => new(state.Epoch, state.LastChange);

    // What is served now where that is the revision of the change; the revision itself where a later entry has another.
    private static async Task<Dictionary<long, byte[]>> BodiesAsync(IDocumentSession session, List<Change> changes, Language language, CancellationToken cancellationToken)
    {
        var published = changes.Where(change => !change.IsTombstone).ToList();
        var served = await ServedAsync(session, published.Select(change => $"{change.Collection}/{change.Slug}"), language, cancellationToken);
        var bodies = new Dictionary<long, byte[]>();
        foreach (var change in published)
        {
            if (served.TryGetValue($"{change.Collection}/{change.Slug}", out var document) && document.Revision == change.Revision)
                bodies[change.Id] = document.Body;
        }

        var past = published.Where(change => !bodies.ContainsKey(change.Id)).ToLookup(change => Revision.IdOf($"{change.Collection}/{change.Slug}", change.Revision));
        foreach (var revision in await session.LoadManyAsync<Revision>(cancellationToken, past.Select(change => change.Key)))
        {
            foreach (var change in past[revision.Id].Where(_ => revision.Body is not null))
                bodies[change.Id] = System.Text.Encoding.UTF8.GetBytes(revision.Body!);
        }

        return bodies;
    }

    private static async Task<Dictionary<string, (int Revision, byte[] Body)>> ServedAsync(IDocumentSession session, IEnumerable<string> documents, Language language, CancellationToken cancellationToken)
    {
        var (sql, rendering) = (new Sql(), new RenderingSql(language));
        await using var command = sql.Add($"""
            select e.document, e.revision, {rendering.Either("body")} from {rendering.From}
            where e.id = any({sql.Texts(documents.Distinct().Select(document => Rendering.IdOf(document, Languages.Code(Language.En))))})
            """).ToCommand(session.Connection!);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return (await reader.AllAsync(row => KeyValuePair.Create(row.GetString(0), (row.GetInt32(1), row.GetFieldValue<byte[]>(2))), cancellationToken)).ToDictionary();
    }
}

/// <summary>What to read of the feed.</summary>
/// <param name="Collections">Only these collections; null for all.</param>
/// <param name="Language">The language of the documents.</param>
/// <param name="Limit">How many changes at most.</param>
public sealed record ChangeRequest(IReadOnlyList<string>? Collections, Language Language, int Limit);

/// <summary>Some of the feed.</summary>
/// <param name="Changes">The changes, oldest first.</param>
/// <param name="Next">Where to go on. Also past the changes that were not asked for.</param>
/// <param name="More">Whether there are more of them already.</param>
public sealed record LoggedChanges(IReadOnlyList<LoggedChange> Changes, FeedPosition Next, bool More);

/// <summary>One document that came, changed or went away.</summary>
/// <param name="Position">Where it stands in the feed.</param>
/// <param name="Collection">The collection of the document.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Revision">The revision that was published by the change, or that retired the document.</param>
/// <param name="ChangedAt">When it changed.</param>
public sealed record LoggedChange(FeedPosition Position, string Collection, string Slug, int Revision, DateTimeOffset ChangedAt)
{
    /// <summary>True when the document went away.</summary>
    public bool IsTombstone { get; init; }

    /// <summary>What takes the place of a document that went away. Null when nothing does.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>
    /// The document's JSON: in the language asked for when the revision is the published one still, in English when a later
    /// entry has another. Null when it went away.
    /// </summary>
    public byte[]? Document { get; init; }
}
