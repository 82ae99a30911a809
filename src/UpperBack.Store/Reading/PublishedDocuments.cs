using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Marten;
using Npgsql;
using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Search.Indexing;
using UpperBack.Store.Documents;
using UpperBack.Store.Writing;

namespace UpperBack.Store.Reading;

/// <summary>Reads published documents.</summary>
public sealed class PublishedDocuments(Database database)
{
    /// <summary>One document, or what is known of a slug that none has.</summary>
    public async Task<FoundDocument> FindAsync(Collection collection, string slug, Language language = Language.En, CancellationToken cancellationToken = default) =>
        await ServedAsync(collection, slug, language, cancellationToken) ?? await RetiredAsync(collection, slug, cancellationToken);

    /// <summary>Those of these documents of one collection that are published, in no particular order; each in the language if it is translated.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(IEnumerable<string> slugs, Language language, CancellationToken cancellationToken = default) where T : Document
    {
        var (sql, rendering, collection) = (new Sql(), new RenderingSql(language), CollectionRegistry.For(typeof(T)));
        await using var command = sql.Add($"select {rendering.Either("body")} from {rendering.From} where e.id = any ({sql.Texts(RenderingSql.Ids(collection.Name, slugs))})").ToCommand(database);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(row => JsonSerializer.Deserialize<T>(row.Bytes(0)!, DocumentJson.Compact)!, cancellationToken);
    }

    /// <summary>The documents that a name stands for that is no slug: by alias, and failing that the nearest slugs.</summary>
    public async Task<(IReadOnlyList<string> ByAlias, IReadOnlyList<string> Nearest)> GuessAsync(Collection collection, string name, CatalogueSnapshot catalogue, CancellationToken cancellationToken = default)
    {
        await using var session = database.Documents.QuerySession();
        var named = await session.QueryAsync<Rendering>("where collection = ? and names @> ?", cancellationToken, collection.Name, new[] { name });
        var byAlias = named.Select(rendering => rendering.Slug).ToHashSet();
        if (catalogue.Contains(collection.Name, name))
            byAlias.Add(name);
        return ([.. byAlias.Order(StringComparer.Ordinal)], byAlias.Count > 0 ? [] : Nearest.Several(name, catalogue.SimilarSlugs(collection.Name, name)));
    }

    /// <summary>How much of each collection is there in each language that anything is translated to.</summary>
    public async Task<ILookup<string, TranslationCount>> TranslationCountsAsync(CancellationToken cancellationToken = default)
    {
        await using var session = database.Documents.QuerySession();
        var translations = await session.Query<StoredTranslation>().Select(translation => new { translation.Id, translation.Collection, translation.Language, translation.Status }).ToListAsync(cancellationToken);
        var current = (await session.Query<Rendering>().Where(rendering => rendering.Language != "en").Select(rendering => rendering.Id).ToListAsync(cancellationToken)).ToHashSet();
        return translations.GroupBy(translation => (translation.Collection, translation.Language))
            .OrderBy(group => group.Key.Collection, StringComparer.Ordinal).ThenBy(group => group.Key.Language, StringComparer.Ordinal)
            .ToLookup(group => group.Key.Collection, group =>
            {
                var served = group.Where(translation => current.Contains(translation.Id)).ToList();
                return new TranslationCount(group.Key.Language, served.Count, served.Count(translation => translation.Status is TranslationStatus.Reviewed), group.Count() - served.Count);
            });
    }

    /// <summary>Every document, translation and retirement, by collection and slug.</summary>
    public async IAsyncEnumerable<ExportedDocument> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var command = database.DataSource.CreateCommand($"""
            select collection, slug, null::text as language, body, null::jsonb as retirement from {RenderingSql.Table} where language = 'en'
            union all select data ->> 'collection', data ->> 'slug', data ->> 'language', convert_to(data ->> 'body', 'UTF8'), null from {StoreConfiguration.Schema}.mt_doc_stored_translation
            union all select data ->> 'collection', data ->> 'slug', null, null, data -> 'retirement' from {StoreConfiguration.Schema}.mt_doc_document_head where data -> 'retirement' is not null
            order by collection, slug, language nulls first
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (collection, slug, language) = (CollectionRegistry.Get(reader.GetString(0)), reader.GetString(1), reader.Text(2));
            yield return reader.Bytes(3) is { } body
                ? new(collection, slug, body, language is null ? DocumentPart.Document : DocumentPart.Translation, language)
                : new(collection, slug, RetirementOf(slug, reader.GetFieldValue<byte[]>(4)), DocumentPart.Retirement, null);
        }
    }

    private async Task<FoundDocument?> ServedAsync(Collection collection, string slug, Language language, CancellationToken cancellationToken)
    {
        var (sql, rendering) = (new Sql(), new RenderingSql(language));
        await using var command = sql.Add($"""
            select e.revision, {rendering.Either("body")}, {rendering.TranslationRevision} from {rendering.From}
            where e.id = {sql.Text(Rendering.IdOf($"{collection.Name}/{slug}", Languages.Code(Language.En)))}
            """).ToCommand(database);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new(reader.GetInt32(0), reader.Bytes(1)) { TranslationRevision = reader.IsDBNull(2) ? null : reader.GetInt32(2) }
            : null;
    }

    private async Task<FoundDocument> RetiredAsync(Collection collection, string slug, CancellationToken cancellationToken)
    {
        await using var session = database.Documents.QuerySession();
        return await session.LoadAsync<DocumentHead>($"{collection.Name}/{slug}", cancellationToken) is { } head ? await RetiredAsync(session, head, cancellationToken) : FoundDocument.Nothing;
    }

    /// <summary>The retired document that people called so, in the form of a slug. Null when there is none.</summary>
    public async Task<FoundDocument?> FindRetiredAsync(Collection collection, string name, CancellationToken cancellationToken = default)
    {
        await using var session = database.Documents.QuerySession();
        var head = await session.Query<DocumentHead>()
            .Where(head => head.Collection == collection.Name && head.Retirement != null && head.Retirement.Names!.Contains(name))
            .OrderByDescending(head => head.Slug).FirstOrDefaultAsync(cancellationToken);
        return head is null ? null : await RetiredAsync(session, head, cancellationToken);
    }

    // What replaced a document may be replaced itself by now: readers are led to the end of the chain in one step.
    private static async Task<FoundDocument> RetiredAsync(IQuerySession session, DocumentHead head, CancellationToken cancellationToken)
    {
        var (replacement, seen) = (head.Retirement?.ReplacedBy, new HashSet<string> { head.Slug });
        while (replacement is not null && seen.Add(replacement)
            && await session.LoadAsync<DocumentHead>($"{head.Collection}/{replacement}", cancellationToken) is { Retirement.ReplacedBy: { } next })
            replacement = next;
        return new(head.Published, null) { RetiredAt = head.Retirement?.At, ReplacedBy = replacement, RetirementReason = head.Retirement?.Reason };
    }

    private static byte[] RetirementOf(string slug, byte[] stored)
    {
        var retirement = JsonSerializer.Deserialize<HeadRetirement>(stored, DocumentJson.Compact)!;
        return JsonSerializer.SerializeToUtf8Bytes(new Retirement { Slug = slug, ReplacedBy = retirement.ReplacedBy, Reason = retirement.Reason }, DocumentJson.Compact);
    }
}

/// <summary>What is known of a slug.</summary>
/// <param name="Revision">The number of the published revision; 0 when the slug was never published.</param>
/// <param name="Body">The document's JSON; null when there is none or it was retired.</param>
public sealed record FoundDocument(int Revision, byte[]? Body)
{
    /// <summary>A slug that no document ever had.</summary>
    public static FoundDocument Nothing { get; } = new(0, null);

    /// <summary>The number of the newest revision of the translation that the body is in. Null when it is in English.</summary>
    public int? TranslationRevision { get; init; }

    /// <summary>When it was retired. Null when it was not.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>The slug of the document that takes its place. Null when none does.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Why it was retired. Null when no reason was given.</summary>
    public string? RetirementReason { get; init; }
}
