using System.Text;
using System.Text.Json;
using Marten;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Documents;

namespace UpperBack.Store.Reading;

/// <summary>Reads the history of documents. Without drafts, revisions that readers never saw are left out.</summary>
public sealed class DocumentHistory(Database database)
{
    /// <summary>The revisions of a document, newest first, and how many there are in all.</summary>
    /// <param name="collection">Its collection.</param>
    /// <param name="slug">Its slug.</param>
    /// <param name="withDrafts">Whether to include those that readers never saw.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="before">Only those with a smaller number. Null for all.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<(IReadOnlyList<StoredRevision> Revisions, long Total)> ListAsync(
        Collection collection, string slug, bool withDrafts, int limit, int? before = null, CancellationToken cancellationToken = default)
    {
        await using var session = database.Documents.QuerySession();
        var revisions = Of(session, collection, slug, withDrafts);
        var total = await revisions.CountAsync(cancellationToken);
        if (before is { } number)
            revisions = revisions.Where(revision => revision.Number < number);
        var page = await revisions.OrderByDescending(revision => revision.Number).Take(limit).ToListAsync(cancellationToken);
        return (await WithStatesAsync(session, page, cancellationToken), total);
    }

    /// <summary>Those of these revisions that exist, in the order of the numbers.</summary>
    public async Task<IReadOnlyList<StoredRevision>> FindAsync(
        Collection collection, string slug, IReadOnlyList<int> numbers, bool withDrafts, CancellationToken cancellationToken = default)
    {
        await using var session = database.Documents.QuerySession();
        var found = await session.LoadManyAsync<Revision>(cancellationToken, numbers.Distinct().Select(number => Revision.IdOf(IdOf(collection, slug), number)));
        return await WithStatesAsync(session, [.. found.Where(revision => withDrafts || revision.PublishedAt is not null).OrderBy(revision => revision.Number)], cancellationToken);
    }

    /// <summary>Whether the document has any revision.</summary>
    public async Task<bool> ExistsAsync(Collection collection, string slug, bool withDrafts, CancellationToken cancellationToken = default)
    {
        await using var session = database.Documents.QuerySession();
        return await Of(session, collection, slug, withDrafts).AnyAsync(cancellationToken);
    }

    /// <summary>What readers saw of a document at a time.</summary>
    public async Task<PastRevision> AtAsync(Collection collection, string slug, DateTimeOffset time, CancellationToken cancellationToken = default)
    {
        await using var session = database.Documents.QuerySession();
        // The clock of the database, because it dates the publications.
        var now = (await session.AdvancedSql.QueryAsync<DateTimeOffset>("select clock_timestamp()", cancellationToken))[0];
        var utc = time.ToUniversalTime();
        var published = Of(session, collection, slug, withDrafts: false);
        var first = await published.OrderBy(revision => revision.PublishedAt).FirstOrDefaultAsync(cancellationToken);
        var then = await published.Where(revision => revision.PublishedAt <= utc)
            .OrderByDescending(revision => revision.PublishedAt).ThenByDescending(revision => revision.Number).FirstOrDefaultAsync(cancellationToken);
        return new(now, first?.PublishedAt, then is null ? null : (await WithStatesAsync(session, [then], cancellationToken))[0]);
    }

    /// <summary>
    /// A past document in another language: translations have no history, so it is today's, as far as that fits the texts of then.
    /// Null where there is none.
    /// </summary>
    public async Task<byte[]?> TranslateAsync(Collection collection, string slug, byte[] body, Language language, CancellationToken cancellationToken = default)
    {
        if (language is Language.En)
            return null;
        await using var session = database.Documents.QuerySession();
        if (await session.LoadAsync<StoredTranslation>(Rendering.IdOf(IdOf(collection, slug), Languages.Code(language)), cancellationToken) is not { } stored
            || Document(collection.Shape, body) is not { } document)
            return null;
        var translation = JsonSerializer.Deserialize<Translation>(stored.Body, DocumentJson.Compact)!;
        var fit = new TranslationFit(translation, collection.Shape, document);
        return fit.IsServed
            ? JsonSerializer.SerializeToUtf8Bytes(translation.Apply(collection.Shape, document, fit), collection.Shape.Type, DocumentJson.Compact)
            : null;
    }

    private static string IdOf(Collection collection, string slug) => $"{collection.Name}/{slug}";

    private static IQueryable<Revision> Of(IQuerySession session, Collection collection, string slug, bool withDrafts)
    {
        var document = IdOf(collection, slug);
        IQueryable<Revision> revisions = session.Query<Revision>().Where(revision => revision.Document == document);
        return withDrafts ? revisions : revisions.Where(revision => revision.PublishedAt != null);
    }

    // Null for a body of a time when documents had another shape: it could lose something.
    private static Document? Document(DocumentShape shape, byte[] body)
    {
        try
        {
            var document = (Document)JsonSerializer.Deserialize(body, shape.Type, DocumentJson.Compact)!;
            return JsonSerializer.SerializeToUtf8Bytes(document, shape.Type, DocumentJson.Compact).AsSpan().SequenceEqual(body) ? document : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<StoredRevision>> WithStatesAsync(IQuerySession session, IReadOnlyList<Revision> revisions, CancellationToken cancellationToken)
    {
        if (revisions.Count == 0)
            return [];
        var head = await session.LoadAsync<DocumentHead>(revisions[0].Document, cancellationToken);
        return [.. revisions.Select(revision => new StoredRevision(revision.Number, StateOf(revision, head!), revision.Author, revision.CreatedAt)
        {
            Comment = revision.Comment,
            PublishedAt = revision.PublishedAt,
            PublishedBy = revision.PublishedBy,
            ReplacedBy = revision.ReplacedBy,
            Body = revision.Body is { } body ? Encoding.UTF8.GetBytes(body) : null,
        })];
    }

    private static RevisionState StateOf(Revision revision, DocumentHead head) =>
        revision.Body is null ? RevisionState.Retired
        : revision.Number == head.Published ? RevisionState.Published
        : revision.Number == head.Draft ? RevisionState.Draft
        : RevisionState.Superseded;
}
