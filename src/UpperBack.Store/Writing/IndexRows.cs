using System.Text.Json;
using Npgsql;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Writing;

/// <summary>Writes what is kept beside documents so that they can be found: what leads to them, and renderings.</summary>
internal sealed class IndexRows
{
    private static readonly Language[] Languages = Enum.GetValues<Language>();

    private readonly IReadOnlyList<PlacedDocument> documents;
    private readonly IReadOnlyList<DocumentIndex> indexes;
    private readonly IReadOnlyList<RenderedDocument> renderings;
    private readonly List<NpgsqlBatchCommand> commands = [];

    public IndexRows(IReadOnlyList<PlacedDocument> documents, CatalogueDraft draft)
    {
        this.documents = documents;
        var english = draft.Catalogue;
        indexes = [.. documents.AsParallel().AsOrdered().Select(document => document.Collection.Index(document.Document, english))];
        renderings = [.. documents.SelectMany(document => Languages, (document, language) => RenderedDocument.Of(draft, document, language)).OfType<RenderedDocument>()];

        var collections = documents.Select(document => document.Collection.Name).ToArray();
        var slugs = documents.Select(document => document.Document.Slug).ToArray();
        AddEntries(collections, slugs);
        AddRenderings(collections, slugs);
    }

    /// <summary>Whether what is kept beside a document is another in one state of the catalogue than in the other. Most of what looks into a changed document takes nothing from it that has changed.</summary>
    public static bool Differs(DocumentKey key, CatalogueDraft before, CatalogueDraft after) =>
        Languages.Any(language => !IndexIn(before, key, language).AsSpan().SequenceEqual(IndexIn(after, key, language)));

    private static byte[] IndexIn(CatalogueDraft draft, DocumentKey key, Language language)
    {
        if (!draft.Documents.TryGetValue(key, out var placed))
            return [];
        var document = language is Language.En ? placed.Document : draft.Rendered(new(key, language));
        return document is null ? [] : Serialized(placed.Collection.Index(document, draft.In(language)));
    }

    public async Task WriteAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    // Versions go up when the transaction ends, and whoever writes here holds the lock on them until then.
    private void AddEntries(string[] collections, string[] slugs) => Add("""
        insert into entries (collection, slug, version, tag, index, names, refers_to)
        select e.collection, e.slug, c.version + 1, e.tag, e.index, e.names::text[], e.refers_to::text[]
        from unnest($1::text[], $2::text[], $3::text[], $4::json[], $5::text[], $6::text[]) e (collection, slug, tag, index, names, refers_to) join collections c on c.name = e.collection
        on conflict (collection, slug) do update
            set version = excluded.version, tag = excluded.tag, index = excluded.index, names = excluded.names, refers_to = excluded.refers_to
        """,
        CatalogueWriter.Texts(collections), CatalogueWriter.Texts(slugs), CatalogueWriter.Texts(documents.Select(document => BodyTag.Of(document.Body))), CatalogueWriter.Json(indexes.Select(Serialized)),
        CatalogueWriter.Texts(Names().Select(Array)), CatalogueWriter.Texts(documents.Select(document => Array(document.RefersTo.Select(key => key.ToString())))));

    // Names of every language lead to a document.
    private IEnumerable<IEnumerable<string>> Names()
    {
        var others = renderings.ToLookup(rendering => rendering.Key, rendering => rendering.Document);
        return documents.Select(document => others[document.Key].Prepend(document.Document).SelectMany(named => named.Aliases.Prepend(named.Name))
            .Select(AliasSlug.Of).Where(name => name.Length > 0 && name != document.Key.Slug).Distinct());
    }

    // An array in PostgreSQL's own spelling, because there are no arrays of arrays that differ in length. None of these has a quote.
    private static string Array(IEnumerable<string> slugs) => $"{{{string.Join(',', slugs.Select(slug => $"\"{slug}\""))}}}";

    private void AddRenderings(string[] collections, string[] slugs)
    {
        Add("delete from renderings t using unnest($1::text[], $2::text[]) d (collection, slug) where (t.collection, t.slug) = (d.collection, d.slug)",
            CatalogueWriter.Texts(collections), CatalogueWriter.Texts(slugs));
        if (renderings.Count > 0)
            Add("""
                insert into renderings (collection, slug, language, revision, tag, body, index)
                select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::text[], $6::json[], $7::json[])
                """,
                CatalogueWriter.Texts(renderings.Select(row => row.Key.Collection)), CatalogueWriter.Texts(renderings.Select(row => row.Key.Slug)),
                CatalogueWriter.Texts(renderings.Select(row => SearchLanguage.Code(row.Language))), new() { Value = renderings.Select(row => row.Revision).ToArray() },
                CatalogueWriter.Texts(renderings.Select(row => BodyTag.Of(row.Body))), CatalogueWriter.Json(renderings.Select(row => row.Body)), CatalogueWriter.Json(renderings.Select(row => Serialized(row.Index))));
    }

    private static byte[] Serialized(DocumentIndex value) => JsonSerializer.SerializeToUtf8Bytes(value, DocumentJson.Compact);

    private void Add(string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(parameters);
        commands.Add(command);
    }

    /// <summary>A document in another language than its own.</summary>
    private sealed record RenderedDocument(DocumentKey Key, Language Language, int Revision, Document Document, byte[] Body, DocumentIndex Index)
    {
        public static RenderedDocument? Of(CatalogueDraft draft, PlacedDocument document, Language language)
        {
            var key = new TranslationKey(document.Key, language);
            if (draft.Rendered(key) is not { } rendered)
                return null;
            var body = JsonSerializer.SerializeToUtf8Bytes(rendered, document.Collection.Shape.Type, DocumentJson.Compact);
            return new(document.Key, language, draft.Translations[key].Revision, rendered, body, document.Collection.Index(rendered, draft.In(language)));
        }
    }
}
